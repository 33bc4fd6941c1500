"""Boxes on a slide in; the order in which they are read, out."""

from collections.abc import Sequence
from dataclasses import dataclass

_MOST = 400
_ACROSS = 1.5
_OVERLAP = 0.1
_SAME_ROW = 0.5
_LEAST_ROWS = 3
_ALIGNED = 0.7
_ABREAST = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a shape stands: left, top, right, bottom, in any one unit."""

    left: float
    top: float
    right: float
    bottom: float


def reading_order(places: Sequence[Place]) -> list[int]:
    """The indexes of the places, from top to bottom and from left to right.

    The slide is cut again and again where its widest white space goes right across (the recursive X-Y cut of
    Nagy and Seth, 1984); a gutter between columns must be clearly wider than the gap between rows.
    """
    if len(places) > _MOST:
        return _by_row(places, range(len(places)))
    found: list[int] = []
    waiting = [list(range(len(places)))]
    while waiting:
        group = waiting.pop()
        parts = _cut(places, group) if len(group) > 1 else None
        if parts is None:
            found += _by_row(places, group)
        else:
            waiting += reversed(parts)
    return found


def _by_row(places: Sequence[Place], group: Sequence[int]) -> list[int]:
    found: list[int] = []
    row: list[int] = []
    for at in sorted(group, key=lambda at: (places[at].top, places[at].left, at)):
        if row and not _beside(places[row[0]], places[at]):
            found += sorted(row, key=lambda at: (places[at].left, at))
            row = []
        row.append(at)
    return found + sorted(row, key=lambda at: (places[at].left, at))


def _beside(first: Place, second: Place) -> bool:
    """Whether two boxes begin at nearly the same height."""
    least = min(first.bottom - first.top, second.bottom - second.top)
    return abs(second.top - first.top) <= _SAME_ROW * least


def _cut(places: Sequence[Place], group: Sequence[int]) -> tuple[list[int], list[int]] | None:
    """The boxes before and after a cut; None where they are to be read row by row."""
    rows, row_gap = _widest_gap([(places[at].top, places[at].bottom, at) for at in group])
    columns, column_gap = _widest_gap([(places[at].left, places[at].right, at) for at in group])
    if columns is None or (rows is not None and column_gap <= _ACROSS * max(row_gap, 0)):
        return rows
    if not _stand_abreast(places, *columns):
        return rows
    return None if _is_grid(places, *columns) else columns


def _stand_abreast(places: Sequence[Place], left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether the boxes on either side of a gutter take much the same height, as columns do."""
    sides = [
        (min(places[at].top for at in side), max(places[at].bottom for at in side)) for side in (left, right)
    ]
    (top, bottom), (other_top, other_bottom) = sides
    shared = min(bottom, other_bottom) - max(top, other_top)
    return shared >= _ABREAST * max(bottom - top, other_bottom - other_top)


def _is_grid(places: Sequence[Place], left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether boxes on either side of a gutter stand beside each other, one for one: labels and their
    texts."""
    paired = sum(any(_beside(places[one], places[other]) for other in right) for one in left)
    return paired >= max(_LEAST_ROWS, _ALIGNED * max(len(left), 1))


def _widest_gap(sides: list[tuple[float, float, int]]) -> tuple[tuple[list[int], list[int]] | None, float]:
    """The boxes before and after the widest gap between them along one direction, and its width.

    Boxes may overlap a little at a gap: those are drawn by hand.
    """
    sides.sort()
    best, widest = 0, float("-inf")
    end = sides[0][1]
    for number, (start, stop, _) in enumerate(sides[1:], 1):
        allowed = _OVERLAP * min(stop - start, sides[number - 1][1] - sides[number - 1][0])
        if start - end >= -allowed and start - end > widest:
            best, widest = number, start - end
        end = max(end, stop)
    if not best:
        return None, widest
    order = [at for _, _, at in sides]
    return (order[:best], order[best:]), widest
