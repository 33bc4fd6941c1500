"""Heading lines and the contents' entries in; the heading lines as the contents confirm them, out."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.structure.body import Body
from corpus.structure.contents_pages import heading_key
from corpus.structure.heading_lines import UNNUMBERED, HeadingLine
from corpus.structure.numbering import find_numbering
from corpus.types import Page

_MOST_LINES = 3
_LEAST_LETTERS = 4


def with_contents(found: Sequence[HeadingLine], body: Body, pages: Sequence[Page]) -> list[HeadingLine]:
    """The headings, those that an entry of the contents names firm (one that stands alone, as (1) without a
    (2), is a heading then), with lines that only the contents show to be headings.

    Where pages print their numbers, a heading must stand on the page that its entry tells.
    """
    told: dict[str, set[str | None]] = {}
    for entry in body.contents.entries:
        if not entry.listed and len(key := heading_key(entry.heading)) >= _LEAST_LETTERS:
            told.setdefault(key, set()).add(entry.label)
    if not told:
        return list(found)
    printed = {page.number: set(page.label.split("-")) for page in pages if page.label}
    confirmed = [_confirmed(heading, told, printed, body) for heading in found]
    more = _only_in_contents(confirmed, told, printed, body)
    begun = {heading.index for heading in more}
    return [*(heading for heading in confirmed if heading.index not in begun), *more]


def _confirmed(
    heading: HeadingLine, told: dict[str, set[str | None]], printed: dict[int, set[str]], body: Body
) -> HeadingLine:
    labels = told.get(heading_key(heading.text))
    if labels is None or not _agrees(labels, body.lines[heading.index].page, printed):
        return heading
    return replace(heading, numbering=replace(heading.numbering, firm=True))


def _agrees(labels: set[str | None], page: int, printed: dict[int, set[str]]) -> bool:
    return not printed or bool(labels.intersection(printed.get(page, ())))


def _only_in_contents(
    found: Sequence[HeadingLine], told: dict[str, set[str | None]], printed: dict[int, set[str]], body: Body
) -> list[HeadingLine]:
    """The lines, up to three in one, that say what an entry of their printed page says; they may go on from
    a heading's line (第２号様式 / 活動記録簿)."""
    if not printed:
        return []
    starts = {heading.index for heading in found if heading.lines == 1}
    taken = {at for heading in found for at in range(heading.index, heading.index + heading.lines)}
    known = {heading_key(heading.text) for heading in found}
    longest = max(map(len, told))
    more: list[HeadingLine] = []
    for index, line in enumerate(body.lines):
        joined = ""
        for at in range(index, min(index + _MOST_LINES, len(body.lines))):
            other = body.lines[at]
            begins = at == index and at in starts
            if (
                (at in taken and not begins)
                or other.page != line.page
                or other.blank
                or len(joined) > longest
            ):
                break
            joined = f"{joined}{_space(joined)}{other.text}"
            key = heading_key(joined)
            if key in told and key not in known and _agrees(told[key], line.page, printed):
                numbering = replace(find_numbering(joined) or UNNUMBERED, firm=True)
                more.append(HeadingLine(index, numbering, joined, at + 1 - index))
                taken.update(range(index, at + 1))
                known.add(key)
                break
    return more


def _space(before: str) -> str:
    """What parts a heading's line from its next: a space after a number alone (第２号様式)."""
    numbering = find_numbering(before)
    return " " if numbering is not None and numbering.end == len(before) else ""
