"""A pack in, the bytes of an Excel file out: conditions, passages, page images, and the record."""

import io
import math

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tenkyo.packs.citing import citation, file_pages, printed_pages, reading_words, year_words
from tenkyo.packs.excel.cells import (
    FACE,
    HEAD_FILL,
    TO_FILL_IN,
    Value,
    print_landscape,
    set_widths,
    write_cell,
    write_heads,
    write_marked,
)
from tenkyo.packs.excel.pictures import Places, add_pictures
from tenkyo.packs.excel.record_sheet import add_record
from tenkyo.packs.types import Pack, PackedPassage, Record
from tenkyo.packs.wording import (
    REMARKS,
    REPLAY,
    SIGNED,
    answer_rows,
    conditions,
    passages_title,
    title,
)

CONDITIONS, PASSAGES, COMPARED, PICTURES = "条件", "箇所", "比較", "頁画像"
HEADS = (
    "番号", "文書名", "発行者", "年度", "種別", "見出し", "印刷頁", "ファイルの頁", "引用・本文",
    REMARKS, "頁画像", "適合度", "順位", "読み取り", "備考", "ファイル", "SHA-256",
)  # fmt: skip
WIDTHS = (6, 24, 12, 11, 11, 24, 9, 9, 64, 30, 9, 8, 6, 14, 24, 26, 20)
QUOTED, LINKED = 9, 11
LINE_POINTS = 15
MOST_POINTS = 400
"""Excel's rows are 409 points high at most."""


def write_excel(pack: Pack) -> bytes:
    """The Excel file of a pack; what it says and shows is all in the file."""
    record = pack.record
    book = Workbook()
    first = book.active
    first.title = CONDITIONS
    _write_conditions(first, record)
    places: Places = {}
    passages = book.create_sheet(PASSAGES)
    if record.table is not None:
        _write_compared(book.create_sheet(COMPARED), record)
    if pack.pictures:
        places = add_pictures(book.create_sheet(PICTURES), pack, title(record))
    _write_passages(passages, record, places)
    add_record(book, record)
    properties = book.properties
    properties.title, properties.creator = title(record), record.program
    properties.created = properties.modified = record.time.replace(tzinfo=None)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _write_conditions(sheet: Worksheet, record: Record) -> None:
    write_cell(sheet, 1, 1, title(record), framed=False).font = Font(name=FACE, size=16, bold=True)
    sheet["A1"].alignment = sheet["A1"].alignment.copy(wrap_text=False)
    set_widths(sheet, (24, 110))
    rows = [("調書番号等", "")] if not SIGNED else [(name, "") for name in SIGNED]
    at = 3
    for name, value in rows:
        _write_fact(sheet, at, name, value)
        sheet.cell(at, 2).fill = TO_FILL_IN
        at += 1
    at += 1
    answer = answer_rows(record.answer) if record.answer is not None else []
    for name, value in [*conditions(record), *answer, ("再現の方法", REPLAY)]:
        _write_fact(sheet, at, name, value)
        at += 1
    print_landscape(_fitting(sheet), title(record))


def _write_fact(sheet: Worksheet, row: int, name: str, value: str) -> None:
    head = write_cell(sheet, row, 1, name)
    head.font, head.fill = Font(name=FACE, size=10, bold=True), HEAD_FILL
    write_cell(sheet, row, 2, value)
    sheet.row_dimensions[row].height = _height([(value, 110)])


def _write_passages(sheet: Worksheet, record: Record, places: Places) -> None:
    """A row a passage under a head that stays; the pictures' column leads to the sheet of pictures."""
    write_heads(sheet, 1, HEADS)
    for row, passage in enumerate(record.passages, 2):
        for column, value in enumerate(_values(passage), 1):
            write_cell(sheet, row, column, value)
        write_marked(
            sheet, row, QUOTED, passage.quote or passage.text, () if passage.quote else passage.highlights
        )
        sheet.cell(row, HEADS.index(REMARKS) + 1).fill = TO_FILL_IN
        if passage.number in places:
            cell = write_cell(sheet, row, LINKED, "画像へ")
            cell.hyperlink = f"#'{PICTURES}'!A{places[passage.number]}"
            cell.font = Font(name=FACE, size=10, underline="single", color="0B5394")
        shown = [(str(value), width) for value, width in zip(_values(passage), WIDTHS, strict=True)]
        sheet.row_dimensions[row].height = _height(
            [*shown, (passage.quote or passage.text, WIDTHS[QUOTED - 1])]
        )
    if not record.passages:
        write_cell(sheet, 2, 2, "該当する箇所は見つかりませんでした。", framed=False)
    set_widths(sheet, WIDTHS)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{chr(ord('A') + len(HEADS) - 1)}{len(record.passages) + 1}"
    print_landscape(_fitting(sheet), f"{title(record)}　{passages_title(record)}", repeated_rows="1:1")


def _values(passage: PackedPassage) -> list[Value]:
    return [
        passage.number,
        passage.title,
        passage.issuer or "不明",
        year_words(passage.fiscal_year),
        passage.kind or "不明",
        " › ".join(passage.headings),
        printed_pages(passage),
        file_pages(passage),
        "",
        "",
        "",
        None if passage.score is None else round(passage.score, 4),
        passage.rank,
        reading_words(passage),
        "\n".join(f"{name}：{value}" for name, value in passage.remarks if value),
        passage.path,
        passage.sha256,
    ]


def _write_compared(sheet: Worksheet, record: Record) -> None:
    assert record.table is not None
    columns = record.table.columns
    write_heads(sheet, 1, [*columns, "箇所"])
    width = max(16, 150 // len(columns))
    for row, compared in enumerate(record.table.rows, 2):
        for column, cell in enumerate(compared.cells, 1):
            write_cell(sheet, row, column, cell)
        write_cell(sheet, row, len(columns) + 1, "・".join(str(place) for place in compared.places))
        sheet.row_dimensions[row].height = _height([(cell, width) for cell in compared.cells])
    set_widths(sheet, [width] * len(columns) + [9])
    sheet.freeze_panes = "A2"
    print_landscape(_fitting(sheet), title(record), repeated_rows="1:1")


def _height(cells: list[tuple[str, float]]) -> float:
    """The height of a row in points: LibreOffice and Excel do not fit rows to wrapped text by themselves."""
    lines = max(
        sum(max(1, math.ceil(_width(line) / max(width - 2, 1))) for line in text.split("\n"))
        for text, width in cells
    )
    return float(min(lines * LINE_POINTS + 4, MOST_POINTS))


def _width(line: str) -> int:
    return sum(2 if ord(sign) > 0xFF else 1 for sign in line)


def _fitting(sheet: Worksheet) -> Worksheet:
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return sheet


__all__ = ["citation", "write_excel"]
