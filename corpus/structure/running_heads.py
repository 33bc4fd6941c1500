"""The lines of a document's pages in, those that only head or foot a page out."""

import re
from collections import defaultdict, deque
from collections.abc import Collection, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from corpus.normalising import fold, squeeze
from corpus.structure.facing_pages import printed_pages
from corpus.structure.lines import Line, filled
from corpus.structure.numbering import find_numbering
from corpus.structure.numbering_styles import BUDGET_STYLES
from corpus.structure.page_labels import numeral_lines
from corpus.tables.lines import is_amount, is_head_row, split_cells
from corpus.types import Page

EDGE_LINES = 6
_LEAST_PAGES = 3
_WIDEST_STEP = 3
_LONGEST = 80
_LEAST_READ = 4
_MOSTLY = 0.75


def find_running_lines(pages: Sequence[Page], lines: Mapping[int, Sequence[Line]]) -> set[Line]:
    """The running heads and feet and the printed page numbers among the lines of each page.

    A running head stands at the edge of three pages or more that follow each other, or every second one
    (odd and even pages have heads of their own), the same but for its figures. Column heads of a table that
    goes on are none.
    """
    numerals = {page.number: _own_numeral_lines(page) for page in pages}
    edges = {
        page.number: [
            edge for half in printed_pages(page, filled(lines[page.number])) for edge in _edges(half)
        ]
        for page in pages
        if page.number in lines
    }
    keys = _keys(edges, {page.number for page in pages if page.read_by == "ocr"})
    repeated = _repeated_keys(edges, keys)
    running: set[Line] = set()
    for page in pages:
        for edge in edges.get(page.number, ()):
            running |= _running_at(edge, keys, repeated[page.number], numerals[page.number])
        running |= {
            line for line in filled(lines.get(page.number, ())) if _place(line) in numerals[page.number]
        }
    return running - _headings_that_come_again(lines, running)


def _headings_that_come_again(lines: Mapping[int, Sequence[Line]], running: set[Line]) -> set[Line]:
    """The first of the running heads that are a numbered heading, on one page after the other but not on
    most, where the heading stands nowhere else: the heading of a table that goes on."""
    pages: dict[str, list[Line]] = defaultdict(list)
    elsewhere: set[str] = set()
    for number in sorted(lines):
        for line in filled(lines[number]):
            if line in running:
                pages[squeeze(line.text)].append(line)
            else:
                elsewhere.add(squeeze(line.text))
    return {
        found[0]
        for text, found in pages.items()
        if 2 * len(found) <= len(lines)
        and text not in elsewhere
        and _counts(found[0].text)
        and _one_after_the_other(found)
    }


def _counts(text: str) -> bool:
    numbering = find_numbering(text)
    return numbering is not None and numbering.value is not None


def _one_after_the_other(lines: Sequence[Line]) -> bool:
    return all(later.page == earlier.page + 1 for earlier, later in pairwise(lines))


def _own_numeral_lines(page: Page) -> dict[tuple[int, int], str]:
    """Where the page's own number is printed, with what stands beside it."""
    if page.label is None:
        return {}
    own = {page.label, *page.label.split("-")}
    return {_place(line): numeral.beside for line, numeral in numeral_lines(page) if numeral.label in own}


def _place(line: Line) -> tuple[int, int]:
    return line.start, line.end


def _edges(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    half = (len(lines) + 1) // 2
    size = min(EDGE_LINES, half)
    return list(lines[:size]), list(reversed(lines[max(size, len(lines) - size) :]))


def _keys(edges: Mapping[int, Sequence[Sequence[Line]]], read_pages: Collection[int]) -> dict[Line, str]:
    """The words of each line at an edge, but for figures and spaces; on pages that OCR read those of a line
    near them that they are nearly the same as."""
    keys: dict[Line, str] = {}
    near: deque[list[str]] = deque(maxlen=_WIDEST_STEP)
    for number in sorted(edges):
        found = []
        for line in (line for edge in edges[number] for line in edge):
            key = _key(line)
            if number in read_pages and len(key) <= _LONGEST:
                key = next((one for before in near for one in before if _nearly_same(one, key)), key)
            keys[line] = key
            found.append(key)
        near.append(found)
    return keys


def _nearly_same(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LEAST_READ or max(len(one), len(other)) > _LONGEST:
        return False
    match = SequenceMatcher(None, one, other, autojunk=False)
    return match.quick_ratio() >= _MOSTLY and match.ratio() >= _MOSTLY


def _repeated_keys(
    edges: Mapping[int, Sequence[Sequence[Line]]], keys: Mapping[Line, str]
) -> Mapping[int, set[str]]:
    """For each page the words that come again and again at the edges of the stretch of pages it lies in."""
    seen: dict[str, list[int]] = defaultdict(list)
    for number in sorted(edges):
        for key in {keys[line] for edge in edges[number] for line in edge if _may_run(line)}:
            seen[key].append(number)
    repeated: dict[int, set[str]] = defaultdict(set)
    for key, numbers in seen.items():
        stretch: list[int] = []
        for number in [*numbers, numbers[-1] + _WIDEST_STEP + 1]:
            if stretch and number - stretch[-1] > _WIDEST_STEP:
                if len(stretch) >= _LEAST_PAGES:
                    for page in stretch:
                        repeated[page].add(key)
                stretch = []
            stretch.append(number)
    return repeated


def _may_run(line: Line) -> bool:
    return (
        len(line.text) <= _LONGEST
        and not is_head_row(line.text)
        and not _is_mostly_amounts(line.text)
        and not line.text.endswith("。")
        and not _is_budget_heading(line.text)
    )


def _is_mostly_amounts(text: str) -> bool:
    cells = split_cells(text)
    return 2 * sum(map(is_amount, cells)) >= len(cells)


def _is_budget_heading(text: str) -> bool:
    """款 and 項 stand over each page of their table: they say what the page is about, and are no running
    head."""
    numbering = find_numbering(text)
    return numbering is not None and numbering.style in BUDGET_STYLES


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", fold(line.text)))


def _running_at(
    edge: Sequence[Line],
    words: Mapping[Line, str],
    repeated: Collection[str],
    numerals: Mapping[tuple[int, int], str],
) -> set[Line]:
    """The running lines from the page's edge inwards, up to the first line that is none; each key once."""
    found: set[Line] = set()
    keys: set[str] = set()
    last: Line | None = None
    for line in edge:
        if _place(line) in numerals:
            found.add(line)
            continue
        if last is not None and len(line.text) == len(last.text) == 1 and line.text.isdigit():
            found.add(line)  # the figure of a chapter's tab, 第 over 2 over 章
            last = line
            continue
        key = words[line]
        if key in keys or key not in repeated or not _may_run(line):
            break
        keys.add(key)
        found.add(line)
        last = line
    return found
