"""A section's lines in, its blocks out: paragraphs, tables, footnotes; each in pieces that may be cut
apart."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from corpus.mapped_text import MappedText, inserted, joined
from corpus.structure.lines import Line
from corpus.structure.numbering import find_numbering
from corpus.tables.rows import in_table, opens_table, rows_with_heads

BlockKind = Literal["heading", "paragraph", "table", "footnote"]

_END = re.compile(r"[。．！？」』）)】:：]$|</\w+>$")
_ITEM = re.compile(r"^(?:[・･•‣▪➢➤▶▷►■□◆◇●○◎※*＊→⇒＜<〈《＝☆★✓☑\ue000-\uf8ff]|[-－–]\s|https?://|[（(]?注|<)")
_LABEL_AND_TEXT = re.compile(r"^[^\x00-\x7f]\S{0,7} \S")
_SENTENCE_END = re.compile(r"[。！？](?![。！？」』）)】])|[.!?](?=\s[A-Z「])")
_WIDE_SHARE = 0.85


@dataclass(frozen=True, slots=True)
class Block:
    """Text that belongs together: `units` are its sentences or rows, between which it may be cut.

    `joiner` stands between the units when read; `heads` holds for each row its table's column heads.
    """

    kind: BlockKind
    units: tuple[MappedText, ...]
    joiner: str = ""
    heads: tuple[MappedText | None, ...] = ()

    def head(self, number: int) -> MappedText | None:
        """The column heads of unit `number` (from 0)."""
        return self.heads[number] if self.heads else None


@dataclass(frozen=True, slots=True)
class SectionLines:
    """The lines of a section with what is known of them.

    `full_widths` tells how wide a full line is at each; `headings` are the section's own, whose lines stand
    alone; `footnotes` tells which lines hold footnotes, and whether one begins there; `tables` the number of
    the table, for those whose lines are known to be one's.
    """

    lines: Sequence[Line]
    full_widths: Sequence[int]
    headings: Collection[str] = ()
    footnotes: Mapping[Line, bool] = field(default_factory=dict)
    tables: Mapping[Line, int] = field(default_factory=dict)

    def kind(self, index: int) -> BlockKind:
        """The kind of block that would begin at a line."""
        line = self.lines[index]
        if line in self.footnotes:
            return "footnote"
        if line in self.tables:
            return "table"
        if line.text in self.headings or self._with_next(index) in self.headings:
            return "heading"
        return "table" if opens_table(self.lines, index) else "paragraph"

    def _with_next(self, index: int) -> str:
        if index + 1 == len(self.lines):
            return ""
        first, second = self.lines[index].text, self.lines[index + 1].text
        return first + _between(first, second) + second

    def goes_on(self, index: int, kind: BlockKind) -> bool:
        """Whether the line at `index` belongs to the block, of a kind, of the line before it."""
        line = self.lines[index]
        if kind == "footnote":
            return self.footnotes.get(line) is False
        if line in self.tables or self.lines[index - 1] in self.tables:
            return self.tables.get(line) == self.tables.get(self.lines[index - 1])
        if kind == "table":
            ahead = next((at for at in range(index, len(self.lines)) if not self.lines[at].blank), None)
            if ahead is None or self.kind(ahead) in ("heading", "footnote"):
                return False
            return in_table(self.lines, ahead)
        if kind == "heading" or line.blank or self.kind(index) != "paragraph":
            return False
        return _wraps(self.lines[index - 1], line, self.full_widths[index - 1])


def split_blocks(section: SectionLines) -> list[Block]:
    """The blocks of a section in reading order; a footnote comes after the paragraph that it interrupts."""
    blocks: list[Block] = []
    waiting: list[Block] = []
    for start, end, kind in _stretches(section):
        block = _block(section.lines[start:end], kind, section.lines[start] in section.tables)
        if kind == "footnote":
            waiting.append(block)
            continue
        if waiting and blocks and kind == "paragraph" and _was_interrupted(blocks[-1]):
            blocks[-1] = Block("paragraph", _continued(blocks[-1].units, block.units))
        else:
            blocks += waiting
            waiting = []
            blocks.append(block)
        if waiting and not _was_interrupted(blocks[-1]):
            blocks += waiting
            waiting = []
    return [*blocks, *waiting]


def _stretches(section: SectionLines) -> list[tuple[int, int, BlockKind]]:
    """The lines of each block, from the first to the one after its last."""
    found: list[tuple[int, int, BlockKind]] = []
    index, lines = 0, section.lines
    while index < len(lines):
        if lines[index].blank:
            index += 1
            continue
        end, kind = index + 1, section.kind(index)
        if kind == "heading" and lines[index].text not in section.headings:
            end += 1
        while end < len(lines) and section.goes_on(end, kind):
            end += 1
        found.append((index, end, kind))
        index = end
    return found


def _block(lines: Sequence[Line], kind: BlockKind, known: bool) -> Block:
    if kind != "table":
        return _paragraph([line for line in lines if not line.blank], kind)
    rows, heads = rows_with_heads(lines, known)
    return Block("table", tuple(rows), "\n", tuple(heads))


def _was_interrupted(block: Block) -> bool:
    return block.kind == "paragraph" and not _END.search(block.units[-1].text)


def _continued(first: Sequence[MappedText], second: Sequence[MappedText]) -> tuple[MappedText, ...]:
    seam = joined([first[-1], inserted(_between(first[-1].text, second[0].text)), second[0]])
    return (*first[:-1], seam, *second[1:])


def _wraps(line: Line, follower: Line, full_width: int) -> bool:
    """Whether a line's text goes on in the line after it."""
    if len(line.text) == 1 and len(follower.text) == 1:
        return True
    if not full_width or _ITEM.match(follower.text) or "://" in line.text or line.text.endswith("。"):
        return False
    if follower.indent > line.indent + 1 or line.width + line.indent < _WIDE_SHARE * full_width:
        return False
    if _LABEL_AND_TEXT.match(line.text) and _LABEL_AND_TEXT.match(follower.text):
        return False
    numbered = find_numbering(follower.text)
    if numbered is None:
        return True
    sentence_goes_on = not _END.search(line.text) and find_numbering(line.text) is None
    return sentence_goes_on and not numbered.firm and numbered.value != 1 and line.page == follower.page


def _paragraph(lines: Sequence[Line], kind: BlockKind) -> Block:
    text = lines[0].content
    for line in lines[1:]:
        text = joined([text, inserted(_between(text.text, line.text)), line.content])
    return Block(kind, tuple(split_sentences(text)))


def _between(first: str, second: str) -> str:
    """What stands between the words of two lines when they are joined: a space between Latin words only."""
    last, begin = first[-1:], second[:1]
    latin = last.isascii() and begin.isascii() and begin.isalnum() and (last.isalnum() or last in ",;:.")
    return " " if latin else ""


def split_sentences(text: MappedText) -> list[MappedText]:
    """The sentences of a paragraph, each with its full stop."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text.text)]
    ends = [end for end in ends if end < len(text)] + [len(text)]
    return [text.part(start, end) for start, end in zip([0, *ends], ends, strict=False)]
