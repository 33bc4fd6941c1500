"""The record inside an Excel pack: a sheet of its own, the text cut to what cells hold."""

from openpyxl import Workbook
from openpyxl.styles import Alignment

from tenkyo.packs.cells import set_widths, write_cell, write_text
from tenkyo.packs.record import seal
from tenkyo.packs.types import Record
from tenkyo.packs.wording import RECORD_NOTE

SHEET = "再現用"
MARK = "tenkyo-pack-1:"
PIECE = 30_000
"""Characters of the record in one cell; a cell holds 32,767."""


def add_record(book: Workbook, record: Record) -> None:
    """Puts the record with its checksum into the workbook, behind all other sheets."""
    sheet = book.create_sheet(SHEET)
    sealed = seal(record)
    write_cell(sheet, 1, 1, RECORD_NOTE, framed=False)
    write_text(sheet.cell(2, 1), f"{MARK}sha256:{sealed.sha256}")
    for row, start in enumerate(range(0, len(sealed.text), PIECE), 3):
        write_text(sheet.cell(row, 1), f"{MARK}{row - 2}:{sealed.text[start : start + PIECE]}")
        sheet.row_dimensions[row].height = 15
    for row in sheet.iter_rows(min_row=2):
        row[0].alignment = Alignment(horizontal="fill")
    set_widths(sheet, (110,))
    sheet.print_area = "A1:A2"
    sheet.protection.sheet = True
