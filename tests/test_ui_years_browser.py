"""Two years of one evaluation sheet compared in a real Chromium."""

from urllib.parse import urlsplit

import pytest

from tests.visits import Visit, address_of, picture, settled

pytest.importorskip("playwright.sync_api")

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.xdist_group("samples-library")]


def test_from_the_series_to_both_pages_of_a_change_and_on_to_a_colleague(visit: Visit) -> None:
    page = visit("/years")
    page.get_by_role("button", name="庁内ネットワーク強靱化事業").click()
    page.locator(".t-summary", has_text="数値の変更").wait_for()
    assert set(address_of(page)) == {"before", "after"}
    row = page.locator("tr", has_text="予算現額").filter(has_text="98,000千円").first
    assert "83,500千円" in row.inner_text() and "＋14,500千円" in row.inner_text()

    page.evaluate("window.stayed = true")
    row.get_by_role("link").focus()
    page.keyboard.press("Enter")
    picture(page).nth(1).wait_for()
    assert page.evaluate("window.stayed"), "the page was loaded anew"
    where = page.locator(".t-where").all_inner_texts()
    assert ["PDF 1頁 ／ 印刷 37頁" in where[0], "PDF 1頁 ／ 印刷 42頁" in where[1]] == [True, True]
    assert page.locator(".st-key-years-turn").evaluate("box => box.contains(document.activeElement)")

    opened = page.locator(".t-opened-title").inner_text()
    page.get_by_role("button", name="次の変更").click()
    page.wait_for_function(
        "before => document.querySelector('.t-opened-title').innerText !== before", arg=opened
    )
    settled(page)
    colleague = visit(f"/years?{urlsplit(page.url).query}", viewport={"width": 390, "height": 844})
    colleague.locator(".t-opened-title").wait_for()
    assert colleague.locator(".t-opened-title").inner_text() == page.locator(".t-opened-title").inner_text()
    picture(colleague).nth(1).wait_for()
    assert colleague.evaluate("document.documentElement.scrollWidth") == 390
