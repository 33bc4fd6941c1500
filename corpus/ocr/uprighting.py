"""Lines as they lie on a picture in, the turn and the skew of the picture undone."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.ocr.types import OcrLine, Quad

_MOST_SKEW = 10.0
_TALL = 1.5
_ENOUGH_LEVEL = 0.5
_LONG = 4.0
"""A line this many times as long as high tells the skew."""


@dataclass(frozen=True, slots=True)
class UprightLine:
    """A line in the upright picture: its bounds in pixels there, and the line as it was read.

    `turned` counts the quarters clockwise that it lies turned there; a column of vertical writing is not.
    """

    line: OcrLine
    left: float
    top: float
    right: float
    bottom: float
    turned: int = 0

    @property
    def height(self) -> float:
        """Of its bounds, in pixels."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """Of its bounds, in pixels."""
        return self.right - self.left

    @property
    def runs_down(self) -> bool:
        """Whether its characters stand one below the other, as in a column or a line on its side."""
        return len(self.line.text) > 1 and (self.turned % 2 == 1 or self.height > _TALL * self.width)


@dataclass(frozen=True, slots=True)
class Uprighting:
    """How a picture is set upright: points (x, y, 1) times `matrix` (2, 3) are in a picture of that size."""

    matrix: NDArray[np.float64]
    width: int
    height: int


def find_uprighting(lines: Sequence[OcrLine], size: tuple[int, int]) -> Uprighting:
    """The turn (by quarters) that most characters lie in, and the skew of the long lines, undone.

    A page with much level text is not turned: what lies on its side there are the words of a drawing.
    """
    directions = Counter[int]()
    for line in lines:
        directions[round(_direction(line.box) / 90) % 4] += len(line.text)
    most, characters = directions.most_common(1)[0] if directions else (0, 0)
    quarters = most if directions[0] < _ENOUGH_LEVEL * characters else 0
    weights = [
        (((_direction(line.box) - 90 * quarters + 180) % 360) - 180, _length(line.box))
        for line in lines
        if _length(line.box) > _LONG * _thickness(line.box)
    ]
    skew = _weighted_median([pair for pair in weights if abs(pair[0]) <= _MOST_SKEW])
    angle = math.radians(-(90 * quarters + skew))
    across, down = size
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    corners = np.array([[0, 0], [across, 0], [across, down], [0, down]]) @ turn.T
    low, high = corners.min(axis=0), corners.max(axis=0)
    matrix = np.concatenate([turn, -low[:, None]], axis=1)
    return Uprighting(matrix, math.ceil(high[0] - low[0]), math.ceil(high[1] - low[1]))


def upright_lines(lines: Sequence[OcrLine], uprighting: Uprighting) -> list[UprightLine]:
    """Each line with its bounds in the upright picture."""
    return [_upright(line, uprighting) for line in lines]


def _upright(line: OcrLine, uprighting: Uprighting) -> UprightLine:
    corners = np.array(line.box) @ uprighting.matrix[:, :2].T + uprighting.matrix[:, 2]
    left, top = corners.min(axis=0)
    right, bottom = corners.max(axis=0)
    across, down = corners[1] - corners[0]
    turned = round(math.degrees(math.atan2(down, across)) / 90) % 4
    return UprightLine(line, float(left), float(top), float(right), float(bottom), turned)


def _direction(box: Quad) -> float:
    (x0, y0), (x1, y1) = box[0], box[1]
    return math.degrees(math.atan2(y1 - y0, x1 - x0)) % 360


def _length(box: Quad) -> float:
    return math.dist(box[0], box[1])


def _thickness(box: Quad) -> float:
    return max(math.dist(box[0], box[3]), 1.0)


def _weighted_median(pairs: Sequence[tuple[float, float]]) -> float:
    half, seen = sum(weight for _, weight in pairs) / 2, 0.0
    for value, weight in sorted(pairs):
        seen += weight
        if seen >= half:
            return value
    return 0.0
