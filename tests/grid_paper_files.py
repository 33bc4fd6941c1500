"""Sheets of graph paper (方眼紙) made by the tests: narrow columns, boxes of merged cells."""

from collections.abc import Callable

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Box = tuple[int, int, int, int, object]
"""A box: its first row and column, how many of each it covers (from 1), and what stands in it."""


def paper(*boxes: Box, columns: int = 100, width: float = 2.1) -> Callable[[Worksheet], None]:
    """What makes a sheet into graph paper with boxes on it."""

    def fill(sheet: Worksheet) -> None:
        for column in range(1, columns + 1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        for row, column, rows, wide, value in boxes:
            sheet.cell(row, column, value)
            if rows > 1 or wide > 1:
                sheet.merge_cells(
                    start_row=row, start_column=column, end_row=row + rows - 1, end_column=column + wide - 1
                )

    return fill


def letters(row: int, column: int, text: str, step: int = 1) -> list[Box]:
    """A box for each letter of a text."""
    return [(row, column + number * step, 1, step, letter) for number, letter in enumerate(text)]
