"""The rules drawn on a page in; joined level and upright lines out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.layout.types import Floats

_THICKEST = 3.5
_SAME_LINE = 1.2
_GAP = 3.2
_SHORTEST = 5.0
_OUTSIDE = 1.0


@dataclass(frozen=True, slots=True)
class Rules:
    """Joined lines. Both arrays are (lines, 3): where the line lies (y of a level one, x of an upright one),
    its start and its end, in points."""

    level: Floats
    upright: Floats


def join_rules(rules: Floats, page_width: float, page_height: float) -> Rules:
    """The lines that the rules make: pieces on one line with small gaps (dotted lines, a line drawn cell by
    cell, the two edges of a thin box) are one line; those shorter than 5 points, and those that leave the
    page, are left out."""
    corners = np.array([-_OUTSIDE, -_OUTSIDE, page_width + _OUTSIDE, page_height + _OUTSIDE])
    rules = rules[((rules[:, :2] >= corners[:2]) & (rules[:, 2:] <= corners[2:])).all(axis=1)]
    width, height = rules[:, 2] - rules[:, 0], rules[:, 3] - rules[:, 1]
    level = rules[(height <= _THICKEST) & (width >= height)]
    upright = rules[(width <= _THICKEST) & (height > width)]
    return Rules(_joined(level[:, [1, 3, 0, 2]]), _joined(upright[:, [0, 2, 1, 3]]))


def _joined(lines: Floats) -> Floats:
    """The lines (both edges across, start, end) with those that go on with each other made one."""
    if not len(lines):
        return np.zeros((0, 3), dtype=np.float32)
    place: Floats = lines[:, :2].mean(axis=1, dtype=np.float32)
    start, end = lines[:, 2], lines[:, 3]
    line = cluster(place, _SAME_LINE)
    order = np.lexsort((start, line))
    place, start, end, line = place[order], start[order], end[order], line[order]
    apart = line.astype(np.float64) * (float(end.max()) - float(start.min()) + 2 * _GAP)
    reach = np.maximum.accumulate(end + apart)
    begins = np.flatnonzero(np.r_[True, (start + apart)[1:] > reach[:-1] + _GAP])
    weight = np.maximum(end - start, 0.01).astype(np.float64)
    joined = np.stack(
        [
            np.add.reduceat(place * weight, begins) / np.add.reduceat(weight, begins),
            np.minimum.reduceat(start, begins),
            np.maximum.reduceat(end, begins),
        ],
        axis=1,
    ).astype(np.float32)
    kept: Floats = joined[joined[:, 2] - joined[:, 1] >= _SHORTEST]
    return kept


def cluster(values: Floats, tolerance: float) -> NDArray[np.int64]:
    """For each value the number of its cluster, ascending from 0; a gap above `tolerance` parts two."""
    order = np.argsort(values, kind="stable")
    steps = np.r_[0, np.cumsum(np.diff(values[order]) > tolerance)]
    found = np.empty(len(values), dtype=np.int64)
    found[order] = steps
    return found
