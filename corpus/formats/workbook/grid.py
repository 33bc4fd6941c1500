"""A sheet's texts by place, and its merged ranges, in; bands of rows between empty ones out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

Place = tuple[int, int]
"""A row and a column, from 0."""
Merged = tuple[Place, Place]
"""The first and the last cell of a merged range."""

_MOST_COVERED = 4_000_000
_MANY = 5
_TALLEST = 20


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell that holds text; `last_row` and `last_column` are the last that it covers."""

    row: int
    column: int
    last_row: int
    last_column: int
    text: str


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of a sheet with no empty row among them; each with its cells from left to right."""

    rows: tuple[tuple[SheetCell, ...], ...]

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns in which its cells begin, ascending."""
        return tuple(sorted({cell.column for row in self.rows for cell in row}))


def place_cells(
    texts: Mapping[int, Mapping[int, str]], merged: Iterable[Merged]
) -> list[tuple[SheetCell, ...]]:
    """The rows that hold text, with their cells; what a merged range hides under its first cell is left
    out, as it is on the sheet."""
    ends: dict[Place, Place] = {}
    hidden: set[Place] = set()
    for (row, column), (last_row, last_column) in merged:
        if not texts.get(row, {}).get(column):
            continue
        ends[row, column] = (last_row, last_column)
        area = (last_row - row + 1) * (last_column - column + 1)
        if len(hidden) + area <= _MOST_COVERED:
            hidden.update(
                (at, beside)
                for at in range(row, last_row + 1)
                for beside in range(column, last_column + 1)
                if (at, beside) != (row, column)
            )
    rows = []
    for row, cells in sorted(texts.items()):
        placed = tuple(
            SheetCell(row, column, *ends.get((row, column), (row, column)), text)
            for column, text in sorted(cells.items())
            if text and (row, column) not in hidden
        )
        if placed:
            rows.append(placed)
    return rows


def with_circles(
    rows: Iterable[tuple[SheetCell, ...]], circled: Iterable[Place]
) -> list[tuple[SheetCell, ...]]:
    """The rows with ○ before the text of each cell that a circle is drawn around."""
    columns: dict[int, list[int]] = {}
    for row, column in circled:
        columns.setdefault(row, []).append(column)

    def marked(cell: SheetCell) -> SheetCell:
        lines = range(cell.row, min(cell.last_row, cell.row + _TALLEST) + 1)
        if any(
            cell.column <= column <= cell.last_column for line in lines for column in columns.get(line, ())
        ):
            return replace(cell, text=f"○{cell.text}")
        return cell

    return [tuple(map(marked, row)) for row in rows] if columns else list(rows)


def once(row: tuple[SheetCell, ...]) -> tuple[SheetCell, ...]:
    """A row whose many cells all say the same words (a filler, a warning) says them once."""
    first = row[0]
    if len(row) < _MANY or len(first.text) < _MANY or any(cell.text != first.text for cell in row):
        return row
    return (replace(first, last_column=row[-1].last_column),)


def split_bands(rows: Sequence[tuple[SheetCell, ...]]) -> Iterator[Band]:
    """The rows in bands; a row that a merged cell from above covers is not empty."""
    band: list[tuple[SheetCell, ...]] = []
    reach = -1
    for row in rows:
        if band and row[0].row > reach + 1:
            yield Band(tuple(band))
            band = []
        band.append(row)
        reach = max(reach, *(cell.last_row for cell in row))
    if band:
        yield Band(tuple(band))
