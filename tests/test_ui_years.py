"""The page that compares years, over two small sheets: what it shows, and what it puts into the address."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from corpus.types import Span, SplitDocument
from index.types import LibraryStatus
from qa.comparing.years import Years
from tests.fake_application import HOSTILE, FakeApplication
from tests.screen import at, seen, serve
from tests.two_years import AFTER, BEFORE, SplitIndex, edition
from ui.years.parts import visible_parts, window

BEFORE_ID, AFTER_ID = "202220222022", "202320232023"
BOTH = {"before": BEFORE_ID, "after": AFTER_ID}


class Index(SplitIndex):
    """The same with the library's size."""

    def status(self) -> LibraryStatus:
        return LibraryStatus(len(self.split), 2, 2, 0, "none", (), (), 0)


def sheets(split: Sequence[SplitDocument]) -> Any:
    """An index over documents given: the page asks no more of one than it can tell."""
    return Index(split)


@dataclass
class Application(FakeApplication):
    """The same over two sheets; `places` tells the pages drawn, and what was marked on them."""

    places: list[tuple[str, int, tuple[Span, ...]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.years = Years(self.index)  # type: ignore[arg-type]

    def place_image(
        self, document_id: str, page: int, spans: Sequence[Span], marks: Sequence[Span], scale: float
    ) -> bytes:
        self.places.append((document_id[:12], page, tuple(marks)))
        return self.page_image(document_id, page, None, None, scale)


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch) -> Application:
    return served(monkeypatch, Application(index=sheets([edition(2022, *BEFORE), edition(2023, *AFTER)])))


def served(monkeypatch: pytest.MonkeyPatch, made: Application) -> Application:
    serve(monkeypatch, made)
    return made


def years_page() -> None:
    from ui.years.page import show_years_page

    show_years_page()


def press(test: AppTest, key: str) -> AppTest:
    return test.button(key=key).click().run()


def number_of(test: AppTest, label: str) -> str:
    """The number of the first change whose row holds a label."""
    row = next(part for part in seen(test).split("<tr") if label in part)
    return row.split("at=")[1].split('"')[0]


def test_an_empty_page_offers_what_can_be_compared(application: Application) -> None:
    test = at(years_page)
    assert "照明の更新（令和4年度・令和5年度）" in [button.label for button in test.button]
    press(test, "years-series-0")
    assert {name: test.query_params[name] for name in BOTH} == BOTH
    assert "文章の変更" in seen(test)


def test_what_changed_is_told_in_one_line_and_in_its_sections(application: Application) -> None:
    html = seen(at(years_page, **BOTH))
    assert "文章の変更 1箇所 ・ 数値の変更 2件 ・ 追加 2 ・ 削除 0" in html
    assert '<ins><span class="t-aloud">追加：</span>大きく</ins>' in html
    assert "年度や番号だけの違い 1箇所" in html
    assert '<td data-head="増減" class="t-amount">＋300千円</td>' in html
    assert '<td data-head="増減率" class="t-amount">＋25.0％</td>' in html
    assert "令和4年度 → 令和5年度" in html
    assert "3棟で行った" not in html


def test_a_figure_that_is_not_told_is_not_0(application: Application) -> None:
    row = next(part for part in seen(at(years_page, **BOTH)).split("<tr") if "補助金" in part)
    assert "計算できません" in row and "前の文書に数値がありません" in row


def test_everything_is_shown_on_request_and_in_the_address(application: Application) -> None:
    test = at(years_page, **BOTH)
    test.button_group(key="years-filter").set_value("all").run()
    assert test.query_params["show"] == "all"
    html = seen(test)
    assert "3棟で行った" in html and "前年度以前・増減の列" in html


def test_the_same_year_as_both_tell_it(application: Application) -> None:
    html = seen(at(years_page, **BOTH, by="year", show="all"))
    row = next(part for part in html.split("<tr") if "当初予算額" in part)
    assert "変更なし" in row and row.count("1,200千円") == 2


def test_a_change_opens_both_pages_with_its_place_marked(application: Application) -> None:
    test = at(years_page, **BOTH)
    number = number_of(test, "当初予算額")
    html = seen(at(years_page, **BOTH, at=number))
    assert [drawn[:2] for drawn in application.places] == [(BEFORE_ID, 1), (AFTER_ID, 1)]
    marked = [drawn[2][0] for drawn in application.places]
    assert [mark.end - mark.start for mark in marked] == [5, 5]
    assert html.count("PDF 1頁 ／ 印刷頁なし") == 2
    assert 'aria-current="true"' in html


def test_the_next_change_is_a_click_away_and_in_the_address(application: Application) -> None:
    test = at(years_page, **BOTH, at=number_of(at(years_page, **BOTH), "当初予算額"))
    before = test.query_params["at"]
    press(test, "years-next")
    assert test.query_params["at"] != before
    press(test, "years-previous")
    assert test.query_params["at"] == before
    press(test, "years-close")
    assert "at" not in test.query_params


def test_what_one_document_alone_has_says_so(application: Application) -> None:
    test = at(years_page, **BOTH)
    part = seen(test).split("後の文書だけにある行")[1]
    number = part.split("at=")[1].split('"')[0]
    assert "この文書にはありません。" in seen(at(years_page, **BOTH, at=number))


def test_an_item_is_found_by_part_of_its_name(application: Application) -> None:
    test = at(years_page, **BOTH)
    test.text_input(key="years-item-typed").input("決算").run()
    found = test.selectbox(key="years-item-found")
    assert found.options == ["決算額（行・両方にあり）"]
    found.select_index(0).run()
    assert test.query_params["item"] == "row|決算額"
    assert "当初予算額" not in seen(test) and "項目：決算額" in seen(test)
    press(test, "years-item-drop")
    assert "item" not in test.query_params


def test_an_item_that_is_nowhere_is_said(application: Application) -> None:
    test = at(years_page, **BOTH)
    test.text_input(key="years-item-typed").input("存在しない").run()
    assert "どちらの文書にもありません" in seen(test)
    assert "アドレスの項目は" in seen(at(years_page, **BOTH, item="row|昔の行"))


def test_all_figures_that_changed_stand_in_one_list(application: Application) -> None:
    (table,) = at(years_page, **BOTH).dataframe
    rows = table.value.to_dict("records")
    assert [(row["行"], row["増減"], row["増減率"], row["単位"]) for row in rows] == [
        ("当初予算額", 300, 0.25, "千円"),
        ("決算額", 1450, 29, "千円"),
    ]


def test_a_change_far_down_is_shown_with_its_own_section() -> None:
    long = [edition(year, *_sections(year)) for year in (2022, 2023)]
    comparison = Years(sheets(long)).compare(long[0].parsed.document, long[1].parsed.document)
    parts = visible_parts(comparison, everything=False)
    first, last = window(parts, 5, None), window(parts, 5, parts[-1].changes[-1])
    assert (len(first.parts), first.before, first.after) == (5, 0, 4)
    assert (len(last.parts), last.before, last.after) == (1, 8, 0)
    assert window(parts, 20, parts[-1].changes[-1]).before == 0


def _sections(year: int) -> list[str]:
    pairs = ((f"{number} 第{number}の件", f"この件は{number + year}件である。") for number in range(1, 10))
    return [line for pair in pairs for line in pair]


def test_the_two_can_be_swapped(application: Application) -> None:
    test = press(at(years_page, **BOTH), "years-swap")
    assert (test.query_params["before"], test.query_params["after"]) == (AFTER_ID, BEFORE_ID)
    assert "△300千円" in seen(test)


def test_any_two_documents_may_be_chosen(application: Application) -> None:
    test = at(years_page)
    test.selectbox(key="years-before").select_index(0).run()
    test.selectbox(key="years-after").select_index(1).run()
    assert "同じ文書が選ばれています" in seen(test)


def test_what_may_be_the_same_thing_stands_first(monkeypatch: pytest.MonkeyPatch) -> None:
    split = [
        edition(2021, *BEFORE, title="あれこれの計画"),
        edition(2022, *BEFORE, title="照明の更新の計画"),
        edition(2023, *AFTER, title="照明の更新計画"),
    ]
    served(monkeypatch, Application(index=sheets(split)))
    test = at(years_page, before=AFTER_ID)
    assert test.selectbox(key="years-after").options == [
        "令和4年度　照明の更新の計画",
        "令和3年度　あれこれの計画",
        "令和5年度　照明の更新計画",
    ]


@pytest.mark.parametrize("odd", [{"before": "x"}, {**BOTH, "at": "9999", "top": "x", "by": "?", "show": "?"}])
def test_an_address_that_makes_no_sense_is_no_error(application: Application, odd: dict[str, str]) -> None:
    assert seen(at(years_page, **odd))
    assert not application.places


def test_a_link_to_a_document_that_is_gone_says_so(application: Application) -> None:
    gone = "このリンクの文書は、文書庫にありません。"
    assert gone in seen(at(years_page, before="ffffffffffff", after=AFTER_ID))
    assert gone not in seen(at(years_page)) and gone not in seen(at(years_page, before=AFTER_ID))


def test_hostile_text_stays_text(monkeypatch: pytest.MonkeyPatch) -> None:
    table = [["区分", f"本年度{HOSTILE}"], [f"行{HOSTILE}", "1"], [HOSTILE, f"5{HOSTILE}"]]
    parts = [(f"1 見出し{HOSTILE}", f"{HOSTILE}文である。{more}", table) for more in ("", "増えた。")]
    split = [edition(2022 + at, *part, title=f"題名{HOSTILE}") for at, part in enumerate(parts)]
    served(monkeypatch, Application(index=sheets(split)))
    html = seen(at(years_page, **BOTH, show="all"))
    assert "&lt;script&gt;window.hacked" in html
    for markup in ("<script>window", "<img", "<style>*", 'href="javascript'):
        assert markup not in html


def test_the_page_speaks_english(application: Application) -> None:
    def english_page() -> None:
        from ui.language import follow_address
        from ui.years.page import show_years_page

        follow_address()
        show_years_page()

    test = AppTest.from_function(english_page, default_timeout=20)
    for name, value in {**BOTH, "lang": "en"}.items():
        test.query_params[name] = value
    html = seen(test.run())
    assert "Texts changed: 1 · figures changed: 2 · added: 2 · removed: 0" in html
    assert "lang=en" in html.split('<a class="t-goto"')[1]
