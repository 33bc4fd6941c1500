"""The way of documents through the app: brought in, read meanwhile, found, taken out, put back."""

import hashlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser import ROOT, Served
from tests.corpus_files import write_pdf
from tests.visits import Visit, address_of, settled

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.xdist_group("samples-library")]

SCAN = ROOT / "samples" / "documents" / "地域行政省_令和6年_特権ID管理及びデータ消去に関する通知.pdf"
"""Its pages were read by OCR when the library was made, and what was read is kept."""

PLAN, BROKEN, FILM, NOTICE = "防災計画.pdf", "壊れた報告.pdf", "動画.mp4", "走査した通知.pdf"
RUN = 120_000
"""The longest that reading these may take, in milliseconds."""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A PDF, a scan, a PDF that is none, and what nobody reads."""
    write_pdf(tmp_path / PLAN, [["第1章 総則", "真砂地区の避難所は、体育館とする。"]])
    shutil.copyfile(SCAN, tmp_path / NOTICE)
    (tmp_path / BROKEN).write_bytes(b"%PDF-1.7\nno PDF either")
    (tmp_path / FILM).write_bytes(b"x")
    return [tmp_path / name for name in (PLAN, NOTICE, BROKEN, FILM)]


def identity(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def titles_found(page: "Page") -> str:
    """The titles of the hits, asked again."""
    page.reload()
    page.locator(".t-count, .t-note[role=status]").first.wait_for()
    settled(page)
    return " ".join(page.locator(".t-hit h3").all_inner_texts())


def button(page: "Page | Locator", name: str) -> "Locator":
    return page.get_by_role("button", name=name, exact=True)


def remove(page: "Page") -> None:
    """Takes out the document on the screen; the list follows."""
    button(page, "除く").click()
    button(page.get_by_role("dialog"), "除く").click()
    page.get_by_text("を除きました。").wait_for()


def test_documents_are_brought_in_found_taken_out_and_put_back(
    visit_own: Visit, app_of_its_own: Served, files: list[Path]
) -> None:
    plan, scan, *_ = files
    search = visit_own("/?q=真砂地区の避難所")
    first = visit_own(f"/library?document={identity(scan)}")
    remove(first)
    button(first, "完全に消す").click()
    button(first.get_by_role("dialog"), "完全に消す").click()
    first.get_by_text("完全に消した文書").wait_for()

    first.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(files)
    first.get_by_text(f"「{FILM}」は加えられません").wait_for()
    button(first, "中止").wait_for()
    first.context.close()
    assert (found := titles_found(search)) and "防災計画" not in found

    page = visit_own("/library")
    page.get_by_text("終わりました。").wait_for(timeout=RUN)
    told = dict(line.inner_text().split("\n") for line in page.locator(".t-files li:has(span + span)").all())
    assert told[PLAN] == told[NOTICE] == "検索できます"
    assert told[BROKEN].startswith("読めませんでした：PDFが")
    assert FILM not in told
    button(page, f"「{BROKEN}」を消す").click()
    page.get_by_role("cell", name=BROKEN).wait_for(state="detached")
    button(page, f"「{NOTICE}」を開く").click()
    page.get_by_text("OCR 1〜2").first.wait_for()

    assert "防災計画" in titles_found(search)
    page.goto(f"{app_of_its_own.address}/library?document={identity(plan)}")
    remove(page)
    assert "防災計画" not in titles_found(search)
    button(page, "元に戻す").first.click()
    page.get_by_text("を除きました。").wait_for(state="detached")
    assert "防災計画" in titles_found(search)
    assert (app_of_its_own.data / "uploads" / PLAN).read_bytes() == plan.read_bytes()


def test_a_row_opens_its_document_and_the_address_shows_the_same(visit_own: Visit) -> None:
    page = visit_own("/library?find=公共施設等総合管理計画")
    page.get_by_text("1件（全").wait_for()
    settled(page)
    table = page.get_by_test_id("stDataFrame").last
    table.scroll_into_view_if_needed()
    table.click(position={"x": 18, "y": 52})
    page.get_by_role("button", name="次の頁").click()
    position = page.locator(".t-position")
    playwright.expect(position).to_contain_text("PDF 2頁")
    assert address_of(page)["page"] == ["2"]
    page.reload()
    playwright.expect(position).to_contain_text("PDF 2頁")
