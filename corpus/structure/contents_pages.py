"""Contents entries in; the printed pages of sections, and the headings over a page, out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.normalising import fold
from corpus.structure.contents import Contents, ContentsEntry
from corpus.structure.numbering import find_numbering

_MOST_PAGES = 4
_SHORT = 500
"""A section of so few characters stands on the page of its heading, or ends on the next at most."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A heading of the contents with the printed page that it starts on and the one that what follows
    starts on."""

    key: str
    first: int
    last: int


def section_labels(
    paths: Sequence[tuple[str, ...]], lengths: Sequence[int], contents: Contents
) -> list[tuple[str, ...]]:
    """For each section (by its headings and its length, in order) the printed pages that the contents tell
    for it.

    A short section with an entry of its own has its entry's page. One that goes from its page to that of
    the next entry has all pages of that range, at most four; of a longer range only the first page is told,
    and only to the section that begins with the heading itself.
    """
    told = _told(contents.entries)
    labels: list[tuple[str, ...]] = []
    current: _Told | None = None
    at = 0
    for path, length in zip(paths, lengths, strict=True):
        opened = False
        for key in map(heading_key, path):
            place = next((index for index in range(at, len(told)) if told[index].key == key), None)
            if place is not None:
                current, at, opened = told[place], place + 1, True
        pages = _pages_of(current, opened)
        labels.append(pages[:1] if opened and length <= _SHORT else pages)
    return labels


def heading_key(heading: str) -> str:
    """A heading to compare: folded, without white space."""
    return re.sub(r"\s+", "", fold(heading))


def _told(entries: Sequence[ContentsEntry]) -> list[_Told]:
    """The headings of contents pages and lists of findings by page, each once."""
    numbered = dict.fromkeys(
        (heading_key(entry.heading), int(entry.label))
        for entry in entries
        if entry.label is not None and entry.label.isdigit()
    )
    by_page = sorted(numbered, key=lambda told: told[1])
    following = [page for _, page in [*by_page[1:], *by_page[-1:]]]
    return [_Told(key, page, after) for (key, page), after in zip(by_page, following, strict=True)]


def _pages_of(told: _Told | None, opened: bool) -> tuple[str, ...]:
    if told is None:
        return ()
    if told.last - told.first < _MOST_PAGES:
        return tuple(str(page) for page in range(told.first, told.last + 1))
    return (str(told.first),) if opened else ()


def headings_over(entry: ContentsEntry, contents: Contents) -> tuple[str, ...]:
    """The headings, outermost first, that the page of a listed entry lies under by the contents page.

    Where a heading starts on that very page it may stand after the entry, so only what both sides share is
    told.
    """
    if entry.label is None or not entry.label.isdigit():
        return ()
    page = int(entry.label)
    path: list[tuple[int, str]] = []
    before: tuple[str, ...] | None = None
    for one in contents.entries:
        if one.listed or one.label is None or not one.label.isdigit() or int(one.label) > page:
            continue
        if int(one.label) == page and before is None:
            before = tuple(text for _, text in path)
        numbering = find_numbering(one.heading)
        depth = numbering.depth if numbering else 0
        path = [*((at, text) for at, text in path if at < depth), (depth, one.heading)]
    after = tuple(text for _, text in path)
    if before is None:
        return after
    shared = 0
    while shared < min(len(before), len(after)) and before[shared] == after[shared]:
        shared += 1
    return after if before == after[: len(before)] and len(before) == len(after) else after[:shared]
