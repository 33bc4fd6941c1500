"""Cells of an Excel pack: text that stays text, in one look."""

import math
from collections.abc import Sequence
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tenkyo.packs.plain_text import FORMULA_SIGNS, cell_text

FACE = "游ゴシック"
_LINE = Side(style="thin", color="9AA1AA")
FRAMED = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEAD_FILL = PatternFill("solid", fgColor="E4E8ED")
TO_FILL_IN = PatternFill("solid", fgColor="FFFBE8")
WRAPPED = Alignment(wrap_text=True, vertical="top")
MARK = InlineFont(rFont=FACE, sz=10, b=True, color="9C2F00")
PLAIN = InlineFont(rFont=FACE, sz=10)

LINE_POINTS, MOST_POINTS, HEAD_POINTS = 15, 400, 34
"""The height of a line, the most of a row (Excel allows 409) and that of two lines of heads."""

Value = str | int | float | None


def write_cell(sheet: Worksheet, row: int, column: int, value: Value, *, framed: bool = True) -> Any:
    """Writes a value: text is text, whatever sign it begins with, and stays so when the cell is edited."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        write_text(cell, value)
    else:
        cell.value = value
    cell.font, cell.alignment = Font(name=FACE, size=10), WRAPPED
    if framed:
        cell.border = FRAMED
    return cell


def write_text(cell: Any, text: str) -> None:
    """Writes text as text: never a formula, a number or a date."""
    cell.value = cell_text(text)
    cell.data_type = "s"
    if text.startswith(FORMULA_SIGNS):
        cell.quotePrefix = True


def write_heads(sheet: Worksheet, row: int, heads: Sequence[str]) -> None:
    """Writes the heads of a table into a row."""
    for column, head in enumerate(heads, 1):
        cell = write_cell(sheet, row, column, head)
        cell.font, cell.fill = Font(name=FACE, size=10, bold=True), HEAD_FILL
        cell.alignment = Alignment(wrap_text=True, vertical="center")


def write_marked(
    sheet: Worksheet, row: int, column: int, text: str, marks: Sequence[tuple[int, int]]
) -> None:
    """Writes text with its marks in bold."""
    cell = write_cell(sheet, row, column, text)
    pieces: list[str | TextBlock] = []
    at = 0
    for start, end in sorted(marks):
        if start < at or end > len(text):
            continue
        pieces += [TextBlock(PLAIN, cell_text(text[at:start])), TextBlock(MARK, cell_text(text[start:end]))]
        at = end
    if not pieces:
        return
    pieces.append(TextBlock(PLAIN, cell_text(text[at:])))
    cell.value = CellRichText([piece for piece in pieces if str(piece)])


def set_widths(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Sets the columns' widths, in characters."""
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def print_landscape(sheet: Worksheet, title: str, *, repeated_rows: str | None = None) -> None:
    """A4, lying, as wide as a page, with page numbers, and rows that each page repeats."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top = margins.bottom = 0.7
    sheet.oddHeader.right.text = title.replace("&", "&&")
    sheet.oddFooter.center.text = "&P / &N"
    sheet.print_title_rows = repeated_rows


def row_height(cells: Sequence[tuple[str, float]], most: float = MOST_POINTS) -> float:
    """The height of a row in points, for texts in columns of given widths: office programs do not fit rows to
    wrapped text by themselves in a file that another program wrote."""
    lines = max(
        sum(max(1, math.ceil(_width(line) / max(width - 2, 1))) for line in text.split("\n"))
        for text, width in cells
    )
    return float(min(lines * LINE_POINTS + 4, most))


def _width(line: str) -> int:
    return sum(2 if ord(sign) > 0xFF else 1 for sign in line)
