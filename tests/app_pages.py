"""Every page of the app with something on it, as the samples and the notes beside them give it."""

import hashlib
from dataclasses import dataclass

from tests.browser import ROOT


@dataclass(frozen=True, slots=True)
class AppPage:
    """A page: its name, its address, what is there once it is shown, what is pressed then (CSS selectors)."""

    name: str
    path: str
    shown: str
    pressed: str | None = None


def document_id(file: str) -> str:
    """A sample's id."""
    return hashlib.sha256((ROOT / "samples" / "documents" / file).read_bytes()).hexdigest()


SHEET_BEFORE = document_id("汐見市_令和4年度_事務事業評価シート_庁内ネットワーク強靱化事業.pdf")
SHEET_AFTER = document_id("汐見市_令和5年度_事務事業評価シート_庁内ネットワーク強靱化事業.pdf")
SCAN = "地域行政省_令和6年_特権ID管理及びデータ消去に関する通知.pdf"
DRAFT = (
    "リース期間が終わったパソコンを業者に返したが、記録を消したことの証明を受け取っていないものが32台あった。"
)
PICTURE = "[data-testid=stImage] img"

APP_PAGES = (
    AppPage("search", "/", "[data-testid=stForm]"),
    AppPage("hits", "/?q=三つの領域", PICTURE, "[class*=st-key-more-] button"),
    AppPage("no-hits", "/?q=三つの領域&year=1990", "[role=status]"),
    AppPage("hostile-hits", "/?q=玉石混淆", ".t-hit"),
    AppPage("answer", "/ask?q=庁内の通信を三つの領域に分ける目的は何ですか", PICTURE),
    AppPage("refusal", "/ask?q=火星の人口は何人ですか", ".t-refusal"),
    AppPage("findings", "/findings?q=再委託", ".t-count"),
    AppPage("hostile-findings", "/findings?q=玉石混淆", ".t-count"),
    AppPage("finding", "/findings", ".t-count", "[class*=st-key-open-finding-] button"),
    AppPage("precedents", f"/findings?mode=precedents&draft={DRAFT}", "[class*=st-key-precedent-]"),
    AppPage("series", "/years", "[class*=st-key-years-series-]"),
    AppPage("years", f"/years?before={SHEET_BEFORE}&after={SHEET_AFTER}&at=1", PICTURE),
    AppPage("library", "/library", "[data-testid=stDataFrame]"),
    AppPage("document", f"/library?document={document_id(SCAN)}&page=2", PICTURE),
    AppPage("packs", "/packs", "[data-testid=stFileUploader]"),
    AppPage("evaluation", "/evaluation", "[data-testid=stVegaLiteChart]"),
)
