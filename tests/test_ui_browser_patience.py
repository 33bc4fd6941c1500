"""Many at once, and a search that takes its time: the page says so, and goes on being one that is alive."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import ROOT, Served, chromium, serving
from tests.streamlit_sessions import search_at_once
from tests.visits import Visit, visiting

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.xdist_group("samples-library")]

QUERIES = (
    "三つの領域",
    "再委託の承認",
    "特権ID データ消去",
    "パスワードの変更",
    "予算書 歳出",
    "業務継続計画 参集",
    "住民アンケート",
    "公共施設 総量",
    "審議会 委員",
    "返却した端末",
)


def test_ten_at_once_see_what_each_sees_alone(app: Served) -> None:
    together = search_at_once(app.address, QUERIES)
    assert all(shown.hits and not shown.errors for shown in together)
    assert [search_at_once(app.address, [query])[0] for query in QUERIES] == together
    assert len({shown.hits for shown in together}) == len(QUERIES)


@pytest.fixture
def slow_visit(browser: "playwright.Browser", tmp_path: Path) -> Iterator[Visit]:
    chromium()
    script = str(ROOT / "tests" / "slow_app.py")
    command = [sys.executable, "-m", "streamlit", "run", script]
    with (
        serving(tmp_path / "library", command) as served,
        visiting(browser, served.address) as visit,
    ):
        yield visit


def test_a_slow_search_tells_of_itself_and_holds_up_nobody(slow_visit: Visit, tmp_path: Path) -> None:
    page = slow_visit("/")
    box = page.get_by_role("searchbox")
    box.fill("パスワード")
    box.press("Enter")
    page.get_by_test_id("stSpinner").get_by_text("検索しています").wait_for()
    box.fill("パスワードの変更")
    colleague = slow_visit("/library")
    colleague.get_by_test_id("stDataFrame").first.wait_for()
    assert page.locator(".t-hit").count() == 0
    (tmp_path / "let").touch()
    page.locator(".t-hit").first.wait_for()
    assert box.input_value() == "パスワードの変更"
