"""The rows of a sheet in; its text with the cells' places in it, and its tables, out."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.formats.grid_paper import is_grid_paper, joined_letters
from corpus.formats.workbook_grid import Band, SheetCell, split_bands
from corpus.types import Cell, Span, Table

_LEAST_CELLS = 4


@dataclass(slots=True)
class SheetText:
    """The text of one page as it grows, and the tables on it."""

    page: int
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    tables: list[Table] = field(default_factory=list)

    def add(self, text: str) -> Span:
        """Where the text stands once it is added."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return Span(self.page, start, self.length)


def write_rows(
    written: SheetText, rows: Sequence[tuple[SheetCell, ...]], widths: Mapping[int, float]
) -> None:
    """Adds the rows to the text, a line each; bands of several rows and columns are tables as well."""
    paper = is_grid_paper(rows, widths)
    if paper:
        rows = [joined_letters(row) for row in rows]
    for band in split_bands(rows):
        _write_band(written, band, paper)


def _write_band(written: SheetText, band: Band, paper: bool) -> None:
    columns = band.columns
    at = {column: number for number, column in enumerate(columns)}
    sheet_rows = [row[0].row for row in band.rows]
    cells: list[Cell] = []
    for number, row in enumerate(band.rows):
        next_column = columns[0]
        for position, cell in enumerate(row):
            skipped = 0 if paper or len(row) == 1 else at[cell.column] - bisect_left(columns, next_column)
            written.add("\t" * (skipped + (position > 0)))
            span = written.add(cell.text)
            next_column = cell.last_column + 1
            height = bisect_left(sheet_rows, cell.last_row + 1) - number
            width = bisect_left(columns, next_column) - at[cell.column]
            cells.append(Cell(number, at[cell.column], span, height, width))
        written.add("\n")
    if len(band.rows) > 1 and len(columns) > 1 and len(cells) >= _LEAST_CELLS:
        written.tables.append(Table(written.page, tuple(cells)))
