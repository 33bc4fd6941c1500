"""Lines in; how wide a full line is at each of them, out: it tells a wrapped line from a paragraph's last."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from corpus.structure.lines import Line
from corpus.tables.lines import is_row

_AROUND = 6
_LEAST_WIDTH = 24
_NEARLY = 0.93
_LEAST_LINES = 3
_LEAST_WRAPPED = 0.3


def wraps_lines(lines: Sequence[Line]) -> bool:
    """Whether a plain text is broken at a fixed width: many of its lines are as wide as its widest ones."""
    widths = sorted(line.width + line.indent for line in lines if line.width >= 40 and not is_row(line.text))
    if len(widths) < 5:
        return False
    full = widths[int(0.9 * (len(widths) - 1))]
    return sum(0.94 * full <= width <= full + 2 for width in widths) >= _LEAST_WRAPPED * len(widths)


def full_widths(lines: Sequence[Line]) -> list[int]:
    """For each line the columns of a full line around it, or else on its page, or else in the document; 0
    where no width comes often enough.

    Text that is wrapped shows by lines of nearly the same width, one after the other; a page with few lines
    is set as the others are.
    """
    widths = [0 if line.blank or is_row(line.text) else line.width + line.indent for line in lines]
    by_page: dict[int, list[int]] = {}
    for line, width in zip(lines, widths, strict=True):
        by_page.setdefault(line.page, []).append(width)
    usual = {page: _common_width(found) for page, found in by_page.items()}
    anywhere = _common_width(list(usual.values()))
    for page, found in by_page.items():
        if not usual[page] and any(_NEARLY * anywhere <= width <= anywhere for width in found):
            usual[page] = anywhere
    full = []
    for index, line in enumerate(lines):
        first, last = max(0, index - _AROUND), min(len(lines), index + _AROUND + 1)
        around = [widths[at] for at in range(first, last) if lines[at].page == line.page]
        full.append(_common_width(around) or usual[line.page])
    return full


def _common_width(widths: Sequence[int]) -> int:
    """The width that most of the lines nearly have, the wider one of two as common; 0 where fewer than
    three have it."""
    wide = sorted(width for width in widths if width >= _LEAST_WIDTH)
    best, most = 0, _LEAST_LINES - 1
    for width in reversed(wide):
        near = bisect_right(wide, width) - bisect_left(wide, _NEARLY * width)
        if near > most:
            best, most = width, near
    return best
