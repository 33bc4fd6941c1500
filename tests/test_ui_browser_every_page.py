"""What holds on every page of the app: it can be read by all, in both themes, on every screen."""

from collections.abc import Iterator

import pytest

from tests.accessibility import axe, grave_faults
from tests.app_pages import APP_PAGES, AppPage
from tests.browser import Served
from tests.browser_fixtures import HOSTILE_TITLE
from tests.visits import Visit, settled, visiting

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.xdist_group("samples-library")]

PHONE, TABLET, DESK, PROJECTOR = 390, 768, 1440, 1920

IS_DARK = """dark => {
  const shown = getComputedStyle(document.querySelector("[data-testid=stApp]"));
  return (shown.backgroundColor.match(/\\d+/g)[0] < 128) === dark;
}"""
FITS = "width => document.scrollingElement.scrollWidth === width"
FAINT = "<img src='data:,'><p style='color:#ddd'>薄い</p>"


@pytest.fixture(scope="module")
def reader(browser: "playwright.Browser", app: Served) -> Iterator["playwright.Page"]:
    """One browser that goes from page to page, as that costs least."""
    with visiting(browser, app.address) as visit:
        yield visit("/")


@pytest.mark.parametrize("shown", APP_PAGES, ids=lambda shown: shown.name)
def test_a_page_is_accessible_in_both_themes_and_no_wider_than_the_screen(
    reader: "playwright.Page", app: Served, shown: AppPage
) -> None:
    axe()
    page = reader
    page.goto(app.address + shown.path)
    page.locator(shown.shown).first.wait_for()
    if shown.pressed:
        page.locator(shown.pressed).first.click()
        page.wait_for_timeout(300)
    settled(page)
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, dark in (("light", False), ("dark", True)):
            page.emulate_media(color_scheme=scheme)
            page.wait_for_function(IS_DARK, arg=dark)
            assert grave_faults(page) == [], f"{scheme}, {width} pixels"
    for width in (PROJECTOR, TABLET, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(FITS, arg=width)


def test_a_planted_fault_is_found(visit: Visit) -> None:
    page = visit()
    page.locator("h1").evaluate("(title, html) => title.insertAdjacentHTML('afterend', html)", FAINT)
    assert {fault.split(":")[0] for fault in grave_faults(page)} == {"image-alt", "color-contrast"}


@pytest.mark.parametrize("path", ["/?q=玉石混淆", "/findings?q=玉石混淆"])
def test_a_documents_markup_stays_text(visit: Visit, path: str) -> None:
    page = visit(path)
    page.get_by_text(HOSTILE_TITLE).first.wait_for()
    settled(page)
    assert page.evaluate("window.hacked") is None
    assert page.locator("main :is(img[src='x'], .katex)").count() == 0
