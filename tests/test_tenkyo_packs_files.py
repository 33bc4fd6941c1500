"""Word and Excel packs as files: what they say, how they look, what never gets into them."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from docx.oxml.ns import qn
from PIL import Image

from corpus.types import Document, Passage, Span
from index.types import Filters
from tenkyo.packs.asking import answer_outcome, search_outcome, search_request
from tenkyo.packs.excel import write_excel
from tenkyo.packs.files import file_name, make_file
from tenkyo.packs.making import make_pack
from tenkyo.packs.pictures import LARGE_PNG, compress
from tenkyo.packs.plain_text import cell_text, clean
from tenkyo.packs.types import Found, Outcome, Pack, Request
from tenkyo.packs.word import write_word
from tests.fake_application import HOSTILE, FakeApplication
from tests.pack_files import NOW

QUERY = "パスワード 三層 走査"
FORMULAS = ('=HYPERLINK("http://attacker.invalid")', "+1+1", "-2", "@SUM(A1)", "\t=1", "_x003D_1")


@pytest.fixture(scope="module")
def pack() -> Pack:
    application = FakeApplication()
    request = search_request(QUERY, Filters(kinds=("監査報告書", "指針")), ("synonym:BCP",), 5, "relevance")
    hits = application.index.search(QUERY, 5, request.filters)
    return make_pack(application, request, search_outcome(hits), NOW)  # type: ignore[arg-type]


def packed(text: str, kind: str = "search") -> Pack:
    """A pack of one passage that says, and whose document is called, just this."""
    document = Document("d" * 64, f"{text}.pdf", text, text, text, 2023, 0)
    passage = Passage("p", document.id, (text,), text, (Span(1, 0, 1),), (text,))
    found = Found(1, passage, document, 1, 0.5, remarks=((text, text),))
    request = Request(kind, text, shown=((text, text),))  # type: ignore[arg-type]
    return make_pack(FakeApplication(), request, Outcome((found,)), NOW)  # type: ignore[arg-type]


def word_text(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_each_passage_is_pinned_down(pack: Pack) -> None:
    first, scanned = pack.record.passages[0], pack.record.passages[1]
    assert (first.pages, first.page_labels, first.kind) == ((12, 13), ("8", "9"), "監査報告書")
    assert first.sha256 == "a" * 64
    assert first.confidence is None
    assert scanned.confidence == 0.87
    assert [picture.page for picture in pack.pictures_of(first.number)] == [12, 13]
    assert pack.record.made_at == "2026-11-22T04:30:00+09:00"


def test_word_says_what_was_asked_and_found(pack: Pack) -> None:
    text = word_text(write_word(pack))
    for said in (QUERY, "種別：監査報告書、指針", pack.record.library.state, "2026年11月22日 04時30分00秒"):
        assert said in text
    for passage in pack.record.passages:
        assert passage.text in text
        assert passage.sha256 in text
    assert "架空県『令和5年度包括外部監査結果報告書』（令和5年度、印刷頁 8〜9、PDF頁 12〜13）" in text
    assert "315-316（右）" in text
    assert "OCR（確からしさ 0.87）" in text
    assert text.count("調査者所見") == len(pack.record.passages)


def test_word_is_a4_in_japanese_faces_with_page_numbers_and_described_pictures(pack: Pack) -> None:
    document = docx.Document(io.BytesIO(write_word(pack)))
    section = document.sections[0]
    assert document.core_properties.created == NOW
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    faces = document.styles["Normal"].element.rPr.rFonts
    assert faces.get(qn("w:eastAsia")) == "游明朝"
    fields = [each.text for each in section.footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]
    shown = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(shown) == len(pack.pictures)
    assert all("頁目の画像" in words for words in shown)
    marked = [run.text for each in document.paragraphs for run in each.runs if run.bold]
    assert "パスワード" in marked


def test_excel_has_a_head_that_stays_room_for_remarks_and_pictures(pack: Pack) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_excel(pack)))
    assert book.sheetnames == ["条件", "箇所", "頁画像", "再現用"]
    sheet = book["箇所"]
    heads = [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes == "C2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.cell(2, heads.index("引用・本文") + 1).value == pack.record.passages[0].text
    assert sheet.cell(2, heads.index("調査者所見") + 1).value in (None, "")
    assert sheet.cell(2, heads.index("頁画像") + 1).hyperlink.location == "'頁画像'!A1"
    assert all(cell.alignment.wrap_text for cell in sheet[2])
    assert len(book["頁画像"]._images) == len(pack.pictures)


@pytest.mark.parametrize("text", FORMULAS)
def test_nothing_from_a_document_becomes_a_formula(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_excel(packed(text))))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row), sheet.title
    cell = book["箇所"]["B2"]
    assert str(cell.value).replace("_x005F_", "_").strip() == text.strip()
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t"))


@pytest.mark.parametrize(
    "text", ["\x00\x07\x1b[31m題\x0b名\ufffe\ud800", f"題名 {HOSTILE}", "\u202e逆\u2066"]
)
def test_characters_that_xml_forbids_spoil_no_file(text: str) -> None:
    pack = packed(text)
    assert clean(text) in word_text(write_word(pack))
    book = openpyxl.load_workbook(io.BytesIO(write_excel(pack)))
    assert book["箇所"]["B2"].value == clean(text)


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    text = cell_text("長" * 40_000)
    assert len(text) == 32_767
    assert text.endswith("…（以下略）")


def test_a_refusal_is_packed_as_one(pack: Pack) -> None:
    application = FakeApplication()
    answer = application.answer("何月ですか 三層")
    made = make_pack(application, Request("answer", "何月ですか 三層"), answer_outcome(answer), NOW)  # type: ignore[arg-type]
    text = word_text(write_word(made))
    assert "回答なし" in text
    assert "答えに近い箇所（回答の根拠ではない）の一覧" in text


def test_a_pack_of_nothing_says_so() -> None:
    made = make_pack(FakeApplication(), Request("search", "無い"), Outcome(()), NOW)  # type: ignore[arg-type]
    assert "該当する箇所は見つかりませんでした。" in word_text(write_word(made))
    assert "該当する箇所" in str(openpyxl.load_workbook(io.BytesIO(write_excel(made)))["箇所"]["B2"].value)


def test_a_name_of_a_file_holds_nothing_that_names_may_not(pack: Pack) -> None:
    record = replace(pack.record, request=replace(pack.record.request, text='../a\\b:"c"\n<d>|?*.exe '))
    assert file_name(record) == "典拠_文書検索の結果_a_b_c_d_exe_20261122-0430"


def test_progress_is_told_and_making_a_file_can_be_repeated(pack: Pack) -> None:
    told: list[tuple[int, int]] = []
    application = FakeApplication()
    outcome = search_outcome(application.index.search("三層"))
    request = Request("search", "三層")
    made = make_file(application, request, outcome, "excel", NOW, lambda *now: told.append(now))  # type: ignore[arg-type]
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert made.name.endswith(".xlsx")
    assert zipfile.ZipFile(io.BytesIO(made.data)).testzip() is None


def test_a_photograph_is_packed_as_jpeg_and_a_page_of_text_as_png() -> None:
    noise = Image.effect_noise((1400, 1900), 90).convert("RGB")
    plain = Image.new("RGB", (1200, 1700), "white")
    pictures = {}
    for name, picture in (("noise", noise), ("plain", plain)):
        written = io.BytesIO()
        picture.save(written, "PNG")
        pictures[name] = compress(written.getvalue(), (1,), 1)
    assert pictures["noise"].data.startswith(b"\xff\xd8")
    assert pictures["plain"].data.startswith(b"\x89PNG")
    assert len(pictures["plain"].data) < LARGE_PNG
    assert (pictures["noise"].width, pictures["noise"].height) == (1326, 1800)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_both(pack: Pack, tmp_path: Path) -> None:
    paths = [tmp_path / "pack.docx", tmp_path / "pack.xlsx"]
    paths[0].write_bytes(write_word(pack))
    paths[1].write_bytes(write_excel(pack))
    for path in paths:
        profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(path),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        with pypdfium2.PdfDocument(tmp_path / "pack.pdf") as printed:
            text = "".join(page.get_textpage().get_text_range() for page in printed)
            pictures = sum(1 for page in printed for each in page.get_objects() if each.type == 3)
        assert QUERY.split()[0] in text
        assert "令和5年度包括外部監査結果報告書" in "".join(text.split())
        assert pictures >= len(pack.pictures)
        (tmp_path / "pack.pdf").unlink()
