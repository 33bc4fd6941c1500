"""Searching and asking in a real Chromium."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser import ROOT
from tests.visits import Visit, address_of, picture, search_for, settled

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.xdist_group("samples-library")]

GUIDE = "地域行政省_情報セキュリティポリシーに関する指針_令和5年版.pdf"
QUERY = "三つの領域"


def test_a_search_shows_marked_passages_and_the_page(visit: Visit) -> None:
    page = visit()
    search_for(page, QUERY)
    first = page.locator(".t-hit").first
    assert "領域" in "".join(first.locator("mark").all_inner_texts())
    assert "PDF " in first.locator(".t-pages").inner_text()
    assert address_of(page) == {"q": [QUERY]}
    picture(page).first.wait_for()
    assert picture(page).first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 600


def test_turning_the_page_shows_another_and_the_address_tells_a_colleague(
    visit: Visit,
) -> None:
    page = visit(f"/?q={QUERY}")
    before = picture(page).first.get_attribute("src")
    page.get_by_role("button", name="次の頁").first.click()
    page.wait_for_function(
        "before => document.querySelector('[data-testid=stImage] img').src !== before", arg=before
    )
    page.wait_for_url("**open=**")
    shown, position = picture(page).first.get_attribute("src"), page.locator(".t-position").first.inner_text()

    colleague = visit(f"/?{urlsplit(page.url).query}")
    assert colleague.locator(".t-position").first.inner_text() == position
    assert picture(colleague).first.get_attribute("src") == shown


def test_filters_are_in_the_address_and_the_back_button_returns(
    visit: Visit,
) -> None:
    page = visit(f"/?q={QUERY}")
    page.locator(".t-count").wait_for()
    facet = page.get_by_test_id("stSidebar").get_by_test_id("stButtonGroup").first
    facet.locator("button, [role=radio], [role=checkbox]").first.click()
    page.get_by_text("絞り込み中").wait_for()
    assert len(address_of(page)) == 2
    page.go_back()
    page.get_by_text("絞り込み中").wait_for(state="detached")
    assert address_of(page) == {"q": [QUERY]}
    playwright.expect(page.get_by_role("searchbox")).to_have_value(QUERY)


def test_hostile_text_stays_text(visit: Visit) -> None:
    page = visit("/?q=玉石混淆")
    text = page.locator(".t-text", has_text="window.hacked").first
    assert "<script>window.hacked = 1</script>" in text.inner_text()
    assert "[押す](javascript:alert(1))" in text.inner_text()
    assert "$x^2$ :smile: **太字** :red[赤]" in text.inner_text()
    assert page.evaluate("window.hacked") is None
    assert page.locator(".t-hit :is(script, img, style, a, strong, .katex)").count() == 0


def test_a_hit_is_copied_saved_and_read_around_and_leads_to_others_like_it(visit: Visit) -> None:
    page = visit(f"/?q={QUERY}", permissions=["clipboard-read", "clipboard-write"])
    copy = page.get_by_role("button", name="引用を写す").first
    for secure in (True, False):  # over http from another machine a browser has no clipboard for pages
        page.evaluate("secure => Object.defineProperty(window, 'isSecureContext', {value: secure})", secure)
        page.evaluate("navigator.clipboard.writeText('')")
        copy.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("navigator.clipboard.readText().then(text => text.startsWith('「'))")
        assert "頁" in page.evaluate("navigator.clipboard.readText()").splitlines()[-1]
    page.locator(".t-said", has_text="写しました").first.wait_for()

    page.get_by_role("button", name="その他").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="原本を保存").click()
    assert download.value.suggested_filename == GUIDE
    original = ROOT / "samples" / "documents" / GUIDE
    assert Path(download.value.path()).read_bytes() == original.read_bytes()
    page.keyboard.press("Escape")

    page.get_by_role("button", name="前後を読む").first.click()
    page.locator(".t-around").first.wait_for()
    page.get_by_role("link", name="似た箇所").first.click()
    page.get_by_text("次の箇所に似た箇所").wait_for()
    page.wait_for_url("**like=*")  # a link to the page one is on changes the address too
    page.go_back()
    page.get_by_text("次の箇所に似た箇所").wait_for(state="detached")
    assert "like" not in address_of(page)
    page.go_forward()
    page.get_by_text("次の箇所に似た箇所").wait_for()
    page.get_by_text("近さ").first.wait_for()
    settled(page)
    page.get_by_role("button", name="検索に戻る").click()
    page.get_by_text("次の箇所に似た箇所").wait_for(state="detached")
    page.get_by_text("適合度").first.wait_for()
    assert address_of(page) == {"q": [QUERY]}


def test_an_address_holds_the_order_the_groups_and_the_document(visit: Visit) -> None:
    page = visit(f"/?q={QUERY}")
    page.get_by_role("radio", name="新しい年度の順").click()
    page.locator(".t-count", has_text="新しい年度の順").wait_for()
    page.get_by_role("radio", name="文書ごと").click()
    first = page.locator(".st-key-group-0")
    title = first.locator(".t-group h3").inner_text()
    settled(page)
    count = page.locator(".t-count").inner_text()
    colleague = visit(f"/?{urlsplit(page.url).query}")
    first = colleague.locator(".st-key-group-0")
    assert first.locator(".t-group h3").inner_text() == title
    assert colleague.locator(".t-count").inner_text() == count
    first.get_by_role("button", name="この文書の中で検索").click()
    colleague.get_by_role("button", name=f"『{title}』", exact=True).wait_for()
    colleague.locator(".t-group").first.wait_for(state="detached")
    colleague.locator(".t-hit h3", has_text=f"1 {title}").wait_for()
    playwright.expect(colleague.locator(".t-hit h3", has_not_text=title)).to_have_count(0)


def test_a_question_is_answered_and_its_citation_opens_the_page(visit: Visit) -> None:
    page = visit("/ask?q=庁内の通信を三つの領域に分ける目的は何ですか")
    quote = page.locator(".t-hit mark").first.inner_text()
    assert page.locator(".t-answer h2").inner_text() == "回答"
    said = "".join(page.locator(".t-answer .t-text").inner_text().split())
    assert all("".join(cell.split()) in said for cell in quote.split("\t"))
    picture(page).first.wait_for()
    page.get_by_role("button", name="頁を閉じる").first.click()
    picture(page).first.wait_for(state="detached")
    page.get_by_role("button", name="根拠1の頁を開く").first.focus()
    page.keyboard.press("Enter")
    picture(page).first.wait_for()
    assert page.evaluate("document.activeElement.classList.contains('st-key-card-1')")
    assert page.get_by_role("link", name="根拠1に似た箇所").count() == 1


def test_what_could_not_be_read_is_shown(visit: Visit) -> None:
    page = visit("/library")
    page.get_by_role("cell", name="壊れた.pdf").wait_for()
    page.get_by_role("cell", name="PDFが").first.wait_for()


def test_a_scan_is_found_and_says_that_ocr_read_it(visit: Visit) -> None:
    page = visit("/?q=特権ID データ消去")
    card = page.locator(".t-hit").filter(has_text="特権ID管理及びデータ消去に関する通知").first
    card.get_by_text("OCRで読んだ箇所").wait_for()
    picture(page).first.wait_for()
