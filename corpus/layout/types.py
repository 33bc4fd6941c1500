"""A page's characters, rules and tables as they lie on the page: in points, upright, from its upper left."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PageCharacters:
    """The characters of a page and the rules drawn on it, as the page is shown (turned upright).

    `text` has one character for each of pdfium's character indexes; `boxes` is (characters, 4): left, top,
    right, bottom in points, y downwards; zeros for what has no place (line ends that pdfium made up). `sizes`
    (characters,) are type sizes in points, `bold` (characters,) whether the type is heavy, or Gothic.
    `rules` is (rules, 4): left, top, right, bottom of every straight line and edge of a filled box or frame;
    a level one has (nearly) no height, an upright one no width. `sideways` are the indexes of the characters
    that lie turned by a quarter compared with most (a page number on a landscape page's edge).
    """

    width: float
    height: float
    text: str
    boxes: Floats
    sizes: Floats
    bold: NDArray[np.bool_]
    rules: Floats
    sideways: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: row and column from 0, how many of each it covers, and its lines.

    A line is the indexes of its characters from left to right (in a vertical cell from top to bottom).
    `indent` is how far its words stand in from its column's left edge, in half ems.
    """

    row: int
    column: int
    rows: int
    columns: int
    lines: tuple[tuple[int, ...], ...]
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a page: its bounds (left, top, right, bottom) and its cells by row and column.

    `certain` is False where the cells could not be told apart surely.
    """

    bounds: tuple[float, float, float, float]
    cells: tuple[GridCell, ...]
    certain: bool
