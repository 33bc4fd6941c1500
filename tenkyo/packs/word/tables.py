"""Tables of a Word pack: names with values, lists with a head that repeats on each page."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt

from tenkyo.packs.word.styles import GOTHIC, SHADED, add_run

NAME_WIDTH = Mm(34)
VALUE_WIDTH = Mm(136)


def add_facts(
    document: Document, rows: Sequence[tuple[str, str]], size: float = 9.5, *, whole: bool = True
) -> Any:
    """A table of names and values; where its rows are not `whole` they may go on over pages."""
    table = _grid(document, len(rows), (NAME_WIDTH, VALUE_WIDTH))
    for row, (name, value) in zip(table.rows, rows, strict=True):
        write_cell(row.cells[0], name, size=size, head=True)
        write_cell(row.cells[1], value, size=size)
        if whole:
            _keep_whole(row)
    return table


def add_list(
    document: Document, heads: Sequence[str], widths: Sequence[Length], rows: Sequence[Sequence[str]]
) -> Any:
    """A table with a head, which repeats on each page that the table goes on to."""
    table = _grid(document, len(rows) + 1, widths)
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        write_cell(cell, head, size=8.5, head=True)
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row, values in zip(table.rows[1:], rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            write_cell(cell, value, size=8.5)
        _keep_whole(row)
    return table


def add_blank(document: Document, name: str, height: Length) -> Any:
    """A box for the auditor to write into, under its name."""
    table = _grid(document, 2, (Mm(170),))
    write_cell(table.rows[0].cells[0], name, size=9, head=True)
    table.rows[1].height = height
    table.rows[0].cells[0].paragraphs[0].paragraph_format.keep_with_next = True
    _keep_whole(table.rows[1])
    return table


def add_signatures(document: Document, names: Sequence[str]) -> Any:
    """A row of names over a row of blanks."""
    table = _grid(document, 2, [Mm(170 / len(names))] * len(names))
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        write_cell(cell, name, size=8.5, head=True)
    table.rows[1].height = Mm(9)
    return table


def write_cell(cell: Any, text: str, *, size: float, head: bool = False) -> None:
    """Writes text into an empty cell, each line a line."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.paragraph_format.space_before = Pt(1)
    add_run(paragraph, text, size=size, bold=head, face=GOTHIC if head else None)
    if head:
        shade(cell, SHADED)


def shade(cell: Any, fill: str) -> None:
    """Gives a cell a ground."""
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        ground.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(ground)


def _grid(document: Document, rows: int, widths: Sequence[Length]) -> Any:
    table = document.add_table(rows, len(widths))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
    return table


def _keep_whole(row: Any) -> None:
    """A row that fits on a page is not cut between two."""
    whole = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(whole)
