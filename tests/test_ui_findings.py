"""The page of findings over a small made library: what it shows, and what it puts into the address."""

import pytest

from index import Library
from qa.precedents.findings import Findings
from tests.fake_application import FakeApplication
from tests.findings_library import DRAFT, TAKEN, write_findings_library
from tests.screen import at, labels, press, seen, serve
from tests.tiny_encoder import TinyEncoder
from ui.findings.address import (
    LONGEST_IN_ADDRESS,
    AskedFindings,
    read_findings_address,
    write_findings_address,
)
from ui.findings.passage_text import passage_html


class FindingsApplication(FakeApplication):
    """The fake application over a real library of made reports."""

    @property
    def findings(self) -> Findings:
        return Findings(self.index)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library.open(write_findings_library(tmp_path_factory.mktemp("page")), TinyEncoder())


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch, library: Library) -> FindingsApplication:
    made = FindingsApplication(library)  # type: ignore[arg-type]
    serve(monkeypatch, made)
    return made


def findings_page() -> None:
    from ui.findings.page import show_findings_page

    show_findings_page()


def record_id(application: FindingsApplication, number: str, year: int = 2022) -> str:
    return next(
        record.id
        for record in application.findings.records()
        if (record.finding.number, record.document.fiscal_year) == (number, year)
    )


def test_all_findings_are_listed_with_office_year_both_pages_and_measures(
    application: FindingsApplication,
) -> None:
    test = at(findings_page)
    html = seen(test)
    assert "4件（新しい年度の順）" in html
    assert "指摘事項1 再委託の承認を得ていない契約について" in labels(test)
    assert "<span>架空県</span> · " in html and "令和4年度（2022）" in html
    assert "PDF 3頁 ／ 印刷 1頁" in html
    assert "措置状況：措置済" in html
    assert "措置状況の報告がありません" in html


def test_facets_with_counts_narrow_the_list_by_the_address(application: FindingsApplication) -> None:
    test = at(findings_page)
    kinds = next(group for group in test.get("button_group") if "指摘事項" in str(group.options))
    assert list(kinds.options) == ["指摘事項 3", "意見 1"]
    kinds.set_value(["意見"]).run()
    assert test.query_params["kind"] == "意見"
    assert "1件（新しい年度の順）" in seen(test)
    test = press(test, "すべて解除")
    assert "kind" not in test.query_params


def test_a_search_marks_what_it_found_and_opens_it(application: FindingsApplication) -> None:
    test = at(findings_page, q="運転日誌")
    assert "<mark>運転</mark>" in seen(test) or "<mark>運転日誌</mark>" in seen(test)
    test = press(test, "意見1 公用車の運転日誌について")
    assert test.query_params["finding"] == record_id(application, "1", 2023) or test.query_params["q"]
    assert "<h2>" in seen(test) and "公用車の運転日誌について</h2>" in seen(test)
    assert application.drawn[-1][1] == 3
    test = press(test, "一覧に戻る")
    assert set(test.query_params) == {"q"}


@pytest.mark.parametrize(
    ("query", "said"), [("…！", "記号だけでは"), ("字" * 1_001, "長すぎます")], ids=["signs", "long"]
)
def test_a_query_that_cannot_be_searched_is_refused_in_words(
    application: FindingsApplication, query: str, said: str
) -> None:
    assert said in seen(at(findings_page, q=query))


def test_an_opened_finding_shows_its_text_and_the_measures_word_for_word(
    application: FindingsApplication,
) -> None:
    test = at(findings_page, finding=record_id(application, "1"))
    html = seen(test)
    assert "業務体制図の提出をもって承認したものと考えていた" in html
    assert "<dd>措置済</dd>" in html and "<dd>R5.6</dd>" in html and "<dd>会計課</dd>" in html
    assert TAKEN in html
    assert "その後の報告書（令和5年度）に、似た指摘は見当たりません。" in html


def test_a_finding_raised_again_is_said_to_be_likely_never_sure(application: FindingsApplication) -> None:
    test = at(findings_page, finding=record_id(application, "2"))
    html = seen(test)
    assert "措置状況の報告がありません" in html
    assert "同じ又は似た指摘の可能性（" in html and "本文でお確かめください" in html
    test = press(test, "指摘事項1 備品台帳と現物の不一致について")
    assert test.query_params["finding"] == record_id(application, "1", 2023)
    assert "以前の年度の似た指摘" in seen(test)


def test_one_goes_on_to_the_next_finding_and_turns_pages_in_the_address(
    application: FindingsApplication,
) -> None:
    test = press(at(findings_page, finding=record_id(application, "1")), "次の指摘")
    assert test.query_params["finding"] == record_id(application, "2")
    test = press(test, "前の頁")
    assert test.query_params["open"] == "finding.3"
    assert application.drawn[-1][1] == 3
    assert test.query_params["open"] not in press(test, "頁を閉じる").query_params.values()


def test_a_finding_that_is_gone_is_said_so(application: FindingsApplication) -> None:
    test = at(findings_page, finding="no-such-finding")
    assert "今の文書庫にはありません" in seen(test)
    assert "一覧に戻る" in labels(test)


def test_a_draft_goes_into_the_address_and_is_compared(application: FindingsApplication) -> None:
    test = at(findings_page, mode="precedents")
    assert "他の年度や機関の指摘から" in seen(test)
    test.text_area[0].input(DRAFT)
    test = press(test, "先例を探す")
    assert test.query_params["draft"] == DRAFT
    html = seen(test)
    assert "再委託の承認を得ていない契約について" in html
    assert '<th scope="row">原因・問題点</th>' in html and '<th scope="row">法令・規程</th>' in html
    beside = html[html.index("指摘の案</h4>") :]
    assert "<mark>再委託</mark>" in beside[: beside.index("先例</h4>")]
    assert "<mark>再委託</mark>" in beside[beside.index("先例</h4>") :]
    fresh = at(findings_page, mode="precedents", draft=DRAFT)
    assert "再委託の承認を得ていない契約について" in seen(fresh)
    assert fresh.text_area[0].value == DRAFT


def test_a_long_draft_is_kept_by_the_session_and_a_link_says_so(application: FindingsApplication) -> None:
    long = DRAFT * (LONGEST_IN_ADDRESS // len(DRAFT) + 1)
    test = at(findings_page, mode="precedents")
    test.text_area[0].input(long)
    test = press(test, "先例を探す")
    assert test.query_params["long"] == "1" and "draft" not in test.query_params
    assert "アドレスには含めていません" in seen(test)
    assert "再委託の承認を得ていない契約について" in seen(test)
    assert "もう一度貼り付けてください" in seen(at(findings_page, mode="precedents", long="1"))


def test_nothing_near_and_what_cannot_be_compared_is_said(application: FindingsApplication) -> None:
    far = at(findings_page, mode="precedents", draft="鶏肉を炒め、牛乳で煮込み、皿に盛る。")
    assert "近い先例は見つかりませんでした。" in seen(far)
    assert "4件の指摘事項・意見と比べました" in seen(far)
    assert "貼り付けてください。" in seen(press(at(findings_page, mode="precedents"), "先例を探す"))
    long = at(findings_page, mode="precedents")
    long.text_area[0].input("再" * 10_001)
    assert "10,001文字は長すぎます" in seen(press(long, "先例を探す"))


def test_a_findings_own_precedents_leave_out_its_office_and_year(application: FindingsApplication) -> None:
    test = press(at(findings_page, finding=record_id(application, "2")), "この指摘の先例を探す")
    assert (test.query_params["of"], test.query_params["in"]) == ("架空県", "2022")
    assert str(test.text_area[0].value).count("備品台帳と現物の不一致について") == 1
    html = seen(test)
    assert "（2件と比べました）" in html
    assert "同じ機関の別の年度" in html
    assert "備品台帳と現物の不一致について" in html


def test_where_no_other_office_or_year_is_held_the_page_says_what_to_do(
    application: FindingsApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = [record for record in application.findings.records() if record.document.fiscal_year == 2022]
    monkeypatch.setattr("qa.precedents.precedents.find_records", lambda _: own)
    html = seen(at(findings_page, mode="precedents", draft=DRAFT, **{"of": "架空県", "in": "2022"}))
    assert "指定を外すと、同じ年度の指摘とも比べます" in html


def test_hostile_text_of_a_draft_stays_text(application: FindingsApplication) -> None:
    html = seen(at(findings_page, mode="precedents", draft=f"{DRAFT}<script>"))
    assert "&lt;script&gt;" in html
    assert "<script>" not in html


def test_a_library_without_findings_says_what_would_be_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    made = FindingsApplication()
    serve(monkeypatch, made)
    html = seen(at(findings_page))
    assert "指摘事項や意見として読み取れたものがありません" in html and "【指摘事項1】" in html


def test_the_address_tells_all_that_is_asked() -> None:
    asked = read_findings_address(
        {
            "mode": ["precedents"],
            "draft": ["案"],
            "of": ["架空県"],
            "in": ["2022"],
            "kind": ["意見"],
            "year": ["2023", "x"],
            "subject": ["庁舎"],
            "open": ["a.0", "b.12"],
        }
    )
    assert read_findings_address(write_findings_address(asked)) == asked
    assert asked.page_of("a") == 0 and asked.page_of("b") == 12 and asked.page_of("c") is None
    assert read_findings_address({"mode": ["?"], "top": ["-1"], "in": ["二"]}) == AskedFindings()


def test_lines_with_tabs_are_rows_of_a_table_with_their_marks() -> None:
    text = "本文である。\n区分\t件数\n収入\t2\n次の文。"
    html = passage_html(text, [(text.index("収入"), text.index("収入") + 2), (0, 2)])
    assert '<p class="t-text"><mark>本文</mark>である。</p>' in html
    assert "<tr><td>区分</td><td>件数</td></tr><tr><td><mark>収入</mark></td><td>2</td></tr>" in html
    assert html.endswith('<p class="t-text">次の文。</p>')
