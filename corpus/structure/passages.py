"""Sections in, passages out: about 300 characters each, never over a section's border, cut where the text
pauses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.mapped_text import MappedText, inserted, joined
from corpus.structure.body import Body, find_body
from corpus.structure.contents_passages import contents_drafts
from corpus.structure.drafts import Draft, finished
from corpus.structure.lines import Line
from corpus.structure.paragraphs import Block, SectionLines, split_blocks
from corpus.tables.captions import RowPlaces, caption_of
from corpus.tables.sources import lines_of_tables
from corpus.types import MAX_PASSAGE_CHARACTERS, ParsedDocument, Passage, Section, TableRow

WHOLE = 5 / 3
"""A section up to so many times the target stays whole: what says one thing is best found and read as one."""
_TAIL = 0.4
_LONGEST_HEAD = 200
_ROOM = MAX_PASSAGE_CHARACTERS - _LONGEST_HEAD


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is not cut: a sentence or a row. `before` parts it from the unit before, `head` are its table's
    head lines, `rows` those of its table that it holds."""

    text: MappedText
    before: str
    head: MappedText | None
    rows: tuple[TableRow, ...]


def split_passages(
    parsed: ParsedDocument, sections: Sequence[Section], target: int = 300, rows: Sequence[TableRow] = ()
) -> tuple[Passage, ...]:
    """The passages of a document in reading order, those of its contents entries after those of its
    sections.

    `target` is the length aimed at, in characters; a section of up to 5/3 of it stays one passage, and none
    is longer than MAX_PASSAGE_CHARACTERS. `rows` are those of the document's tables: a passage of them
    begins with their title, unit, column heads and what they stand under, as far as they are not in its own
    text; these words stand on no span.
    """
    if not 50 <= target <= MAX_PASSAGE_CHARACTERS:
        raise ValueError(f"target is {target}; allowed are 50 to {MAX_PASSAGE_CHARACTERS} characters")
    body = find_body(parsed)
    tables = _Tables(RowPlaces(rows), lines_of_tables(parsed, body.lines))
    drafts: list[Draft] = []
    for section, lines in zip(sections, _lines_of(sections, body.lines), strict=True):
        drafts += [
            Draft(section.headings, text, section.page_labels)
            for text in _pieces(body, tables, section, lines, target)
        ]
    drafts += contents_drafts(parsed, sections, body.contents, target)
    return finished(parsed, drafts)


@dataclass(frozen=True, slots=True)
class _Tables:
    """The rows of a document's tables by their place, and the number of its table for each of their lines."""

    rows: RowPlaces
    lines: Mapping[Line, int]


def _lines_of(sections: Sequence[Section], lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The body's lines of each section; the sections must be in the order of the body."""
    at = 0
    for section in sections:
        found: list[Line] = []
        for span in section.spans:
            while at < len(lines) and (lines[at].page, lines[at].start) < (span.page, span.start):
                at += 1
            while at < len(lines) and lines[at].page == span.page and lines[at].end <= span.end:
                found.append(lines[at])
                at += 1
        yield found


def _pieces(
    body: Body, tables: _Tables, section: Section, lines: Sequence[Line], target: int
) -> list[MappedText]:
    """The texts of a section's passages."""
    widths = [body.full_widths[line] for line in lines]
    known = SectionLines(lines, widths, section.headings, body.footnotes, tables.lines)
    units = _units(split_blocks(known), tables.rows, target)
    lengths = [len(unit.text) + len(unit.before) for unit in units]
    total = sum(lengths)
    if total <= min(WHOLE * target, _ROOM) and not _turns_page(units, lengths, target):
        return [_text(units)] if units else []
    aim = total / max(round(total / target), 1)
    groups: list[list[_Unit]] = [[]]
    size = 0
    for unit, length in zip(units, lengths, strict=True):
        if groups[-1] and (
            _is_full(size, length, unit, aim)
            or (_on_new_page(groups[-1][-1], unit) and size >= _TAIL * target)
        ):
            groups.append([])
            size = 0
        groups[-1].append(unit)
        size += length
    return [_text(group) for group in _without_small_tails(groups, target)]


def _on_new_page(before: _Unit, unit: _Unit) -> bool:
    """Whether a paragraph or row begins on another page than the one before it ends on."""
    return unit.before == "\n" and _last_page(before.text) != unit.text.pages[0]


def _last_page(text: MappedText) -> int:
    return next(page for page in reversed(text.pages) if page)


def _turns_page(units: Sequence[_Unit], lengths: Sequence[int], target: int) -> bool:
    """Whether a short section has a page's turn between paragraphs with enough before and after it to stand
    alone."""
    size, total = 0, sum(lengths)
    for at, unit in enumerate(units):
        if at and _on_new_page(units[at - 1], unit) and min(size, total - size) >= _TAIL * target:
            return True
        size += lengths[at]
    return False


def _is_full(size: int, length: int, unit: _Unit, aim: float) -> bool:
    """Whether a passage of `size` characters ends before the unit: sooner where a paragraph ends than
    within one."""
    if size + length > _ROOM:
        return True
    if size + length > 1.5 * aim:
        return size >= 0.5 * aim
    if unit.before == "\n":
        return size >= 0.8 * aim
    return size >= aim


def _without_small_tails(groups: list[list[_Unit]], target: int) -> list[list[_Unit]]:
    merged: list[list[_Unit]] = []
    for group in groups:
        room = _ROOM - _size(group)
        if (
            merged
            and _size(merged[-1]) <= room
            and (not _on_new_page(merged[-1][-1], group[0]) or _size(group) < 40)
            and min(_size(group), _size(merged[-1])) < _TAIL * target
        ):
            merged[-1] = [*merged[-1], *group]
        else:
            merged.append(group)
    return merged


def _size(group: Sequence[_Unit]) -> int:
    return sum(len(unit.text) + len(unit.before) for unit in group)


def _units(blocks: Sequence[Block], places: RowPlaces, target: int) -> list[_Unit]:
    units: list[_Unit] = []
    for block in blocks:
        for number, unit in enumerate(block.units):
            head = block.head(number)
            for place, part in enumerate(_cut(unit, target)):
                before = "\n" if number == place == 0 else block.joiner if place == 0 else ""
                rows = places.rows_of(part) if block.kind == "table" else ()
                units.append(_Unit(part, before, head, rows))
    return units


def _cut(unit: MappedText, target: int) -> list[MappedText]:
    """A unit too long for a passage in parts, cut between cells, or after a comma or space."""
    longest = _ROOM - 1
    parts = []
    while len(unit) > longest:
        window = unit.text[target:longest]
        pause = window.find("\t")
        if pause < 0:
            pause = max((window.rfind(mark) for mark in "、，, \n　"), default=-1)
        at = target + pause + 1 if pause >= 0 else longest
        parts.append(unit.part(0, at).stripped())
        unit = unit.part(at, len(unit)).stripped()
    return [*parts, unit]


def _text(group: Sequence[_Unit]) -> MappedText:
    """The text of a passage; what its table's rows are of stands before it where it does not say so."""
    parts: list[MappedText] = []
    for number, unit in enumerate(group):
        if number and unit.before:
            parts.append(inserted(unit.before))
        parts.append(unit.text)
    text = joined(parts)
    caption = _caption(group, text)
    return joined([inserted(caption + "\n"), text]) if caption else text


def _caption(group: Sequence[_Unit], text: MappedText) -> str:
    first = next((unit for unit in group if unit.head is not None or unit.rows), None)
    if first is None:
        return ""
    heads = first.head.text if first.head is not None else ""
    if any(unit.text.text in heads for unit in group):
        heads = ""
    rows = [row for unit in group for row in unit.rows]
    return caption_of(rows, text, heads, _LONGEST_HEAD)
