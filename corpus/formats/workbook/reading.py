"""A workbook (.xlsx, .xlsm, .xlsb, .xls, .ods) in, a page for each sheet out."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from corpus.formats.office_package import ENCRYPTED, OLE, OfficePackage, properties_title
from corpus.formats.office_text import PageText
from corpus.formats.workbook.drawings import cell_notes, circled_places, shape_lines
from corpus.formats.workbook.grid import Place, place_cells, with_circles
from corpus.formats.workbook.lines import hidden_line, write_rows
from corpus.formats.workbook.open_document import most_cells
from corpus.formats.workbook.package import Package, open_package
from corpus.formats.workbook.parts import cell_formats, counts_from_1904, shared_lengths, sheet_parts
from corpus.formats.workbook.sheets import SheetMarks, read_marks
from corpus.formats.workbook.values import Shown, cell_text
from corpus.reader import MEGABYTE, FileText, Limits, UnreadableFile
from corpus.types import HeadingMark, Page, ReadBy, Table

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""The suffixes of the workbooks that are read."""
MOST_CELLS = 16_000_000
"""The most cells that the used rows and columns of one sheet may span (they are unpacked, empty ones too)."""
MOST_REPEATED = 4_000_000
"""The same for a format that repeats filled cells by a number (.ods)."""
MOST_FILLED = 1_000_000
"""The most cells with anything in them that are read of one sheet; the rows after them are told of."""
MOST_CHARACTERS = 50_000_000
"""The most characters that the texts of all sheets may have."""
_TOO_LONG = f"the sheets hold more than the {MOST_CHARACTERS:,} characters that are read of one file"
_MOST_LETTER_BYTES = 4  # of UTF-8
_MOST_SHARE = 16  # a tree takes five to ten times the room of its XML
_UNNAMED = re.compile(r"(?:sheet|シート|ｓｈｅｅｔ|表)?[\s_(（]*\d*[)）]*", re.IGNORECASE)


def read_workbook(data: bytes, limits: Limits) -> FileText:
    """A page for each sheet, `page_count` 0: its name as a heading, then a line for each row that is not
    empty, with the notes on its cells under it, then the words on its shapes. A hidden sheet's name is
    followed by （非表示）, hidden rows and columns are told last. Formulas are told by their kept values.

    Raises UnreadableFile for a workbook that is encrypted, damaged or too large.
    """
    package = open_package(data, limits) if data.startswith(b"PK") else None
    if package is not None and (cells := most_cells(package)) > MOST_REPEATED:
        raise UnreadableFile(_too_wide(cells, MOST_REPEATED))
    if data.startswith(OLE) and ENCRYPTED in data:
        raise UnreadableFile("it is encrypted and needs a password")
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise UnreadableFile("it is encrypted and needs a password") from None
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableFile(f"it is no workbook that can be read, or it is damaged ({error})") from None
    with workbook:
        return _read_sheets(_book(workbook, package, limits), limits)


@dataclass(frozen=True, slots=True)
class _Book:
    """A workbook, and what its package tells beside values, where it is an .xlsx one."""

    workbook: CalamineWorkbook
    package: OfficePackage | None
    parts: Mapping[str, str]
    formats: tuple[Shown | None, ...]
    lengths: Sequence[int]
    from_1904: bool


def _book(workbook: CalamineWorkbook, package: Package | None, limits: Limits) -> _Book:
    if package is None:
        return _Book(workbook, None, {}, (), (), False)
    names = {name.replace("\\", "/").lstrip("/").lower(): name for name in package.parts}
    office = OfficePackage(package, names, limits.memory_megabytes * MEGABYTE // _MOST_SHARE)
    parts, formats, lengths = sheet_parts(package), cell_formats(package), shared_lengths(package)
    return _Book(workbook, office, parts, formats, lengths, counts_from_1904(package))


def _read_sheets(book: _Book, limits: Limits) -> FileText:
    sheets = book.workbook.sheets_metadata
    if len(sheets) > limits.pages:
        raise UnreadableFile(f"it has {len(sheets):,} sheets, and a file may have {limits.pages:,} pages")
    pages: list[Page] = []
    headings: list[HeadingMark] = []
    tables: list[Table] = []
    left = MOST_CHARACTERS
    for number, sheet in enumerate(sheets, 1):
        hidden = sheet.visible != SheetVisibleEnum.Visible
        written = PageText(number)
        if hidden or not _UNNAMED.fullmatch(sheet.name.strip()):
            name = " ".join(sheet.name.split())
            written.add_heading(f"{name}（非表示）" if hidden else name, 1)
        begun = written.length
        read_by: ReadBy = "text"
        try:
            reason = _write_sheet(book, written, number - 1, sheet, left)
        except UnreadableFile as error:
            read_by, reason = "none", error.reason
        left -= written.length
        if reason is None and written.length == begun:
            pages.append(Page(number, None, "", "blank"))
            continue
        pages.append(Page(number, None, "".join(written.pieces), read_by, reason=reason))
        headings += written.headings
        tables += written.tables
    if all(page.read_by == "blank" for page in pages):
        raise UnreadableFile("its sheets hold nothing")
    title = properties_title(book.package) if book.package else None
    return FileText(tuple(pages), 0, tuple(headings), tuple(tables), title)


def _write_sheet(book: _Book, written: PageText, index: int, sheet: SheetMetadata, left: int) -> str | None:
    """Writes the sheet's rows with the notes on them, then what lies on the sheet; returns, as a sentence,
    what of it could not be read, or None. Raises UnreadableFile where none of it can be."""
    part = book.parts.get(sheet.name)
    marks = SheetMarks()
    notes: dict[Place, list[str]] = {}
    shapes: list[str] = []
    circled: set[Place] = set()
    reason = None
    if book.package is not None and part is not None:
        marks = read_marks(book.package.package, part, book.formats, book.lengths, _MOST_LETTER_BYTES * left)
        try:
            notes = cell_notes(book.package, part)
            circled = circled_places(book.package, part)
            shapes = list(shape_lines(book.package, part, marks.controls))
        except UnreadableFile as error:
            reason = f"the notes and drawings of the sheet could not be read: {error.reason}"
    if sheet.typ in (SheetTypeEnum.WorkSheet, SheetTypeEnum.DialogSheet) and (marks.extent or part is None):
        reason = _write_cells(book, written, index, marks, notes, circled, left) or reason
    for line in (*(f"注：{note}" for found in notes.values() for note in found), *shapes):
        written.add(f"{line}\n")
    if hidden := hidden_line(marks):
        written.add(f"{hidden}\n")
    if written.length > left:
        raise UnreadableFile(_TOO_LONG)
    return reason


def _write_cells(
    book: _Book,
    written: PageText,
    index: int,
    marks: SheetMarks,
    notes: dict[Place, list[str]],
    circled: set[Place],
    left: int,
) -> str | None:
    """Writes the rows, and takes the notes that it writes under them out of `notes`. Returns, as a sentence,
    which rows it did not read, or None."""
    if marks.extent is not None:
        first_row, first_column, last_row, last_column = marks.extent
        rows, columns = last_row - first_row + 1, last_column - first_column + 1
        if rows * columns > MOST_CELLS:
            raise UnreadableFile(_too_wide(rows * columns, MOST_CELLS))
    try:
        sheet = book.workbook.get_sheet_by_index(index)
        texts, unread = _texts(sheet, marks, book.from_1904, left)
        merged = sheet.merged_cell_ranges or ()
    except (CalamineError, ValueError, OverflowError) as error:
        raise UnreadableFile(f"the sheet is damaged ({error})") from None
    write_rows(written, with_circles(place_cells(texts, merged), circled), marks.widths, notes)
    if unread is None:
        return None
    return f"the rows from {unread + 1:,} on are not read: {MOST_FILLED:,} filled cells of a sheet are"


def _too_wide(cells: int, most: int) -> str:
    return f"a sheet reaches over {cells:,} cells, and {most:,} are read of one"


def _texts(
    sheet: CalamineSheet, marks: SheetMarks, from_1904: bool, left: int
) -> tuple[dict[int, dict[int, str]], int | None]:
    """The texts of a sheet's cells by row and column, and the first row that is not read, if any is not.

    Raises UnreadableFile where they are longer than `left`.
    """
    found: dict[int, dict[int, str]] = {}
    first = sheet.start[1] if sheet.start else 0
    filled = 0
    unread = None
    for row, values in enumerate(sheet.iter_rows()):
        if filled > MOST_FILLED:
            unread = row
            break
        texts = {}
        for column, value in enumerate(values, first):
            if value != "" and (text := cell_text(value, marks.formats.get((row, column)), from_1904)):
                texts[column] = text
                left -= len(text)
        if left < 0:
            raise UnreadableFile(_TOO_LONG)
        if texts:
            found[row] = texts
            filled += len(texts)
    for (row, column), error in marks.errors.items():
        if unread is None or row < unread:
            found.setdefault(row, {}).setdefault(column, error)
    return found, unread
