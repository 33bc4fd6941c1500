"""Sections in, passages out: about 300 characters each, never over a section's border, cut where the text
pauses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.body import Body, find_body
from corpus.contents_passages import contents_drafts
from corpus.drafts import Draft, finished
from corpus.lines import Line
from corpus.mapped_text import MappedText, inserted, joined
from corpus.paragraphs import Block, SectionLines, split_blocks
from corpus.types import MAX_PASSAGE_CHARACTERS, ParsedDocument, Passage, Section

WHOLE = 5 / 3
"""A section up to so many times the target stays whole: what says one thing is best found and read as one."""
_TAIL = 0.4
_LONGEST_HEAD = 160
_ROOM = MAX_PASSAGE_CHARACTERS - _LONGEST_HEAD
_ROWS_SEEN = 4


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is not cut: a sentence or a row. `before` parts it from the unit before, `head` are its table's
    heads."""

    text: MappedText
    before: str
    head: MappedText | None


def split_passages(
    parsed: ParsedDocument, sections: Sequence[Section], target: int = 300
) -> tuple[Passage, ...]:
    """The passages of a document in reading order, those of its contents entries after those of its
    sections.

    `target` is the length aimed at, in characters; a section of up to 5/3 of it stays one passage, and none
    is longer than MAX_PASSAGE_CHARACTERS. A passage that goes on with a table begins with the table's
    column heads, which stand on no span.
    """
    if not 50 <= target <= MAX_PASSAGE_CHARACTERS:
        raise ValueError(f"target is {target}; allowed are 50 to {MAX_PASSAGE_CHARACTERS} characters")
    body = find_body(parsed)
    drafts: list[Draft] = []
    for section, lines in zip(sections, _lines_of(sections, body.lines), strict=True):
        drafts += [
            Draft(section.headings, text, section.page_labels)
            for text in _pieces(body, section, lines, target)
        ]
    drafts += contents_drafts(parsed, sections, body.contents, target)
    return finished(parsed, drafts)


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


def _pieces(body: Body, section: Section, lines: Sequence[Line], target: int) -> list[MappedText]:
    """The texts of a section's passages."""
    widths = [body.full_widths[line] for line in lines]
    known = SectionLines(lines, widths, section.headings, body.footnotes)
    units = _units(split_blocks(known), target)
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


def _units(blocks: Sequence[Block], target: int) -> list[_Unit]:
    units: list[_Unit] = []
    for block in blocks:
        for number, unit in enumerate(block.units):
            head = block.head(number)
            if head is not None and len(head) > _LONGEST_HEAD:
                head = None
            for place, part in enumerate(_cut(unit, target)):
                before = "\n" if number == place == 0 else block.joiner if place == 0 else ""
                units.append(_Unit(part, before, head))
    return units


def _cut(unit: MappedText, target: int) -> list[MappedText]:
    """A unit too long for a passage in parts, cut after a comma or space where there is one."""
    longest = _ROOM - 1
    parts = []
    while len(unit) > longest:
        window = unit.text[target:longest]
        pause = max((window.rfind(mark) for mark in "、，, \t\n　"), default=-1)
        at = target + pause + 1 if pause >= 0 else longest
        parts.append(unit.part(0, at).stripped())
        unit = unit.part(at, len(unit)).stripped()
    return [*parts, unit]


def _text(group: Sequence[_Unit]) -> MappedText:
    """The text of a passage; where it goes on with a table, that table's column heads stand before it."""
    parts: list[MappedText] = []
    head = group[0].head
    if head is not None and all(unit.text.text not in head.text for unit in group[:_ROWS_SEEN]):
        parts.append(inserted(head.text + "\n"))
    for number, unit in enumerate(group):
        if number and unit.before:
            parts.append(inserted(unit.before))
        parts.append(unit.text)
    return joined(parts)
