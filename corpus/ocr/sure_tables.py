"""The tables found on a scanned page in; the same with those whose rows do not hold marked unsure, out."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.layout.types import Grid, GridCell, PageCharacters

_LEVEL = 0.5
_AMOUNT = re.compile(r"[-△▲(（【]*[\d０-９][\d０-９,，.．]*[)）】%％]*")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a cell: its middle and height in points, and whether it is an amount."""

    cell: GridCell
    middle: float
    height: float
    is_amount: bool


def sure_tables(page: PageCharacters, grids: Sequence[Grid]) -> list[Grid]:
    """The tables, those marked uncertain whose rows are not what stands level on the page."""
    return [grid if _rows_hold(page, grid) else replace(grid, certain=False) for grid in grids]


def _rows_hold(page: PageCharacters, grid: Grid) -> bool:
    """Whether no cell holds names that stand level with amounts of different rows, and no row holds amounts
    that do not stand level."""
    lines = [_line(page, cell, characters) for cell in grid.cells for characters in cell.lines if characters]
    beside = _amounts_beside(lines)
    if any(len(rows) > 1 for rows in beside.values()):
        return False
    of_row: dict[int, list[_Line]] = defaultdict(list)
    for line in lines:
        if line.is_amount and line.cell.rows == 1:
            of_row[line.cell.row].append(line)
    return all(_are_level(amounts) for amounts in of_row.values())


def _amounts_beside(lines: Sequence[_Line]) -> dict[tuple[int, int], set[int]]:
    """For each cell of several lines the rows of the amounts that its lines stand level with."""
    ordered = sorted(lines, key=lambda line: line.middle)
    beside: dict[tuple[int, int], set[int]] = defaultdict(set)
    last = 0
    for line in ordered:
        while ordered[last].middle < line.middle - _LEVEL * line.height:
            last += 1
        for other in ordered[last:]:
            if other.middle > line.middle + _LEVEL * line.height:
                break
            if other.is_amount and len(line.cell.lines) > 1 and other.cell.column != line.cell.column:
                beside[line.cell.row, line.cell.column].add(other.cell.row)
    return beside


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
    return _Line(cell, (top + bottom) / 2, bottom - top, not runs_down and bool(_AMOUNT.fullmatch(text)))
