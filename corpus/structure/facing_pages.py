"""A page and its lines in; the lines of the printed pages that stand on it out."""

from collections.abc import Sequence

from corpus.structure.lines import Line
from corpus.types import Page


def printed_pages(page: Page, lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each printed page: of the left and of the right one where two face each other on the
    sheet, else all of them."""
    if not page.right:
        return [list(lines)]
    halves: tuple[list[Line], list[Line]] = ([], [])
    for line in lines:
        halves[any(start < line.end and line.start < end for start, end in page.right)].append(line)
    return [half for half in halves if half]
