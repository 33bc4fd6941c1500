"""The keyboard alone: from an empty page to a copied citation, and one always sees where one is."""

import pytest

from tests.visits import Visit, picture, settled

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.xdist_group("samples-library")]

FARTHEST = 40
"""How many presses of Tab may lead from one thing to the next that is wanted."""
FOCUSED = """() => {
  const at = document.activeElement;
  if (at.matches("body, main")) return "";
  return (at.ariaLabel || at.textContent || "").replace(/\\s+/g, " ");
}"""
BOX_OF_FOCUSED = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return {x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12};
}"""


def tab_to(page: "playwright.Page", name: str) -> None:
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        if name in page.evaluate(FOCUSED):
            return
    pytest.fail(f"{name} was not reached by {FARTHEST} presses of Tab")


def test_the_keyboard_alone_leads_from_an_empty_page_to_a_copied_citation(visit: Visit) -> None:
    page = visit("/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("searchbox").wait_for()
    settled(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    tab_to(page, "探したい語句や文章")
    page.keyboard.type("三つの領域")
    page.keyboard.press("Enter")
    picture(page).first.wait_for()
    settled(page)

    before = picture(page).first.get_attribute("src")
    tab_to(page, "次の頁")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "before => document.querySelector('[data-testid=stImage] img').src !== before", arg=before
    )
    assert "次の頁" in page.evaluate(FOCUSED), "turning the page lost the place"

    tab_to(page, "頁を見る")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('[data-testid=stImage] img').length === 2")
    assert "頁を閉じる" in page.evaluate(FOCUSED), "opening the page lost the place"
    tab_to(page, "引用を写す")
    page.keyboard.press("Enter")
    page.wait_for_function("navigator.clipboard.readText().then(text => text.startsWith('「'))")


def test_where_the_keyboard_is_can_be_seen(visit: Visit) -> None:
    page = visit("/?q=三つの領域")
    picture(page).first.wait_for()
    settled(page)
    unseen = []
    for _ in range(24):
        page.keyboard.press("Tab")
        box, name = page.evaluate(BOX_OF_FOCUSED), page.evaluate(FOCUSED)
        focused = page.screenshot(clip=box)
        page.evaluate("window.was = document.activeElement; window.was.blur()")
        if page.evaluate("window.was.tagName") != "MAIN" and page.screenshot(clip=box) == focused:
            unseen.append(name)
        page.evaluate("window.was.focus({focusVisible: true})")
    assert unseen == []
