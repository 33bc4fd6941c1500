"""A workbook's cells in, the questions of its first visible sheet out."""

import unicodedata
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from tenkyo.sheets.types import MOST_QUESTIONS, AskedRow, AskedSheet, SheetError

HEADS = frozenset(
    {"質問", "質問文", "問い", "設問", "検索語", "検索語句", "検索", "query", "question", "questions"}
)
"""What heads a column of questions, compared after NFKC, without white space, in small letters."""
HEAD_ROWS = 20
"""How many rows may stand above the heads."""
MOST_ROWS = 20_000
MOST_COLUMNS = 500


def find_questions(book: Any) -> AskedSheet:
    """The questions of a workbook: those under a head that says so, else those of the first column.

    Raises SheetError where there are none, or too many.
    """
    sheet = first_sheet(book)
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise SheetError("too_many_rows", f"the sheet reaches over {sheet.max_row:,} rows")
    head_row, column = _find_head(sheet) or (None, 1)
    first = head_row + 1 if head_row else 1
    rows = tuple(
        AskedRow(row, text)
        for row in range(first, sheet.max_row + 1)
        if (text := _text(sheet.cell(row, column).value))
    )
    if not rows:
        raise SheetError("no_questions", "there is no question in the sheet")
    if len(rows) > MOST_QUESTIONS:
        raise SheetError("too_many_questions", f"the sheet asks {len(rows):,} questions")
    return AskedSheet(sheet.title, head_row, _free_column(sheet), rows)


def first_sheet(book: Any) -> Worksheet:
    """The first sheet that is not hidden. Raises SheetError where there is none."""
    shown = (sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
    sheet = next(shown, None)
    if sheet is None:
        raise SheetError("no_questions", "the workbook shows no sheet with cells")
    return sheet


def _find_head(sheet: Worksheet) -> tuple[int, int] | None:
    for row in range(1, min(sheet.max_row, HEAD_ROWS) + 1):
        for column in range(1, sheet.max_column + 1):
            text = unicodedata.normalize("NFKC", _text(sheet.cell(row, column).value))
            if "".join(text.split()).lower() in HEADS:
                return row, column
    return None


def _free_column(sheet: Worksheet) -> int:
    filled = (cell.column for row in sheet.iter_rows() for cell in row if cell.value is not None)
    merged = (area.max_col for area in sheet.merged_cells.ranges)
    return max((*filled, *merged), default=0) + 1


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()
