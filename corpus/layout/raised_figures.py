"""A line in; which of its characters are raised figures, the numbers of footnotes, out."""

from collections.abc import Container
from statistics import median

from corpus.layout.letters import is_figure
from corpus.layout.lines import Line
from corpus.layout.types import PageCharacters

_SMALLER = 0.9
_RAISED = 0.18
_RAISED_AS_LARGE = 0.3
_CLOSE = 0.3


def raised_figures(page: PageCharacters, line: Line) -> frozenset[int]:
    """The characters of a line that are figures raised above it: the numbers of footnotes.

    They are small; one as large as the text is raised by more and close behind a letter.
    """
    if line.vertical or line.size <= 0:
        return frozenset()
    middle = _middle(page, line)
    raised: set[int] = set()
    behind: int | None = None
    for index in line.characters:
        if is_figure(page.text[index]):
            height = (middle - _middle_of(page, index)) / line.size
            if float(page.sizes[index]) < _SMALLER * line.size:
                found = height > _RAISED
            else:
                found = height > _RAISED_AS_LARGE and _is_close_behind(
                    page, line, behind, index, middle, raised
                )
            if found:
                raised.add(index)
        behind = index
    return frozenset(raised)


def _is_close_behind(
    page: PageCharacters, line: Line, behind: int | None, index: int, middle: float, raised: Container[int]
) -> bool:
    """Whether a character follows closely on a letter that stands on the line, or on a raised figure."""
    if behind is None or float(page.boxes[index, 0] - page.boxes[behind, 2]) > _CLOSE * line.size:
        return False
    on_line = abs(_middle_of(page, behind) - middle) < _RAISED * line.size
    return behind in raised or (on_line and not is_figure(page.text[behind]))


def _middle_of(page: PageCharacters, index: int) -> float:
    return float(page.boxes[index, 1] + page.boxes[index, 3]) / 2


def _middle(page: PageCharacters, line: Line) -> float:
    full = [index for index in line.characters if float(page.sizes[index]) > 0.9 * line.size]
    return median(float(page.boxes[index, 1] + page.boxes[index, 3]) / 2 for index in full or line.characters)
