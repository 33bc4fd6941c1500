"""A document in; its lines as rows of cells, in reading order, out."""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from corpus.tables.cells import cell_grid
from corpus.tables.sources import extent
from corpus.types import Page, ParsedDocument, Span, Table

_GAP = re.compile(r"[ \u3000]*\u3000[ \u3000]*| {2,}")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell that holds text. `carried`: it stands in an earlier row and covers this one as well."""

    column: int
    text: str
    span: Span
    carried: bool = False


@dataclass(frozen=True, slots=True)
class FormRow:
    """The cells of a row, left to right. Rows of one table (or run of lines with tabs) share a `block`.

    `columns` tells whether a cell's column is its place among the columns, not only its rank in the line.
    """

    block: int
    cells: tuple[FormCell, ...]
    columns: bool

    @property
    def own(self) -> tuple[FormCell, ...]:
        """The cells that begin in this row."""
        return tuple(cell for cell in self.cells if not cell.carried)


def form_rows(parsed: ParsedDocument) -> Iterator[FormRow]:
    """The rows of a document; tables whose cells are not certain are left out."""
    block = 0
    for page in parsed.pages:
        tables = sorted(
            ((extent(table), table) for table in parsed.tables if table.page == page.number),
            key=lambda placed: placed[0].start,
        )
        at = 0
        for place, table in tables:
            if place.end <= max(at, place.start):
                continue
            start = page.text.rfind("\n", 0, place.start) + 1
            block = yield from _rows_of_lines(page, at, max(start, at), block)
            block += 1
            if table.certain:
                yield from _rows_of_table(table, page, block)
            end = page.text.find("\n", place.end)
            at = len(page.text) if end < 0 else end
        block = yield from _rows_of_lines(page, at, len(page.text), block)


def _rows_of_table(table: Table, page: Page, block: int) -> Iterator[FormRow]:
    for number, row in enumerate(cell_grid(table, page).rows):
        cells: list[FormCell] = []
        last = None
        for cell in row.values():
            if cell is not last:
                cells.append(FormCell(cell.column, cell.text, cell.span, cell.row < number))
            last = cell
        if cells:
            yield FormRow(block, tuple(cells), True)


def _rows_of_lines(page: Page, start: int, end: int, block: int) -> Generator[FormRow, None, int]:
    """The rows of the lines between two places; returns the number of the last block."""
    block += 1
    last = start
    for match in _LINE.finditer(page.text, start, end):
        line = match[0]
        tabbed = "\t" in line.strip()
        if not tabbed or match.start() > last + 1:
            block += 1
        last = match.end()
        if line.isspace():
            continue
        cells = []
        at = match.start()
        pieces = line.split("\t") if tabbed else _GAP.split(line)
        for column, piece in enumerate(pieces):
            text = piece.strip()
            if text and not (len(text) > 3 and set(text) == {"-"}):
                first = page.text.index(text, at)
                cells.append(FormCell(column, text, Span(page.number, first, first + len(text))))
            at += len(piece) + 1 if tabbed else 0
        if cells:
            yield FormRow(block, tuple(cells), tabbed)
    return block
