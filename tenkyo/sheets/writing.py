"""What is filled in beside the questions of a workbook; all that stood there stays as it was."""

from typing import Any

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from tenkyo.packs.cells import FACE, HEAD_FILL, row_height, set_widths, write_cell
from tenkyo.sheets.questions import first_sheet
from tenkyo.sheets.types import AskedSheet, Filling

HIGHEST = 150
"""The most that a row without a height of its own is made high, in points: ten lines."""
FACTS = "典拠"
"""The sheet that tells what was filled in, when and from what."""


def fill_in(book: Any, asked: AskedSheet, filling: Filling) -> None:
    """Writes the columns to the right of all that stands on the sheet, and the sheet that tells of them."""
    sheet = first_sheet(book)
    for offset, (head, width) in enumerate(filling.heads):
        column = asked.first_column + offset
        sheet.column_dimensions[get_column_letter(column)].width = width
        if asked.head_row:
            cell = write_cell(sheet, asked.head_row, column, head)
            cell.font, cell.fill = Font(name=FACE, size=10, bold=True), HEAD_FILL
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    for row, values in filling.rows.items():
        if values and sheet.row_dimensions[row].height is None:
            shown = zip(values, filling.heads, strict=False)
            texts = [(str(value), width) for value, (_, width) in shown]
            sheet.row_dimensions[row].height = row_height(texts, HIGHEST)
        for offset, value in enumerate(values):
            write_cell(sheet, row, asked.first_column + offset, value)
    _tell(book, asked, filling)


def _tell(book: Any, asked: AskedSheet, filling: Filling) -> None:
    titles = {sheet.title for sheet in book.worksheets}
    name = next(name for n in range(len(titles) + 1) if (name := f"{FACTS}{n or ''}") not in titles)
    sheet = book.create_sheet(name)
    columns = [
        (f"{get_column_letter(asked.first_column + offset)}列", head)
        for offset, (head, _) in enumerate(filling.heads)
    ]
    for row, (fact, value) in enumerate([*filling.facts, *columns], 1):
        cell = write_cell(sheet, row, 1, fact)
        cell.font, cell.fill = Font(name=FACE, size=10, bold=True), HEAD_FILL
        write_cell(sheet, row, 2, value)
    set_widths(sheet, (22, 90))
