"""A Table in, its cells with their texts, row by row, out."""

import unicodedata
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.mapped_text import mapped
from corpus.normalising import NOISE, readable
from corpus.types import Page, Span, Table

_SPARSE = 50
_SMALL = 10_000


@dataclass(frozen=True, slots=True)
class TextCell:
    """A cell with its text to read. `row` and `column` count the rows and columns that begin with any cell,
    from 0; `last_row` and `last_column` are the last that it covers. `indent` is how far its text stands in,
    in half ems: by the spaces before it, full-width ones as two, and by its place in its column."""

    row: int
    column: int
    last_row: int
    last_column: int
    text: str
    indent: int
    span: Span


Row = Mapping[int, TextCell]
"""The cells that cover a row, by column; a merged cell stands in each that it covers."""


@dataclass(frozen=True, slots=True)
class CellGrid:
    """The rows of a table. `columns` is their number of columns; empty cells are left out."""

    page: int
    rows: tuple[Row, ...]
    columns: int


def cell_grid(table: Table, page: Page) -> CellGrid:
    """The cells of a table on its page. Where its rows and columns are far more than its cells, merged
    cells stand in their first place only."""
    row_at = {row: at for at, row in enumerate(sorted({cell.row for cell in table.cells}))}
    column_at = {column: at for at, column in enumerate(sorted({cell.column for cell in table.cells}))}
    rows: list[dict[int, TextCell]] = [{} for _ in row_at]
    spread = len(row_at) * len(column_at) <= _SPARSE * len(table.cells) + _SMALL
    known_rows, known_columns = list(row_at), list(column_at)
    for cell in table.cells:
        raw = page.text[cell.span.start : cell.span.end]
        text = _text(raw, page, cell.span)
        if not text:
            continue
        row, column = row_at[cell.row], column_at[cell.column]
        merged = spread and (cell.rows > 1 or cell.columns > 1)
        last_row = bisect_left(known_rows, cell.row + cell.rows) - 1 if merged else row
        last_column = bisect_left(known_columns, cell.column + cell.columns) - 1 if merged else column
        indent = cell.indent + _indent(raw)
        placed = TextCell(row, column, last_row, last_column, text, indent, cell.span)
        for covered in rows[row : last_row + 1]:
            for at in range(column, last_column + 1):
                covered.setdefault(at, placed)
    return CellGrid(table.page, tuple(dict(sorted(row.items())) for row in rows), len(column_at))


def _text(raw: str, page: Page, span: Span) -> str:
    if not raw or raw.isspace():
        return ""
    if len(raw.split()) == 1 and raw == raw.strip() and not NOISE.search(raw):
        return raw
    return " ".join(readable(mapped(page, span.start, span.end)).text.split())


def _indent(raw: str) -> int:
    spaces = raw[: len(raw) - len(raw.lstrip())]
    return sum(2 if unicodedata.east_asian_width(space) in "WF" else 1 for space in spaces)


def own_cells(row: Row) -> list[TextCell]:
    """The cells of a row from left to right, each once."""
    found: list[TextCell] = []
    for cell in row.values():
        if not found or found[-1] is not cell:
            found.append(cell)
    return found
