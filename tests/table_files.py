"""Parsed documents with tables, made from rows of cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Cell, Document, Page, ParsedDocument, Span, Table


@dataclass(frozen=True)
class Merged:
    """A cell over several rows or columns."""

    text: str
    rows: int = 1
    columns: int = 1


TableRows = Sequence[Sequence[str | Merged]]
"""The rows of a table: what a merged cell covers is not written again."""


def document_with(
    *pages: Sequence[str | TableRows],
    fiscal_year: int | None = None,
    kind: str | None = None,
    certain: bool = True,
) -> ParsedDocument:
    """A document with pages of lines (strings) and tables (rows of cells), in their order."""
    made = [_page(number, parts, certain) for number, parts in enumerate(pages, 1)]
    document = Document("cd" * 32, "表.pdf", "表", kind, None, fiscal_year, len(pages))
    tables = tuple(table for _, found in made for table in found)
    return ParsedDocument(document, tuple(page for page, _ in made), tables=tables)


def _page(number: int, parts: Sequence[str | TableRows], certain: bool) -> tuple[Page, list[Table]]:
    text = ""
    tables: list[Table] = []
    for part in parts:
        if isinstance(part, str):
            text += part + "\n"
            continue
        lines, cells = _cells(part, number, len(text))
        text += lines
        tables.append(Table(number, cells, certain))
    return Page(number, None, text, "text"), tables


def _cells(rows: TableRows, page: int, at: int) -> tuple[str, tuple[Cell, ...]]:
    covered: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    text = ""
    width = max(sum(cell.columns if isinstance(cell, Merged) else 1 for cell in row) for row in rows)
    for number, row in enumerate(rows):
        waiting = list(row)
        column = 0
        while column < width:
            if column:
                text += "\t"
            if (number, column) in covered or not waiting:
                column += 1
                continue
            given = waiting.pop(0)
            cell = given if isinstance(given, Merged) else Merged(given)
            span = Span(page, at + len(text), at + len(text) + len(cell.text))
            cells.append(Cell(number, column, span, cell.rows, cell.columns))
            text += cell.text
            covered |= {(number + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
            column += 1
        text += "\n"
    return text, tuple(cells)
