"""Tables of two facing pages in; those that are one table over both, joined row by row, out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from corpus.layout.columns import Gutter
from corpus.layout.letters import is_figure
from corpus.layout.types import Grid, GridCell, PageCharacters

_SAME_EDGE = 6.0
_SAME_ROW = 0.5

Tops = dict[int, float]
Pair = tuple[int | None, int | None]


def join_facing_tables(page: PageCharacters, grids: Sequence[Grid], fold: Gutter) -> list[Grid]:
    """The grids, a left and a right one that begin and end at the same height being one.

    Rows whose text begins at the same height are one row; those of the heads, which are centred, are paired
    in their order.
    """
    left = [grid for grid in grids if grid.bounds[2] <= fold.middle]
    right = [grid for grid in grids if grid.bounds[0] >= fold.middle]
    joined: list[Grid] = [grid for grid in grids if grid not in left and grid not in right]
    for grid in left:
        partner = next((other for other in right if _is_partner(grid, other)), None)
        if partner is not None:
            right.remove(partner)
        joined.append(grid if partner is None else _joined(page, grid, partner))
    return sorted([*joined, *right], key=lambda grid: (grid.bounds[1], grid.bounds[0]))


def _is_partner(left: Grid, right: Grid) -> bool:
    return left.certain == right.certain and all(
        abs(left.bounds[side] - right.bounds[side]) <= _SAME_EDGE for side in (1, 3)
    )


def _joined(page: PageCharacters, left: Grid, right: Grid) -> Grid:
    pairs = _paired(_tops(page, left), _tops(page, right), _SAME_ROW * _line_height(page, left))
    pairs = _with_heads_in_order(pairs, _rows_with_figures(page, left), _rows_with_figures(page, right))
    left_rows = {row: at for at, (row, _) in enumerate(pairs) if row is not None}
    right_rows = {row: at for at, (_, row) in enumerate(pairs) if row is not None}
    width = 1 + max(cell.column + cell.columns - 1 for cell in left.cells)
    cells = [
        *_moved(left.cells, left_rows, len(pairs), 0),
        *_moved(right.cells, right_rows, len(pairs), width),
    ]
    bounds = (left.bounds[0], left.bounds[1], right.bounds[2], max(left.bounds[3], right.bounds[3]))
    return Grid(bounds, tuple(cells), left.certain)


def _tops(page: PageCharacters, grid: Grid) -> Tops:
    """Where the text of each row that has any begins, from the top of the page."""
    tops: Tops = {}
    for cell in grid.cells:
        places = [float(page.boxes[index, 1]) for line in cell.lines[:1] for index in line]
        if places:
            tops[cell.row] = min([*places, tops.get(cell.row, places[0])])
    return tops


def _line_height(page: PageCharacters, grid: Grid) -> float:
    heights = [
        float(page.boxes[index, 3] - page.boxes[index, 1])
        for cell in grid.cells
        for line in cell.lines[:1]
        for index in line[:1]
    ]
    return sorted(heights)[len(heights) // 2] if heights else 0.0


def _rows_with_figures(page: PageCharacters, grid: Grid) -> set[int]:
    return {
        cell.row
        for cell in grid.cells
        if any(is_figure(page.text[index]) for line in cell.lines for index in line)
    }


def _paired(left: Tops, right: Tops, tolerance: float) -> list[Pair]:
    """The rows of both from top to bottom, those that begin at the same height together."""
    first, second = sorted(left, key=left.__getitem__), sorted(right, key=right.__getitem__)
    pairs: list[Pair] = []
    at, other = 0, 0
    while at < len(first) or other < len(second):
        top = left[first[at]] if at < len(first) else float("inf")
        facing = right[second[other]] if other < len(second) else float("inf")
        if abs(top - facing) <= tolerance:
            pairs.append((first[at], second[other]))
            at, other = at + 1, other + 1
        elif top < facing:
            pairs.append((first[at], None))
            at += 1
        else:
            pairs.append((None, second[other]))
            other += 1
    return pairs


def _with_heads_in_order(
    pairs: Sequence[Pair], left_figures: set[int], right_figures: set[int]
) -> list[Pair]:
    body = next(
        (at for at, (row, other) in enumerate(pairs) if row in left_figures or other in right_figures), 0
    )
    lefts = [row for row, _ in pairs[:body] if row is not None]
    rights = [row for _, row in pairs[:body] if row is not None]
    return [*zip_longest(lefts, rights), *pairs[body:]]


def _moved(cells: Sequence[GridCell], rows: dict[int, int], count: int, column: int) -> list[GridCell]:
    """The cells in the joined table's rows and columns; a row without any text is left out."""
    ordered = sorted(rows)
    moved = []
    for cell in cells:
        held = [row for row in ordered if cell.row <= row < cell.row + cell.rows]
        if not held:
            continue
        after = next((rows[row] for row in ordered if row >= cell.row + cell.rows), count)
        start = rows[held[0]]
        moved.append(replace(cell, row=start, column=cell.column + column, rows=max(after - start, 1)))
    return moved
