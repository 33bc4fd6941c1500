"""The lines of a document's pages in, those that only head or foot a page out."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.lines import Line, filled
from corpus.normalising import fold
from corpus.numbering import find_numbering
from corpus.numbering_styles import BUDGET_STYLES
from corpus.page_labels import numeral_lines
from corpus.tables import is_amount, is_head_row, split_cells
from corpus.types import Page

EDGE_LINES = 6
_LEAST_PAGES = 3
_WIDEST_STEP = 3
_LONGEST = 80


def find_running_lines(pages: Sequence[Page], lines: Mapping[int, Sequence[Line]]) -> set[Line]:
    """The running heads and feet and the printed page numbers among the lines of each page.

    A running head stands at the edge of three pages or more that follow each other, or every second one
    (odd and even pages have heads of their own), the same but for its figures. Column heads of a table that
    goes on are none.
    """
    numerals = {page.number: _own_numeral_lines(page) for page in pages}
    edges = {number: _edges(filled(found)) for number, found in lines.items()}
    repeated = _repeated_keys(edges)
    running: set[Line] = set()
    for page in pages:
        for edge in edges.get(page.number, ()):
            running |= _running_at(edge, repeated, page.number, numerals[page.number])
        running |= {
            line for line in filled(lines.get(page.number, ())) if _place(line) in numerals[page.number]
        }
    return running


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


def _repeated_keys(edges: Mapping[int, tuple[list[Line], list[Line]]]) -> dict[str, set[int]]:
    """For each line, but for its figures, the pages of the stretches on which it comes again and again."""
    seen: dict[str, list[int]] = defaultdict(list)
    for number in sorted(edges):
        for key in {_key(line) for edge in edges[number] for line in edge if _may_run(line)}:
            seen[key].append(number)
    repeated: dict[str, set[int]] = {}
    for key, numbers in seen.items():
        stretch: list[int] = []
        for number in [*numbers, numbers[-1] + _WIDEST_STEP + 1]:
            if stretch and number - stretch[-1] > _WIDEST_STEP:
                if len(stretch) >= _LEAST_PAGES:
                    repeated.setdefault(key, set()).update(stretch)
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
    edge: Sequence[Line], repeated: Mapping[str, set[int]], page: int, numerals: Mapping[tuple[int, int], str]
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
        key = _key(line)
        if key in keys or page not in repeated.get(key, ()) or not _may_run(line):
            break
        keys.add(key)
        found.add(line)
        last = line
    return found
