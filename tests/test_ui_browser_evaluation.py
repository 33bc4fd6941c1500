"""評価 in a real Chromium: what was judged is evaluated in the background, and what came of it is read."""

from collections.abc import Iterator

import pytest

from tenkyo.judging import JudgedHit, Judgements
from tenkyo.reports.keeping import reports_folder
from tests.browser import Served
from tests.visits import PATIENCE, Visit

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = [pytest.mark.browser, pytest.mark.model, pytest.mark.xdist_group("samples-library")]

REPORT = "青嶺県_令和5年度_包括外部監査結果報告書.pdf"
ASKED = {
    "特権ID 共用": 31,
    "再委託 事前承認 漏れ": 19,
    "一者応札 落札率": 16,
    "パスワードの設定": 28,
    "ない頁": 1,
}


@pytest.fixture
def judged(app: Served) -> Iterator[None]:
    """A few questions judged in the shared library, and taken away again with what came of them."""
    judgements, reports = Judgements(app.data), reports_folder(app.data)
    kept = set(reports.glob("*.json"))
    for query, page in ASKED.items():
        hit = JudgedHit(f"judged-{page}", REPORT, "報告書", (page,), "", "本文", "この頁のどこか")
        judgements.judge(query, "search", hit, "right")
    yield
    for query in ASKED:
        judgements.forget(query)
    for path in set(reports.glob("*.json")) - kept:
        path.unlink()


@pytest.mark.usefixtures("judged")
def test_what_was_judged_is_evaluated_and_read(visit: Visit) -> None:
    page = visit("/evaluation?view=judged")
    page.get_by_role("button", name="この質問で評価する").click()
    page.get_by_text("評価しています").first.wait_for()
    page.get_by_text("評価が終わりました").wait_for(timeout=3 * PATIENCE)

    page.get_by_text("評価の結果", exact=True).click()
    page.get_by_role("heading", name="全体").wait_for()
    assert "正解のある5問のうち" in page.locator("body").inner_text()
    table = page.get_by_role("region", name="全体")
    assert table.get_by_role("rowheader").all_inner_texts() == ["語の一致だけ", "意味の近さだけ", "典拠"]
    playwright.expect(page.locator("[aria-label*='並びのよさ']").first).to_be_attached()

    page.get_by_text("ない頁", exact=True).first.click()
    page.get_by_role("link", name="検索してみる").first.press("Enter")  # it moves while the part opens
    playwright.expect(page.get_by_role("searchbox")).to_have_value("ない頁")
