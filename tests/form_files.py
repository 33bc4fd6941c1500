"""Forms made by the tests, as documents whose tables the reader found."""

from collections.abc import Sequence

from corpus.forms.fields import find_fields
from corpus.types import Cell, Document, Field, Page, ParsedDocument, Span, Table

Row = Sequence[str]


def form(*blocks: str | Sequence[Row], fiscal_year: int | None = 2024) -> ParsedDocument:
    """A document of one page: lines of text, and tables (rows of cells; `<` goes on with the cell above)."""
    text = ""
    tables = []
    for block in blocks:
        if isinstance(block, str):
            text += f"{block}\n"
            continue
        cells: list[Cell] = []
        for number, row in enumerate(block):
            for column, words in enumerate(row):
                text += "\t" * (column > 0)
                if words == "<":
                    above = next(
                        at
                        for at, cell in enumerate(cells)
                        if cell.column == column and cell.row + cell.rows == number
                    )
                    cells[above] = Cell(cells[above].row, column, cells[above].span, cells[above].rows + 1)
                    continue
                cells.append(Cell(number, column, Span(1, len(text), len(text) + len(words))))
                text += words
            text += "\n"
        tables.append(Table(1, tuple(cells)))
    document = Document("0", "様式.pdf", "様式", None, None, fiscal_year, 1)
    return ParsedDocument(document, (Page(1, None, text, "text"),), (), tuple(tables))


def fields_of(*blocks: str | Sequence[Row], fiscal_year: int | None = 2024) -> tuple[Field, ...]:
    """The fields of such a document."""
    return find_fields(form(*blocks, fiscal_year=fiscal_year), ())


def words_of(fields: Sequence[Field]) -> dict[str, str]:
    """What is said in words under each label."""
    return {one.label: one.value for one in fields if one.number is None}


def figures_of(fields: Sequence[Field]) -> list[tuple[str, str, str | None, int | None]]:
    """Label, figure, unit and year of each field with a figure."""
    return [
        (one.label, str(one.number), one.unit, one.fiscal_year) for one in fields if one.number is not None
    ]
