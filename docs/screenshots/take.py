"""Takes the pictures of this folder from a running app: python docs/screenshots/take.py http://127.0.0.1:8501

The app must show the library of samples/documents.
"""

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent


class Shot(NamedTuple):
    """A picture: its name, the screen's size, the theme, the address, and what must be there first."""

    name: str
    width: int
    height: int
    theme: str
    address: str
    shown: str


SHOTS = (
    Shot("search-1440", 1440, 1120, "light", "/?q=令和5年度 サーバの指摘 三層の対策", ".t-hit"),
    Shot("search-390", 390, 1500, "light", "/?q=指摘事項 パスワード", ".t-hit"),
    Shot("search-dark-1440", 1440, 1120, "dark", "/?q=指摘事項 パスワード", ".t-hit"),
    Shot(
        "ask-1440",
        1440,
        1200,
        "light",
        "/ask?q=令和4年度の庁内ネットワーク強靱化事業の決算で、委託料はいくらか",
        ".t-hit",
    ),
    Shot(
        "ask-390",
        390,
        1500,
        "light",
        "/ask?q=令和4年度の庁内ネットワーク強靱化事業の決算で、委託料はいくらか",
        ".t-hit",
    ),
    Shot("library-1440", 1440, 1120, "light", "/library", ".t-figures"),
)


def take(address: str) -> None:
    """Writes every picture beside this file."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        for shot in SHOTS:
            page = browser.new_page(
                viewport={"width": shot.width, "height": shot.height},
                color_scheme="dark" if shot.theme == "dark" else "light",
                locale="ja-JP",
            )
            page.goto(address + shot.address)
            page.locator(shot.shown).first.wait_for(timeout=60_000)
            page.wait_for_timeout(2500)
            page.screenshot(path=HERE / f"{shot.name}.png")
            page.close()


if __name__ == "__main__":
    take(sys.argv[1])
