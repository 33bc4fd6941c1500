"""On paper and in the theme that is chosen."""

from pathlib import Path

import pypdfium2
import pytest

from tests.visits import Visit, picture, settled

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.xdist_group("samples-library")]

LIGHT, DARK = "rgb(255, 255, 255)", "rgb(23, 25, 27)"


def expect_background(page: "playwright.Page", colour: str) -> None:
    playwright.expect(page.get_by_test_id("stApp")).to_have_css("background-color", colour)


def test_paper_has_what_was_found_black_on_white_and_nothing_to_click(visit: Visit, tmp_path: Path) -> None:
    page = visit("/?q=三つの領域", color_scheme="dark")
    picture(page).first.wait_for()
    settled(page)
    expect_background(page, DARK)
    page.emulate_media(media="print")
    expect_background(page, LIGHT)
    assert page.locator(":is(button, [role=button], [role=radio], select):visible").count() == 0
    assert (
        page.locator(".t-hit .t-text").first.evaluate("text => getComputedStyle(text).color")
        == "rgb(17, 17, 17)"
    )

    page.pdf(path=tmp_path / "printed.pdf", format="A4")
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed:
        text = "".join(sheet.get_textpage().get_text_range() for sheet in printed)
        pictures = [
            thing for thing in printed[0].get_objects() if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
        ]
    assert pictures, "the page's picture is not printed"
    assert "PDF" in text and "印刷" in text and "三つの" in text
    assert "検索する" not in text and "絞り込み" not in text


def test_the_theme_follows_the_system_until_one_is_chosen(visit: Visit) -> None:
    page = visit("/", color_scheme="dark")
    expect_background(page, DARK)
    page.get_by_test_id("stMainMenu").get_by_role("button").click()
    page.get_by_test_id("stMainMenuItem-theme-Light").click()
    expect_background(page, LIGHT)
    page.reload()
    expect_background(page, LIGHT)


def test_streamlits_own_controls_speak_the_language_of_the_screen(visit: Visit) -> None:
    page = visit("/")
    settled(page)
    page.get_by_role("button", name="メニュー").click()
    menu = page.get_by_test_id("stMainMenuPopover")
    menu.get_by_text("明るい").wait_for()
    assert "Light" not in menu.inner_text()
    page.keyboard.press("Escape")
    page.goto(page.url.split("?")[0] + "?lang=en")
    page.get_by_role("button", name="Main menu").click()
    menu.get_by_text("Light").wait_for()
