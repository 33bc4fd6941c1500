"""A workbook (.xlsx, .xlsm, .xlsb, .xls, .ods) in, a page for each sheet out."""

import io
import re

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from corpus.formats.workbook_grid import place_cells
from corpus.formats.workbook_lines import SheetText, write_rows
from corpus.formats.workbook_package import Package, open_package
from corpus.formats.workbook_sheets import (
    SheetMarks,
    cell_formats,
    properties_title,
    read_marks,
    sheet_parts,
)
from corpus.formats.workbook_values import cell_text
from corpus.reader import FileText, Limits, UnreadableFile
from corpus.types import HeadingMark, Page, Table

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""The suffixes of the workbooks that are read."""
MOST_CELLS = 8_000_000
"""The most cells that the used rows and columns of one sheet may span (they are unpacked, empty ones too)."""
MOST_CHARACTERS = 50_000_000
"""The most characters that the texts of all sheets may have."""
_UNNAMED = re.compile(r"(?:sheet|シート|ｓｈｅｅｔ|表)?[\s_(（]*\d*[)）]*", re.IGNORECASE)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_workbook(data: bytes, limits: Limits) -> FileText:
    """A page for each sheet, `page_count` 0: its name as a heading, then a line for each row that is not
    empty. A hidden sheet's name is followed by （非表示）. Formulas are told by their kept values.

    Raises UnreadableFile for a workbook that is encrypted, damaged or too large.
    """
    package = open_package(data, limits) if data.startswith(b"PK") else None
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise UnreadableFile("it is encrypted and needs a password")
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise UnreadableFile("it is encrypted and needs a password") from None
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableFile(f"it is no workbook that can be read, or it is damaged ({error})") from None
    with workbook:
        return _read_sheets(workbook, package, limits)


def _read_sheets(workbook: CalamineWorkbook, package: Package | None, limits: Limits) -> FileText:
    sheets = workbook.sheets_metadata
    if len(sheets) > limits.pages:
        raise UnreadableFile(f"it has {len(sheets):,} sheets, and a file may have {limits.pages:,} pages")
    parts = sheet_parts(package) if package else {}
    formats = cell_formats(package) if package else ()
    pages: list[Page] = []
    headings: list[HeadingMark] = []
    tables: list[Table] = []
    left = MOST_CHARACTERS
    for number, sheet in enumerate(sheets, 1):
        hidden = sheet.visible != SheetVisibleEnum.Visible
        written = SheetText(number)
        if hidden or not _UNNAMED.fullmatch(sheet.name.strip()):
            name = " ".join(sheet.name.split())
            written.add_heading(f"{name}（非表示）" if hidden else name, 1)
        begun = written.length
        reason = None
        if sheet.typ in (SheetTypeEnum.WorkSheet, SheetTypeEnum.DialogSheet):
            marks = (
                read_marks(package, parts[sheet.name], formats)
                if package is not None and sheet.name in parts
                else None
            )
            reason = _write_sheet(written, workbook, number - 1, marks, left)
        left -= written.length
        if reason is None and written.length == begun:
            pages.append(Page(number, None, "", "blank"))
            continue
        pages.append(Page(number, None, "".join(written.pieces), "none" if reason else "text", reason=reason))
        headings += written.headings
        tables += written.tables
    if all(page.read_by == "blank" for page in pages):
        raise UnreadableFile("its sheets hold nothing")
    return FileText(
        tuple(pages), 0, tuple(headings), tuple(tables), properties_title(package) if package else None
    )


def _write_sheet(
    written: SheetText, workbook: CalamineWorkbook, index: int, marks: SheetMarks | None, left: int
) -> str | None:
    """Writes the sheet's rows; returns why it could not, as a sentence, or None."""
    if marks is not None and marks.extent is None:
        return None
    if marks is not None and marks.extent is not None:
        first_row, first_column, last_row, last_column = marks.extent
        rows, columns = last_row - first_row + 1, last_column - first_column + 1
        if rows * columns > MOST_CELLS:
            return (
                f"the sheet reaches over {rows:,} rows and {columns:,} columns, more than the "
                f"{MOST_CELLS:,} cells that are read of one"
            )
    try:
        sheet = workbook.get_sheet_by_index(index)
        texts = _texts(sheet, marks or SheetMarks(), left)
        merged = sheet.merged_cell_ranges or ()
    except (CalamineError, ValueError, OverflowError) as error:
        return f"the sheet is damaged ({error})"
    if texts is None:
        return f"the sheets hold more than the {MOST_CHARACTERS:,} characters that are read of one file"
    write_rows(written, place_cells(texts, merged), marks.widths if marks else {})
    return None


def _texts(sheet: CalamineSheet, marks: SheetMarks, left: int) -> dict[int, dict[int, str]] | None:
    """The texts of a sheet's cells by row and column; None where they are longer than `left`."""
    found: dict[int, dict[int, str]] = {}
    first = sheet.start[1] if sheet.start else 0
    for row, values in enumerate(sheet.iter_rows()):
        texts = {}
        for column, value in enumerate(values, first):
            if value != "" and (text := cell_text(value, marks.formats.get((row, column)))):
                texts[column] = text
                left -= len(text)
        if left < 0:
            return None
        if texts:
            found[row] = texts
    for (row, column), error in marks.errors.items():
        found.setdefault(row, {}).setdefault(column, error)
    return found
