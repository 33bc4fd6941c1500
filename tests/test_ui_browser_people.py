"""History, saved searches and judging in a real Chromium: each browser sees its own, and nothing stays erased
by halves."""

from typing import TYPE_CHECKING

import pytest

from tenkyo.people import COOKIE, is_token
from tests.browser import Served
from tests.visits import Visit, settled

playwright = pytest.importorskip("playwright.sync_api")

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.xdist_group("samples-library")]

QUERY = "特権ID 共用"


def history(page: "Page", app: Served) -> "Locator":
    """The page with the lists, and the links of the history on it."""
    page.goto(f"{app.address}/packs")
    page.get_by_role("heading", name="調べたことの履歴").wait_for()
    settled(page)
    return page.locator("[class*=st-key-entry-]").get_by_role("link")


def test_two_browsers_do_not_see_each_others_history_and_erasing_erases(visit: Visit, app: Served) -> None:
    mine, theirs = visit(f"/?q={QUERY}"), visit("/?q=一者応札")
    for page in (mine, theirs):
        page.get_by_role("button", name="保存する").wait_for()
    (cookie,) = [one for one in mine.context.cookies() if one["name"] == COOKIE]
    assert is_token(cookie["value"]) and cookie["sameSite"] == "Strict" and cookie["path"] == "/"

    playwright.expect(history(mine, app)).to_have_count(1)
    playwright.expect(history(theirs, app)).to_have_count(1)
    assert QUERY in mine.locator("body").inner_text() and QUERY not in theirs.locator("body").inner_text()

    mine.get_by_role("button", name="すべて消す").click()
    mine.get_by_text("履歴を1件消しました。").wait_for()
    mine.get_by_role("button", name="元に戻す").click()
    playwright.expect(mine.locator("[class*=st-key-entry-]")).to_have_count(1)
    mine.get_by_role("button", name="すべて消す").click()
    mine.get_by_text("履歴を1件消しました。").wait_for()
    playwright.expect(history(mine, app)).to_have_count(0)
    mine.get_by_text("まだ履歴はありません").wait_for()
    playwright.expect(history(theirs, app)).to_have_count(1)
    theirs.locator("[class*=st-key-entry-]").get_by_role("link").click()
    theirs.locator(".t-count").wait_for()
    playwright.expect(theirs.get_by_role("searchbox")).to_have_value("一者応札")


def test_a_search_is_saved_and_a_hit_judged_by_the_keyboard_alone(visit: Visit, app: Served) -> None:
    page = visit(f"/?q={QUERY}")
    page.locator(".t-count").wait_for()
    settled(page)
    page.get_by_role("button", name="保存する").focus()
    page.keyboard.press("Enter")
    name = page.get_by_label("名前")
    name.fill("毎月の確認")
    name.press("Enter")
    page.get_by_role("button", name="名前を変えて保存").wait_for()
    page.keyboard.press("Escape")

    page.get_by_role("button", name="その他").first.focus()
    page.keyboard.press("Enter")
    right = page.get_by_role("radio", name="合う", exact=False).first
    right.focus()
    page.keyboard.press("Space")
    page.get_by_text("「合う」と記録しました。").first.wait_for()

    page.goto(f"{app.address}/evaluation?view=judged")
    page.get_by_text("1の質問を判定済み").wait_for()
    settled(page)
    page.get_by_role("button", name="判定を取り消す").click()
    page.get_by_text("まだ判定がありません").wait_for()

    page.goto(app.address)
    page.get_by_role("link", name="毎月の確認").click()
    page.locator(".t-count").wait_for()
    playwright.expect(page.get_by_role("searchbox")).to_have_value(QUERY)
