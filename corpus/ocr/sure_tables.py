"""The tables found on a scanned page in; the same with those whose rows do not hold marked unsure, out."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from corpus.layout.types import Grid, GridCell, PageCharacters

_LEVEL = 0.5
_SEAL = 80.0
"""Points; the seal of an office is 21 to 24 mm wide."""
_AMOUNT = re.compile(r"[-△▲(（【]*[\d０-９][\d０-９,，.．]*[)）】%％]*")

_ENDS_IN_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+[)）】]?$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a cell: its middle and height in points, whether it is an amount, and whether it holds one
    after other words."""

    cell: GridCell
    middle: float
    height: float
    is_amount: bool
    ends_in_amount: bool


def sure_tables(page: PageCharacters, grids: Sequence[Grid]) -> list[Grid]:
    """The tables, those marked uncertain whose rows are not what stands level on the page, and what is no
    larger than a seal."""
    return [
        grid if _is_large(grid) and _rows_hold(page, grid) else replace(grid, certain=False) for grid in grids
    ]


def _is_large(grid: Grid) -> bool:
    left, top, right, bottom = grid.bounds
    return max(right - left, bottom - top) > _SEAL


def _rows_hold(page: PageCharacters, grid: Grid) -> bool:
    """Whether no cell holds names that stand level with amounts of different rows or several lines one of
    which has its amount with it, and no row holds amounts of one name that do not stand level."""
    lines = [_line(page, cell, characters) for cell in grid.cells for characters in cell.lines if characters]
    if any(line.ends_in_amount and len(line.cell.lines) > 1 for line in lines):
        return False
    beside: dict[tuple[int, int], set[int]] = defaultdict(set)
    for name, amount in _side_by_side(lines):
        beside[name.cell.row, name.cell.column].add(amount.cell.row)
    if any(len(rows) > 1 for rows in beside.values()):
        return False
    return all(_are_level(amounts) for amounts in _amounts_of_names(lines))


def _side_by_side(lines: Sequence[_Line]) -> Iterator[tuple[_Line, _Line]]:
    """Each line of a cell with several and the amounts level with it, up to the next name right of it."""
    ordered = sorted(lines, key=lambda line: line.middle)
    first = 0
    for line in ordered:
        reach = _LEVEL * line.height
        while ordered[first].middle < line.middle - reach:
            first += 1
        if len(line.cell.lines) == 1 or line.is_amount:
            continue
        last = bisect_right(ordered, line.middle + reach, key=_middle)
        level = sorted(ordered[first:last], key=_column)
        right = level[bisect_right(level, line.cell.column, key=_column) :]
        yield from ((line, amount) for amount in takewhile(_is_amount, right))


def _amounts_of_names(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The amounts of each row that follow each other without a name between them."""
    ordered = sorted((line for line in lines if line.cell.rows == 1), key=lambda line: line.cell.row)
    for _, row in groupby(ordered, key=lambda line: line.cell.row):
        for is_amount, run in groupby(sorted(row, key=_column), key=_is_amount):
            if is_amount:
                yield list(run)


def _middle(line: _Line) -> float:
    return line.middle


def _column(line: _Line) -> int:
    return line.cell.column


def _is_amount(line: _Line) -> bool:
    return line.is_amount


def _are_level(amounts: Sequence[_Line]) -> bool:
    """Whether the amounts of a row stand on one level."""
    ordered = sorted(amounts, key=lambda line: line.middle)
    levels: list[_Line] = []
    for line in ordered:
        if not levels or line.middle - levels[-1].middle > _LEVEL * max(line.height, levels[-1].height):
            levels.append(line)
    return len(levels) <= 1


def _line(page: PageCharacters, cell: GridCell, characters: Sequence[int]) -> _Line:
    boxes = page.boxes[list(characters)]
    top, bottom = float(boxes[:, 1].min()), float(boxes[:, 3].max())
    text = "".join(page.text[index] for index in characters if not page.text[index].isspace())
    runs_down = bottom - top > 2 * float(boxes[0, 3] - boxes[0, 1])
    is_amount = not runs_down and bool(_AMOUNT.fullmatch(text))
    ends = not is_amount and bool(_ENDS_IN_AMOUNT.search(text))
    return _Line(cell, (top + bottom) / 2, bottom - top, is_amount, ends)
