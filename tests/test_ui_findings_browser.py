"""The page of findings in a real Chromium: found, opened, followed up; a draft pasted and compared."""

import re
from urllib.parse import urlsplit

import pytest

from tests.visits import PATIENCE, Visit, address_of, picture, search_for, settled

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.xdist_group("samples-library")]

DRAFT = (
    "リース期間が終わったパソコンを業者に返したが、記録を消したことの証明を受け取っていないものが32台あった。"
    "契約書に提出の期限が定められていなかったためである。返却後に消去の証明書を必ず徴すべきである。"
)
FINDING = "返却した端末のデータ消去証明書の未徴取について"


def test_a_finding_is_found_opened_cited_and_followed_up(visit: Visit) -> None:
    page = visit("/findings", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text(re.compile(r"^\d{2}件（新しい年度の順）$")).wait_for()
    search_for(page, "返却した端末の消去")
    page.get_by_role("button", name=f"指摘事項3 {FINDING}").click()
    page.get_by_role("heading", level=2, name=FINDING).wait_for()
    picture(page).first.wait_for()
    assert page.locator(".t-position").filter(has_text="PDF").first.inner_text().startswith("PDF 20頁")
    assert page.locator(".t-measure").inner_text().split() == [
        *("区分", "措置済", "措置の時期", "R6.8", "所管", "デジタル戦略課")
    ]
    page.get_by_role("button", name="引用を写す").first.click()
    page.get_by_text("写しました").first.wait_for()
    assert FINDING in page.evaluate("navigator.clipboard.readText()")

    settled(page)
    colleague = visit(f"/findings?{urlsplit(page.url).query}")
    colleague.get_by_role("heading", level=2, name=FINDING).wait_for()
    colleague.get_by_role("button", name="一覧に戻る").click()
    colleague.get_by_role("button", name=f"指摘事項3 {FINDING}").wait_for()
    assert set(address_of(colleague)) == {"q"}


def test_a_pasted_draft_is_compared_and_the_enter_of_an_input_method_submits_nothing(visit: Visit) -> None:
    page = visit("/findings?mode=precedents", viewport={"width": 390, "height": 844})
    box = page.get_by_role("textbox", name="指摘の案")
    box.click()
    keys = page.context.new_cdp_session(page)
    keys.send("Input.imeSetComposition", {"text": "案", "selectionStart": 1, "selectionEnd": 1})
    for modifiers in (0, 2):
        enter = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229, "modifiers": modifiers}
        keys.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
        keys.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    keys.send("Input.insertText", {"text": "案"})
    page.wait_for_timeout(500)
    assert "draft" not in address_of(page)

    box.fill(DRAFT)
    page.get_by_role("button", name="先例を探す").click()
    first = page.locator("[class*=st-key-precedent-]").first
    first.get_by_role("heading", level=3, name=FINDING).wait_for()
    settled(page)
    assert address_of(page)["draft"] == [DRAFT]
    own, other = first.locator(".t-beside section").all()
    assert "消去" in own.locator("mark").all_inner_texts()
    assert any("消去" in text for text in other.locator("mark").all_inner_texts())
    causes = first.locator(".t-compared tr", has_text="原因・問題点")
    assert "定めがない" in causes.inner_text() and "PDF 20頁" in causes.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") == 390

    first.get_by_role("button", name="この指摘を開く").click()
    page.get_by_role("heading", level=2, name=FINDING).wait_for()
    page.go_back()
    playwright.expect(page.get_by_role("textbox", name="指摘の案")).to_have_value(DRAFT, timeout=PATIENCE)
