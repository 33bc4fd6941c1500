"""The way of evidence: found, taken out as a file, asked again; a sheet of questions, filled in."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from tests.visits import PATIENCE, Visit, settled

if TYPE_CHECKING:
    from playwright.sync_api import Page

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.xdist_group("samples-library")]

QUERY = "パスワードの管理"
MAKING = 60_000
"""The longest that a file of ten passages may take, in milliseconds."""


def download(page: "Page", button: str, target: Path) -> Path:
    """The file that a button saves, once it is there."""
    shown = page.get_by_role("button", name=button).first
    shown.wait_for(timeout=MAKING)
    with page.expect_download(timeout=PATIENCE) as saved:
        shown.click()
    saved.value.save_as(target)
    return target


def drop(page: "Page", box: str, file: Path) -> None:
    page.get_by_test_id("stFileUploader").filter(has_text=box).locator("input").set_input_files(file)


def test_evidence_is_taken_out_and_asked_again(visit: Visit, tmp_path: Path) -> None:
    page = visit(f"/?q={QUERY}")
    page.get_by_role("button", name="持ち出す").click()
    page.get_by_role("button", name="Wordを作る").click()
    file = download(page, "Wordファイルを保存", tmp_path / "調書.docx")
    document = docx.Document(file)
    assert any(QUERY in cell.text for row in document.tables[1].rows for cell in row.cells)
    assert len(document.inline_shapes) >= 10
    page.keyboard.press("Escape")
    page.get_by_role("link", name="持ち出し").click()
    page.get_by_text(f"検索「{QUERY}」").wait_for()
    drop(page, "持ち出したファイル", file)
    page.locator(".t-replay").get_by_text("同じ結果です。").wait_for(timeout=MAKING)
    standing = page.get_by_text("その頁に一字一句そのままあります")
    standing.nth(9).wait_for()
    assert standing.count() == 10


def test_a_sheet_of_questions_is_filled_while_other_pages_are_read(visit: Visit, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("番号", "質問"), (1, "三層の対策とは何ですか"), (2, "首相の好きな食べ物は何ですか")):
        book.active.append(row)
    book.save(tmp_path / "票.xlsx")
    page = visit("/packs")
    drop(page, "質問票", tmp_path / "票.xlsx")
    page.get_by_role("button", name="記入を始める").click()
    page.locator(".t-sheet").wait_for()
    page.get_by_role("link", name="文書", exact=True).click()
    page.get_by_role("heading", level=1, name="文書").wait_for()
    settled(page)
    page.reload()
    page.get_by_role("link", name="持ち出し").click()
    filled = openpyxl.load_workbook(
        io.BytesIO(download(page, "記入した質問票を保存", tmp_path / "f").read_bytes())
    )
    rows = [[cell.value for cell in row] for row in filled.worksheets[0].iter_rows(max_col=5)]
    assert rows[0][:3] == ["番号", "質問", "典拠 回答"]
    assert "領域" in str(rows[1][2])
    assert rows[2][2] == "文書庫の文書からは答えられません。"
