"""A line cut out of a picture, the ways it may lie out."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""(height, width, 3): blue, green, red."""

Lie = Literal["level", "head", "column", "right", "left"]
"""How a line lies: level, on its head, as a column of vertical writing, its head to the right or the left."""

_QUARTERS: dict[Lie, int] = {"level": 0, "right": 1, "head": 2, "left": 3}
FIRST_CORNER: dict[Lie, int] = {"level": 0, "column": 0, "right": 1, "head": 2, "left": 3}
"""The corner of its box (clockwise from the upper left, 0) where the text of a line begins."""

_MOST_OF_AN_EM = 1.02


def set_level(line: Pixels, lie: Lie) -> Pixels:
    """The picture of a line that lies so, with its characters upright from left to right."""
    if lie == "column":
        return laid_across(line)
    return np.ascontiguousarray(np.rot90(line, _QUARTERS[lie]))


def laid_across(column: Pixels) -> Pixels:
    """A column of vertical writing with its characters set side by side."""
    import cv2

    grey = cv2.cvtColor(column, cv2.COLOR_BGR2GRAY)
    _, ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    dark: NDArray[np.bool_] = np.asarray(ink > 0) if np.mean(ink) <= 127 else np.asarray(ink == 0)
    inked = np.flatnonzero(dark.any(axis=0))
    if not len(inked):
        return column
    em = int(inked[-1] - inked[0] + 1)
    pieces = [column[top:bottom] for top, bottom in _characters(np.asarray(dark.any(axis=1)), em)]
    side = max(column.shape[1], *(len(piece) for piece in pieces))
    ground = np.median(column, axis=(0, 1)).astype(np.uint8)
    return np.concatenate([_squared(piece, side, ground) for piece in pieces], axis=1)


def _characters(inked: NDArray[np.bool_], em: int) -> list[tuple[int, int]]:
    """First and last row (exclusive) of each character: strokes that fit into one em together; what runs
    through is cut at every em."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inked, [False]]).astype(np.int8)))
    most = max(1, round(_MOST_OF_AN_EM * em))
    characters: list[tuple[int, int]] = []
    for top, bottom in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if characters and bottom - characters[-1][0] <= most:
            characters[-1] = (characters[-1][0], bottom)
        else:
            characters.extend((start, min(start + most, bottom)) for start in range(top, bottom, most))
    return characters


def _squared(character: Pixels, side: int, ground: Pixels) -> Pixels:
    """A character in the middle of a square of the ground's colour."""
    square = np.empty((side, side, 3), dtype=np.uint8)
    square[:] = ground
    height, width = character.shape[:2]
    top, left = (side - height) // 2, (side - width) // 2
    square[top : top + height, left : left + width] = character
    return square


def straightened(pixels: Pixels, box: NDArray[np.float32]) -> Pixels:
    """The part of a picture in a box of four corners (clockwise from the upper left), its edges level."""
    import cv2

    corners = box.astype(np.float32)
    width = max(1, round(max(_distance(corners, 0, 1), _distance(corners, 2, 3))))
    height = max(1, round(max(_distance(corners, 0, 3), _distance(corners, 1, 2))))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    part = cv2.warpPerspective(
        pixels, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC
    )
    return np.ascontiguousarray(part, dtype=np.uint8)


def _distance(corners: NDArray[np.float32], one: int, other: int) -> float:
    return float(np.linalg.norm(corners[one] - corners[other]))
