"""Takes the pictures of this folder from a running app: python docs/screenshots/take.py http://127.0.0.1:8501

The app must show the library of samples/documents, with an evaluation of samples/questions.jsonl kept in it.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
WIDTHS = {1440: 1120, 390: 1500}
"""The screens: their width and height."""
DRAFT = (
    "住民記録システムの利用者について、初期パスワードのまま使っている者が40人いた。規程は90日ごとの変更を求めて"
    "いるが、変更を促す機能を設定していなかったためである。速やかに変更させるとともに、設定を改めるべきである。"
)
COST = "令和4年度の庁内ネットワーク強靱化事業の決算で、委託料はいくらか"


class Shot(NamedTuple):
    """A picture: its name, the address, what must be there first, and what is done then."""

    name: str
    address: str
    shown: str
    then: Callable[[Page], object] = lambda page: None


def compare_sheets(page: Page) -> None:
    """Opens the comparison of the first series and the pages of its first changed figure."""
    page.get_by_role("button", name="事務事業評価シート").first.click()
    page.locator("ins, del").first.wait_for()


def see_pages(page: Page) -> None:
    """Waits for the picture of a page, which is drawn after the hits."""
    page.locator('[data-testid="stImage"] img').first.wait_for()


SHOTS = (
    Shot("search", "/?q=令和5年度 サーバの指摘 三層の対策", ".t-hit", see_pages),
    Shot("ask", f"/ask?q={COST}", ".t-hit", see_pages),
    Shot("findings", "/findings", "h1"),
    Shot("precedents", f"/findings?mode=precedents&draft={quote(DRAFT)}", "table"),
    Shot("years", "/years", "h1", compare_sheets),
    Shot("library", "/library", ".t-figures"),
    Shot("packs", "/packs", "h1"),
    Shot("evaluation", "/evaluation", "h1"),
)
DARK = SHOTS[0]._replace(name="search-dark")


def take(address: str) -> None:
    """Writes every picture beside this file."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        for shot in (*SHOTS, DARK):
            for width, height in WIDTHS.items():
                page = browser.new_page(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if shot is DARK else "light",
                    locale="ja-JP",
                )
                page.goto(address + shot.address)
                page.locator(shot.shown).first.wait_for(timeout=60_000)
                shot.then(page)
                page.wait_for_timeout(3000)
                page.screenshot(path=HERE / f"{shot.name}-{width}.png")
                page.close()


if __name__ == "__main__":
    take(sys.argv[1])
