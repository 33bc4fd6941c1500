"""One form, written as a Word file, an Excel sheet, an old Excel sheet and a PDF, has the same fields."""

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from corpus.forms.fields import find_fields
from corpus.reader import Limits
from corpus.reading import read_document
from tests.corpus_files import FONT
from tests.form_files import figures_of, words_of
from tests.workbook_files import filled, workbook

TITLE = "令和5年度事務事業評価シート"
FRAME = (
    ("事務事業名", "河川監視カメラ整備事業", "担当課", "河川課"),
    ("根拠法令", "河川法", "会計区分", "一般会計"),
    ("事業の目的", "水位を市民に知らせる。", "実施方法", "一部委託"),
)
CAPTION = "（単位：千円）"
AMOUNTS = (
    ("区分", "令和3年度", "令和4年度", "令和5年度"),
    ("当初予算額", "71,850", "84,620", "96,310"),
    ("補正予算額", "790", "△1,120", "－"),
    ("決算額", "70,126", "81,374", "92,058"),
)
WORDS = {
    "事務事業名": "河川監視カメラ整備事業",
    "担当課": "河川課",
    "根拠法令": "河川法",
    "会計区分": "一般会計",
    "事業の目的": "水位を市民に知らせる。",
    "実施方法": "一部委託",
}
FIGURES = [
    ("当初予算額 / 令和3年度", "71850", "千円", 2021),
    ("当初予算額 / 令和4年度", "84620", "千円", 2022),
    ("当初予算額 / 令和5年度", "96310", "千円", 2023),
    ("補正予算額 / 令和3年度", "790", "千円", 2021),
    ("補正予算額 / 令和4年度", "-1120", "千円", 2022),
    ("決算額 / 令和3年度", "70126", "千円", 2021),
    ("決算額 / 令和4年度", "81374", "千円", 2022),
    ("決算額 / 令和5年度", "92058", "千円", 2023),
]


def write_word(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph(TITLE)
    for caption, rows in (("", FRAME), (CAPTION, AMOUNTS)):
        document.add_paragraph(caption)
        table = document.add_table(len(rows), len(rows[0]))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
    document.save(str(path))
    return path


def write_excel(path: Path) -> Path:
    path.write_bytes(workbook(filled((TITLE,), (), *FRAME, (), (CAPTION,), *AMOUNTS)))
    return path


def write_pdf(path: Path) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    style = ParagraphStyle("text", fontName=FONT, fontSize=10, leading=16)
    ruled = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), FONT, 9)]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(
        [
            Paragraph(TITLE, style),
            Table(FRAME, style=ruled),
            Paragraph(CAPTION, style),
            Table(AMOUNTS, style=ruled),
        ]
    )
    path.write_bytes(out.getvalue())
    return path


def converted(path: Path, suffix: str) -> Path:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice), which writes this format, is not installed")
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [office, profile, "--headless", "--convert-to", suffix, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return path.with_suffix(f".{suffix}")


def check(path: Path) -> None:
    fields = find_fields(read_document(path, path.name, Limits()), ())
    assert {one.form for one in fields} == {"河川監視カメラ整備事業"}
    assert words_of(fields) == WORDS
    assert figures_of(fields) == FIGURES


def test_in_word(tmp_path: Path) -> None:
    check(write_word(tmp_path / "評価.docx"))


def test_in_excel(tmp_path: Path) -> None:
    check(write_excel(tmp_path / "評価.xlsx"))


def test_in_pdf(tmp_path: Path) -> None:
    check(write_pdf(tmp_path / "評価.pdf"))


def test_in_old_excel(tmp_path: Path) -> None:
    check(converted(write_excel(tmp_path / "評価.xlsx"), "xls"))
