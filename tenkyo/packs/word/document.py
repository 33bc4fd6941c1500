"""A pack in, the bytes of a Word file out, in the form of a working paper (監査調書)."""

import io
from datetime import UTC

import docx
from docx.document import Document
from docx.shared import Mm

from tenkyo.packs.citing import file_pages, printed_pages, year_words
from tenkyo.packs.types import Pack, Record
from tenkyo.packs.word.passage import add_passage, add_picture
from tenkyo.packs.word.record_part import add_record
from tenkyo.packs.word.styles import lay_out, turn_page
from tenkyo.packs.word.tables import add_blank, add_facts, add_list, add_signatures
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

LIST_HEADS = ("番号", "文書名", "発行者", "年度", "印刷頁", "ファイルの頁", "適合度")
PLACES_WIDTH = 34
LIST_WIDTHS = (Mm(14), Mm(62), Mm(26), Mm(20), Mm(16), Mm(18), Mm(14))


def write_word(pack: Pack) -> bytes:
    """The Word file of a pack; what it says and shows is all in the file."""
    record = pack.record
    document = docx.Document()
    lay_out(document, f"{title(record)}　{record.time:%Y/%m/%d %H:%M}", record.program)
    _set_properties(document, record)
    document.add_paragraph(title(record), style="Title")
    add_signatures(document, SIGNED)
    document.add_heading("調査の条件", 1)
    add_facts(document, conditions(record))
    if record.answer is not None:
        document.add_heading("回答", 1)
        add_facts(document, answer_rows(record.answer), size=10.5)
    if record.table is not None:
        _add_compared(document, record)
    single = record.request.kind != "comparison"
    if single:
        document.add_heading(f"{passages_title(record)}の一覧", 1)
        _add_overview(document, record)
    for passage in record.passages:
        if single:
            add_passage(document, passage)
        for picture in pack.pictures_of(passage.number):
            add_picture(document, passage, picture)
    turn_page(document, wide=False)
    document.add_heading("再現の方法", 1)
    document.add_paragraph(REPLAY)
    add_record(document, record)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _set_properties(document: Document, record: Record) -> None:
    properties = document.core_properties
    properties.title = title(record)
    properties.author = record.program
    properties.language = "ja-JP"
    properties.created = properties.modified = record.time.astimezone(UTC)
    properties.comments = ""


def _add_compared(document: Document, record: Record) -> None:
    """A comparison as one table; findings next to a draft, of which there is more to say, each as its own."""
    assert record.table is not None
    document.add_heading("比較", 1)
    columns = record.table.columns
    if record.request.kind == "comparison":
        width = Mm((170 - PLACES_WIDTH) / len(columns))
        rows = [[*row.cells, place_words(record, row)] for row in record.table.rows]
        add_list(document, [*columns, "頁"], [width] * len(columns) + [Mm(PLACES_WIDTH)], rows)
    else:
        for row in record.table.rows:
            facts = [*zip(columns, row.cells, strict=True), ("箇所", place_words(record, row))]
            add_facts(document, facts, whole=False)
            document.add_paragraph()
    document.add_paragraph()
    add_blank(document, REMARKS, Mm(34))


def _add_overview(document: Document, record: Record) -> None:
    if not record.passages:
        document.add_paragraph("該当する箇所は見つかりませんでした。")
        return
    rows = [
        (
            f"［{passage.number}］",
            passage.title,
            passage.issuer or "不明",
            year_words(passage.fiscal_year),
            printed_pages(passage),
            file_pages(passage),
            "" if passage.score is None else f"{passage.score:.2f}",
        )
        for passage in record.passages
    ]
    add_list(document, LIST_HEADS, LIST_WIDTHS, rows)
