"""A frame of rules in; its cells, merged ones included, as rectangles out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.layout.grid_frames import Frame
from corpus.layout.types import Floats

_NARROWEST = 3.5
_COVERED = 0.6
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Region:
    """Elementary cells that no rule parts: first and last row and column (inclusive)."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """The x of the column edges and the y of the row edges, ascending, and the regions between them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]


def find_lattice(frame: Frame) -> Lattice | None:
    """The cells of a frame; its outer sides count as drawn. None where it has far too many rules."""
    left, top, right, bottom = frame.bounds
    xs = _edges(np.r_[frame.upright[:, 0], left, right])
    ys = _edges(np.r_[frame.level[:, 0], top, bottom])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > _MOST_CELLS:
        return None
    upright = _walls(frame.upright, xs, ys)
    level = _walls(frame.level, ys, xs)
    gutter = [
        any(low - 1 <= (x0 + x1) / 2 <= high + 1 for low, high in frame.gutters) for x0, x1 in pairwise(xs)
    ]
    for column in np.flatnonzero(gutter):
        upright[[column, column + 1], :] = True
    regions = [
        region
        for cells in _unparted(rows, columns, upright, level)
        for region in _rectangles(cells)
        if not gutter[region.left]
    ]
    return Lattice(tuple(xs), tuple(ys), tuple(sorted(regions, key=lambda one: (one.top, one.left))))


def _edges(values: Floats) -> list[float]:
    edges: list[list[float]] = []
    for value in np.sort(values).tolist():
        if edges and value - edges[-1][0] <= _NARROWEST:
            edges[-1].append(value)
        else:
            edges.append([value])
    return [sum(edge) / len(edge) for edge in edges]


def _walls(lines: Floats, places: Sequence[float], edges: Sequence[float]) -> NDArray[np.bool_]:
    """(places, edges less one): whether a line stands at each place between two edges; the outer places
    always have one."""
    at = np.abs(lines[:, [0]] - np.asarray(places)).argmin(axis=1)
    low, high = np.asarray(edges[:-1]), np.asarray(edges[1:])
    shared = np.minimum(lines[:, [2]], high) - np.maximum(lines[:, [1]], low)
    covered = np.zeros((len(places), len(low)))
    np.add.at(covered, at, np.maximum(shared, 0))
    walls: NDArray[np.bool_] = covered >= _COVERED * (high - low)
    walls[[0, -1], :] = True
    return walls


def _unparted(
    rows: int, columns: int, upright: NDArray[np.bool_], level: NDArray[np.bool_]
) -> Iterable[list[tuple[int, int]]]:
    """The sets of elementary cells (row, column) between which no wall stands."""
    seen = np.zeros((rows, columns), dtype=bool).tolist()
    right_open = (~upright[1:-1].T).tolist()
    below_open = (~level[1:-1]).tolist()
    for row in range(rows):
        for column in range(columns):
            if seen[row][column]:
                continue
            seen[row][column] = True
            cells = [(row, column)]
            for r, c in cells:
                for near_row, near_column, free in (
                    (r, c + 1, c + 1 < columns and right_open[r][c]),
                    (r, c - 1, c > 0 and right_open[r][c - 1]),
                    (r + 1, c, r + 1 < rows and below_open[r][c]),
                    (r - 1, c, r > 0 and below_open[r - 1][c]),
                ):
                    if free and not seen[near_row][near_column]:
                        seen[near_row][near_column] = True
                        cells.append((near_row, near_column))
            yield cells


def _rectangles(cells: Sequence[tuple[int, int]]) -> list[Region]:
    """The cells as one rectangle, or, where they make none, as strips of rows of like width."""
    by_row: dict[int, list[int]] = defaultdict(list)
    for row, column in cells:
        by_row[row].append(column)
    open_runs: dict[tuple[int, int], Region] = {}
    done: list[Region] = []
    for row in sorted(by_row):
        runs = _runs(sorted(by_row[row]))
        for key in [key for key in open_runs if key not in runs or open_runs[key].bottom != row - 1]:
            done.append(open_runs.pop(key))
        for run in runs:
            above = open_runs.get(run)
            open_runs[run] = Region(above.top if above else row, run[0], row, run[1])
    return [*done, *open_runs.values()]


def _runs(columns: Sequence[int]) -> set[tuple[int, int]]:
    runs: list[list[int]] = []
    for column in columns:
        if runs and runs[-1][1] == column - 1:
            runs[-1][1] = column
        else:
            runs.append([column, column])
    return {(first, last) for first, last in runs}
