"""A pack in, the bytes of a Word file out, in the form of a working paper (監査調書)."""

import io
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from tenkyo.packs.citing import citation, file_pages, printed_pages, reading_words, year_words
from tenkyo.packs.plain_text import clean
from tenkyo.packs.types import Pack, PackedPassage, PagePicture, Record
from tenkyo.packs.word.marking import add_marked, add_quiet
from tenkyo.packs.word.record_part import add_record
from tenkyo.packs.word.styles import QUIET, TEXT_HEIGHT, TEXT_WIDTH, add_run, lay_out
from tenkyo.packs.word.tables import add_blank, add_facts, add_list, add_signatures
from tenkyo.packs.wording import (
    REMARKS,
    REPLAY,
    SIGNED,
    answer_rows,
    conditions,
    passages_title,
    title,
)

LIST_HEADS = ("番号", "文書名", "発行者", "年度", "印刷頁", "ファイルの頁", "適合度")
LIST_WIDTHS = (Mm(14), Mm(62), Mm(26), Mm(20), Mm(16), Mm(18), Mm(14))
PICTURE_HEIGHT = Mm(212)


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
        _add_comparison(document, record)
    document.add_heading(f"{passages_title(record)}の一覧", 1)
    _add_overview(document, record)
    for passage in record.passages:
        _add_passage(document, passage, pack.pictures_of(passage.number))
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
    properties.created = properties.modified = record.time
    properties.comments = ""


def _add_comparison(document: Document, record: Record) -> None:
    assert record.table is not None
    document.add_heading("比較", 1)
    heads = [*record.table.columns, "箇所"]
    width = Mm((170 - 14) / len(record.table.columns))
    rows = [[*row.cells, "・".join(f"［{place}］" for place in row.places)] for row in record.table.rows]
    add_list(document, heads, [width] * len(record.table.columns) + [Mm(14)], rows)


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


def _add_passage(document: Document, passage: PackedPassage, pictures: tuple[PagePicture, ...]) -> None:
    heading = document.add_heading(clean(f"［{passage.number}］ {passage.title}"), 2)
    heading.paragraph_format.page_break_before = True
    add_run(document.add_paragraph(), citation(passage), size=10, bold=True)
    if passage.headings:
        add_run(document.add_paragraph(), " › ".join(passage.headings), size=9, colour=QUIET)
    if passage.quote is not None:
        add_marked(document, f"「{passage.quote}」", (), label="引用（原文のまま）")
    label = "該当箇所の本文" if passage.quote is None else "引用を含む本文"
    add_quiet(document, passage.before, "前略　…{text}")
    add_marked(document, passage.text, _marks(passage), label=label)
    add_quiet(document, passage.after, "{text}…　後略")
    add_facts(document, _facts(passage), size=8)
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    add_blank(document, REMARKS, Mm(34))
    for picture in pictures:
        _add_picture(document, passage, picture)


def _marks(passage: PackedPassage) -> tuple[tuple[int, int], ...]:
    """The quote where there is one, else the words that were matched."""
    start = passage.text.find(passage.quote) if passage.quote else -1
    return ((start, start + len(passage.quote or "")),) if start >= 0 else passage.highlights


def _facts(passage: PackedPassage) -> list[tuple[str, str]]:
    score = "" if passage.score is None else f"{passage.score:.4f}"
    rank = "" if passage.rank is None else f"（{passage.rank}位）"
    return [
        *((name, value) for name, value in passage.remarks if value),
        *([("適合度", f"{score}{rank}")] if score else []),
        ("文書の種別", passage.kind or "不明"),
        ("読み取り", reading_words(passage)),
        ("ファイル", passage.path),
        ("SHA-256", passage.sha256),
    ]


def _add_picture(document: Document, passage: PackedPassage, picture: PagePicture) -> None:
    caption = document.add_paragraph()
    caption.paragraph_format.page_break_before = True
    caption.paragraph_format.keep_with_next = True
    place = f"［{passage.number}］ {citation(passage)}　{picture.page}頁目の画像（枠内が該当箇所）"
    add_run(caption, place, size=8.5, colour=QUIET)
    shown = document.add_paragraph()
    shown.alignment = WD_ALIGN_PARAGRAPH.CENTER
    width = min(TEXT_WIDTH, int(PICTURE_HEIGHT * picture.width / picture.height))
    inline = shown.add_run().add_picture(io.BytesIO(picture.data), width=width)
    _describe(inline, place)


def _describe(inline: Any, text: str) -> None:
    """The picture's words for who cannot see it."""
    inline._inline.docPr.set("descr", clean(text))


assert PICTURE_HEIGHT < TEXT_HEIGHT
