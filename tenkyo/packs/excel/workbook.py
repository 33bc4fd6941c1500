"""A pack in, the bytes of an Excel file out: conditions, passages, page images, and the record."""

import io
from datetime import UTC

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tenkyo.packs.cells import (
    FACE,
    HEAD_FILL,
    HEAD_POINTS,
    TO_FILL_IN,
    Value,
    print_landscape,
    row_height,
    set_widths,
    write_cell,
    write_heads,
    write_marked,
)
from tenkyo.packs.citing import file_pages, printed_pages, reading_words, year_words
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
    place_words,
    title,
)

CONDITIONS, PASSAGES, COMPARED, PICTURES = "条件", "箇所", "比較", "頁画像"
COLUMNS: tuple[tuple[str, float], ...] = (
    ("番号", 5),
    ("文書名", 22),
    ("発行者", 11),
    ("年度", 10),
    ("見出し", 22),
    ("印刷頁", 8),
    ("ファイルの頁", 8),
    ("引用・本文", 60),
    (REMARKS, 30),
    ("頁画像", 8),
    ("種別", 14),
    ("適合度", 9),
    ("順位", 7),
    ("読み取り", 22),
    ("備考", 34),
    ("ファイル", 42),
    ("SHA-256", 68),
)
"""The columns and their widths in characters."""
HEADS = tuple(head for head, _ in COLUMNS)
WIDTHS = tuple(width for _, width in COLUMNS)
QUOTED, FILLED_IN, LINKED = HEADS.index("引用・本文") + 1, HEADS.index(REMARKS) + 1, HEADS.index("頁画像") + 1


def write_excel(pack: Pack) -> bytes:
    """The Excel file of a pack; what it says and shows is all in the file."""
    record = pack.record
    book = Workbook()
    first = book.active
    first.title = CONDITIONS
    _write_conditions(first, record)
    places: Places = {}
    if record.table is not None:
        _write_compared(book.create_sheet(COMPARED), record)
    passages = book.create_sheet(PASSAGES)
    if pack.pictures:
        places = add_pictures(book.create_sheet(PICTURES), pack, title(record))
    _write_passages(passages, record, places)
    add_record(book, record)
    properties = book.properties
    properties.title, properties.creator = title(record), record.program
    properties.created = properties.modified = record.time.astimezone(UTC).replace(tzinfo=None)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _write_conditions(sheet: Worksheet, record: Record) -> None:
    write_cell(sheet, 1, 1, title(record), framed=False).font = Font(name=FACE, size=16, bold=True)
    sheet["A1"].alignment = Alignment(vertical="top")
    set_widths(sheet, (24, 110))
    for row, name in enumerate(SIGNED, 3):
        _write_fact(sheet, row, name, "")
        sheet.cell(row, 2).fill = TO_FILL_IN
    answer = answer_rows(record.answer) if record.answer is not None else []
    facts = [*conditions(record), *answer, ("再現の方法", REPLAY)]
    for row, (name, value) in enumerate(facts, len(SIGNED) + 4):
        _write_fact(sheet, row, name, value)
    print_landscape(_fitting(sheet), title(record))


def _write_fact(sheet: Worksheet, row: int, name: str, value: str) -> None:
    head = write_cell(sheet, row, 1, name)
    head.font, head.fill = Font(name=FACE, size=10, bold=True), HEAD_FILL
    write_cell(sheet, row, 2, value)
    sheet.row_dimensions[row].height = row_height([(value, 110)])


def _write_passages(sheet: Worksheet, record: Record, places: Places) -> None:
    """A row a passage under a head that stays; what is less read stands to the right, printed by itself."""
    write_heads(sheet, 1, HEADS)
    sheet.row_dimensions[1].height = HEAD_POINTS
    for row, passage in enumerate(record.passages, 2):
        _write_passage(sheet, row, passage)
        if passage.number in places:
            cell = write_cell(sheet, row, LINKED, "画像へ")
            cell.hyperlink = Hyperlink("", location=f"'{PICTURES}'!A{places[passage.number]}")
            cell.font = Font(name=FACE, size=10, underline="single", color="0B5394")
    if not record.passages:
        write_cell(sheet, 2, 2, "該当する箇所は見つかりませんでした。", framed=False)
    set_widths(sheet, WIDTHS)
    last = max(len(record.passages) + 1, 2)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(HEADS))}{last}"
    sheet.print_area = [
        f"A1:{get_column_letter(LINKED)}{last}",
        f"{get_column_letter(LINKED + 1)}1:{get_column_letter(len(HEADS))}{last}",
    ]
    print_landscape(_fitting(sheet), f"{title(record)}　{passages_title(record)}", repeated_rows="1:1")


def _write_passage(sheet: Worksheet, row: int, passage: PackedPassage) -> None:
    values = _values(passage)
    for column, value in enumerate(values, 1):
        write_cell(sheet, row, column, value)
    if passage.quote is None:
        write_marked(sheet, row, QUOTED, passage.text, passage.highlights)
    sheet.cell(row, FILLED_IN).fill = TO_FILL_IN
    shown = [(str(value), width) for value, width in zip(values, WIDTHS, strict=True)]
    sheet.row_dimensions[row].height = row_height(shown)


def _values(passage: PackedPassage) -> list[Value]:
    return [
        passage.number,
        passage.title,
        passage.issuer or "不明",
        year_words(passage.fiscal_year),
        " › ".join(passage.headings),
        printed_pages(passage),
        file_pages(passage),
        passage.quote or passage.text,
        "",
        "",
        passage.kind or "不明",
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
    write_heads(sheet, 1, [*columns, "頁・箇所", REMARKS])
    widths = [*[max(16, 140 // len(columns))] * len(columns), 28, 30]
    for row, compared in enumerate(record.table.rows, 2):
        values = [*compared.cells, place_words(record, compared), ""]
        for column, value in enumerate(values, 1):
            write_cell(sheet, row, column, value)
        sheet.cell(row, len(values)).fill = TO_FILL_IN
        sheet.row_dimensions[row].height = row_height(list(zip(values, widths, strict=True)))
    set_widths(sheet, widths)
    sheet.freeze_panes = "A2"
    print_landscape(_fitting(sheet), title(record), repeated_rows="1:1")


def _fitting(sheet: Worksheet) -> Worksheet:
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return sheet
