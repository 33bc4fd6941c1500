"""Sheets of questions: which cells are asked, what is filled in, what stays, and what is refused."""

import io
import subprocess
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from tenkyo.packs.asking import english_notes
from tenkyo.sheets import apart
from tenkyo.sheets.apart import read_questions, write_filled
from tenkyo.sheets.filling import LEFT_OUT, UNSEARCHABLE, fill_row, heads
from tenkyo.sheets.questions import find_questions
from tenkyo.sheets.runs import SheetRun, SheetRuns
from tenkyo.sheets.template import make_template
from tenkyo.sheets.types import AskedRow, Filling, SheetError
from tenkyo.sheets.worker import open_sheet
from tests.fake_application import FakeApplication


def book_of(*rows: tuple[object, ...]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def bytes_of(book: openpyxl.Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def asked(*rows: tuple[object, ...]) -> list[tuple[int, str]]:
    return [(one.row, one.question) for one in find_questions(book_of(*rows)).rows]


def test_the_column_that_says_so_is_asked_wherever_it_stands() -> None:
    rows = (("調査票",), ("No", "担当", "質 問", "備考"), (1, "甲", "三層の対策", "x"), (2, "乙", None, "y"))
    assert asked(*rows) == [(3, "三層の対策")]
    found = find_questions(book_of(*rows))
    assert (found.head_row, found.first_column) == (2, 5)


@pytest.mark.parametrize("head", ["検索語", "Query", "ＱＵＥＳＴＩＯＮ"])
def test_heads_are_known_in_either_language(head: str) -> None:
    assert asked(("番号", head), (1, "三層")) == [(2, "三層")]


def test_without_a_head_the_first_column_is_asked() -> None:
    assert asked(("三層の対策",), (" パスワード ",), ("",)) == [(1, "三層の対策"), (2, "パスワード")]


def test_the_columns_begin_beside_merged_cells_too() -> None:
    book = book_of(("表題",), ("質問",), ("三層",))
    book.active.merge_cells("A1:F1")
    assert find_questions(book).first_column == 7


def test_a_hidden_sheet_is_not_asked() -> None:
    book = book_of(("質問",), ("隠れた問い",))
    book.active.sheet_state = "hidden"
    book.create_sheet("表").append(("見える問い",))
    assert [one.question for one in find_questions(book).rows] == ["見える問い"]


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([("質問",)], "no_questions"),
        ([("問い",)] + [(f"問い{n}",) for n in range(1001)], "too_many_questions"),
    ],
)
def test_too_few_and_too_many_questions_are_refused(rows: list[tuple[object, ...]], fault: str) -> None:
    with pytest.raises(SheetError) as refusal:
        find_questions(book_of(*rows))
    assert refusal.value.fault == fault


def test_a_row_has_the_answer_its_place_and_the_hits() -> None:
    row = fill_row(FakeApplication(), "三層", 2, english_notes)  # type: ignore[arg-type]
    assert row.answered
    answer, confidence, cited, notes, title, pages, trail, text, score = row.cells[:9]
    assert str(answer).endswith("[1]")
    assert confidence == 0.81
    assert "[1] 情報セキュリティポリシーに関する指針 頁のない形式（印刷頁 6）「三層の対策とは" in str(cited)
    assert (notes, title, pages) == ("", "情報セキュリティポリシーに関する指針", "頁のない形式（印刷頁 6）")
    assert (trail, score) == ("第1章 総則 › 2 三層の対策", 0.9)
    assert "各モデル" in str(text)
    assert len(row.cells) == len(heads(2))


def test_what_cannot_be_answered_or_searched_says_so() -> None:
    application = FakeApplication()
    refused = fill_row(application, "何月ですか", 1, english_notes)  # type: ignore[arg-type]
    assert not refused.answered
    assert refused.cells[0] == "文書庫の文書からは答えられません。"
    assert fill_row(application, "！！", 1, english_notes).cells == (UNSEARCHABLE,)  # type: ignore[arg-type]
    long = fill_row(application, "長" * 1001, 1, english_notes)  # type: ignore[arg-type]
    assert long.cells == (LEFT_OUT.format(length=1001),)


def test_own_columns_and_their_look_stay_as_they_were() -> None:
    book = book_of(("No", "質問", "式"), (1, "三層", "=A2+1"))
    sheet = book.active
    sheet["B2"].font, sheet["B2"].fill = Font(bold=True, color="FFFF0000"), PatternFill("solid", "FF00FF00")
    sheet.column_dimensions["B"].width = 33
    sheet.freeze_panes = "A2"
    filling = Filling((("回答", 40.0), ("頁", 9.0)), {2: ("=1+1", 3.5)}, (("日時", "いま"),))
    filled = openpyxl.load_workbook(io.BytesIO(write_filled(bytes_of(book), "a.xlsx", filling)))
    after = filled.worksheets[0]
    assert (after["B2"].font.b, after["B2"].font.color.rgb, after["B2"].fill.fgColor.rgb) == (
        True,
        "FFFF0000",
        "FF00FF00",
    )
    assert (after["C2"].value, after.column_dimensions["B"].width, after.freeze_panes) == ("=A2+1", 33, "A2")
    assert [cell.value for cell in after[1]] == ["No", "質問", "式", "回答", "頁"]
    assert (after["D2"].value, after["D2"].data_type, after["D2"].quotePrefix) == ("=1+1", "s", True)
    assert after["E2"].value == 3.5
    assert [cell.value for cell in filled["典拠"][1]] == ["日時", "いま"]


def test_a_csv_file_in_the_office_encoding_becomes_a_workbook() -> None:
    data = "番号,質問\r\n1,三層の対策\r\n2,=cmd\r\n".encode("cp932")
    found = read_questions(data, "質問.CSV")
    assert found.rows == (AskedRow(2, "三層の対策"), AskedRow(3, "=cmd"))
    filled = write_filled(data, "質問.CSV", Filling((("回答", 9.0),), {2: ("答え",)}, ()))
    sheet = openpyxl.load_workbook(io.BytesIO(filled)).worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["1", "三層の対策", "答え"]
    assert sheet["B3"].data_type == "s"


def test_the_template_is_a_sheet_of_questions() -> None:
    book = openpyxl.load_workbook(io.BytesIO(make_template()))
    assert [one.row for one in find_questions(book).rows] == [2, 3]


def with_document_type(data: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(written, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name.endswith("sheet1.xml"):
                part = b'<!DOCTYPE worksheet [<!ENTITY a "b">]>' + part
            after.writestr(name, part)
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"PK\x03\x04 no zip", "not_a_sheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (with_document_type(bytes_of(book_of(("質問",), ("三層",)))), "not_a_sheet"),
    ],
    ids=["no zip", "encrypted", "document type"],
)
def test_hostile_workbooks_are_refused(data: bytes, fault: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    with pytest.raises(SheetError) as refusal:
        open_sheet(tmp_path / "a.xlsx", values=True)
    assert refusal.value.fault == fault


def test_other_files_are_refused_and_openpyxls_own_errors_become_one_refusal() -> None:
    with pytest.raises(SheetError, match=r"this is \.xlsm"):
        read_questions(b"x", "a.xlsm")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(SheetError) as refusal:
        read_questions(packed.getvalue(), "a.xlsx")
    assert refusal.value.fault == "not_a_sheet"


def test_a_sheet_that_takes_too_long_or_kills_its_process_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(apart, "LARGEST", 3)
    with pytest.raises(SheetError, match="larger than"):
        read_questions(b"long", "a.xlsx")

    def hang(*given: object, **options: object) -> None:
        raise subprocess.TimeoutExpired("x", 1)

    monkeypatch.setattr(subprocess, "run", hang)
    with pytest.raises(SheetError, match="longer than"):
        read_questions(b"x", "a.xlsx")
    killed = subprocess.CompletedProcess([], -9, b"")
    monkeypatch.setattr(subprocess, "run", lambda *given, **options: killed)
    with pytest.raises(SheetError, match="code -9"):
        read_questions(b"x", "a.xlsx")


def ended(runs: SheetRuns, owner: str, number: int) -> SheetRun:
    for _ in range(400):
        run = next(run for run in runs.listed(owner) if run.number == number)
        if run.ended:
            return run
        time.sleep(0.05)
    raise AssertionError("the sheet was not filled in 20 seconds")


def test_a_sheet_is_filled_in_the_background_for_its_owner_alone() -> None:
    runs = SheetRuns(FakeApplication(), english_notes)  # type: ignore[arg-type]
    number = runs.add("甲", bytes_of(book_of(("質問",), ("三層",), ("何月ですか",))), "票.xlsx", 1)
    assert runs.listed("乙") == ()
    runs.cancel("乙", number)
    run = ended(runs, "甲", number)
    assert (run.state, run.done, run.total, run.answered) == ("done", 2, 2, 1)
    assert run.filled_name == "票_記入済み.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(run.filled)).worksheets[0]
    assert str(sheet["B2"].value).endswith("[1]")
    runs.dismiss("乙", number)
    assert runs.listed("甲")
    runs.dismiss("甲", number)
    assert runs.listed("甲") == ()


def test_a_sheet_can_be_stopped_and_a_broken_one_tells_why() -> None:
    class Slow(FakeApplication):
        def answer(self, *given: object, **options: object) -> None:  # type: ignore[override]
            runs.cancel("甲", number)
            raise ValueError

    runs = SheetRuns(Slow(), english_notes)  # type: ignore[arg-type]
    number = runs.add("甲", bytes_of(book_of(("質問",), ("一",), ("二",))), "票.xlsx", 1)
    stopped = ended(runs, "甲", number)
    assert (stopped.state, stopped.done, stopped.filled) == ("cancelled", 0, b"")
    broken = ended(runs, "甲", runs.add("甲", b"x", "票.xlsx", 1))
    assert (broken.state, broken.fault) == ("failed", "not_a_sheet")
