"""What marked-up text (HTML, Markdown) is read into: lines, headings and tables, one after the other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.formats.office_text import OfficeCell, PageText, is_wide
from corpus.reader import FileText, UnreadableFile
from corpus.types import Page


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text; an empty one parts paragraphs."""

    text: str


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading, `level` from 1."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table's cells; `certain` is False where it cannot be told which column each stands in."""

    cells: tuple[OfficeCell, ...]
    certain: bool = True


Block = TextLine | HeadingLine | TableBlock
GAP = TextLine("")

_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_BREAKS = re.compile("[\n\r\v\f\x00\x1c-\x1e\x85\u2028\u2029]")


def one_line(text: str) -> str:
    """Text as a browser shows it: white space as one space, and none where a line of the source ends
    between two full-width characters. No-break spaces stay, as spaces."""
    shown = _WHITE_SPACE.sub(_space, text.translate(_INVISIBLE).strip(" \t\r\n\f"))
    return _BREAKS.sub(" ", shown).replace("\u00a0", " ")


def _space(found: re.Match[str]) -> str:
    if "\n" not in found[0] and "\r" not in found[0]:
        return " "
    before, after = found.string[found.start() - 1], found.string[found.end()]
    return "" if is_wide(before) and is_wide(after) else " "


def write_page(blocks: Iterable[Block], title: str | None) -> FileText:
    """One page with the blocks, `page_count` 0. Raises UnreadableFile where they hold no text."""
    written = PageText(1)
    parted = True
    for block in blocks:
        if block == GAP or isinstance(block, HeadingLine):
            written.add("" if parted else "\n")
            parted = True
        if isinstance(block, HeadingLine):
            written.add_heading(block.text, block.level)
        elif isinstance(block, TableBlock):
            written.add_table(block.cells)
            if not block.certain:
                written.tables[-1:] = [replace(table, certain=False) for table in written.tables[-1:]]
            written.add("\n")
            parted = True
        elif block.text:
            written.add(f"{block.text}\n")
            parted = False
    text = written.text
    if not text.strip():
        raise UnreadableFile("it holds no text")
    page = Page(1, None, text, "text")
    return FileText((page,), 0, tuple(written.headings), tuple(written.tables), title or None)
