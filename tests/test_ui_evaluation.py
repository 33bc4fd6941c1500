"""評価 over kept reports and judgements: what it shows, where it leads, evaluating in the background."""

import time
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from eval.answers import judge_answers, summarise_answers
from eval.evaluation import make_report
from eval.questions import Place, Question
from eval.report import Collected, Report
from eval.running import judge_question, run_searchers
from index.types import Hit
from qa.types import Answer
from tenkyo.judging.quoting import judged_hit
from tenkyo.reports.keeping import keep_report, reports_folder
from tests.fake_application import AUDIT, FakeApplication
from tests.screen import at, press, seen, serve
from ui.evaluation.running import background

MADE = datetime(2024, 4, 1, 0, 5, tzinfo=UTC)
HERE = (Place("監査報告書.pdf", (12,)),)
NOWHERE = (Place("監査報告書.pdf", (99,)),)
QUESTIONS = [
    Question("found", "パスワード", HERE, "keyword"),
    Question("late", "消火設備", HERE, "<b>独自</b>"),
    Question("lost", "三層 <script>alert(1)</script>", NOWHERE, "keyword"),
]


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch) -> FakeApplication:
    made = FakeApplication()
    serve(monkeypatch, made)
    return made


def evaluated(application: FakeApplication, target: str = "questions.jsonl", state: str = "") -> Report:
    def search(query: str, top_k: int) -> list[Hit]:
        return application.index.search(query, top_k)

    queries = [judge_question(question) for question in QUESTIONS]
    unasked = Question("none", "三層の月", (), "unanswerable")

    def answer(query: str) -> Answer:
        return Answer(query, "作り話 <i>", True, 0.9, (), ())

    return make_report(
        target,
        queries,
        run_searchers(queries, {"lexical": search, "tenkyo": search}),
        unanswerable=1,
        missing=["ない文書.pdf"],
        answers=summarise_answers(judge_answers([*QUESTIONS, unasked], answer, lambda held: ())),
        collected=Collected(3, 4, "bundled", state or application.index.state().digest),
    )


def keep(
    application: FakeApplication, hour: int = 0, target: str = "questions.jsonl", state: str = ""
) -> None:
    made = MADE.replace(hour=hour)
    keep_report(reports_folder(application.folder), evaluated(application, target, state), made)


def evaluation_page() -> None:
    from ui.evaluation.page import show_evaluation_page

    show_evaluation_page()


def alts(test: AppTest) -> list[str]:
    return [chart.proto.alt for chart in test.get("vega_lite_chart")]


def links(test: AppTest) -> list[str]:
    return [f"{link.proto.page}?{link.proto.query_string}" for link in test.get("page_link")]


def judge(application: FakeApplication, count: int) -> None:
    hit = application.index.search("パスワード")[0]
    for number in range(count):
        application.judgements.judge(f"パスワード {number}", "search", judged_hit(hit), "right")


def test_without_an_evaluation_the_page_says_how_to_make_one(application: FakeApplication) -> None:
    test = at(evaluation_page)
    assert "評価の結果はまだありません" in seen(test)
    assert test.code[0].value.startswith("tenkyo eval")


def test_an_evaluation_shows_its_measures_with_intervals_and_the_library_it_is_of(
    application: FakeApplication,
) -> None:
    keep(application)
    html = seen(at(evaluation_page))
    assert "<dd>questions.jsonl</dd>" in html and "4問（うち正解なし 1問）" in html
    assert f"{application.index.state().digest[:12]}（今と同じ）" in html
    assert '<th scope="row">典拠</th>' in html and "<strong>0.333</strong><small>0.000〜1.000</small>" in html
    assert "3問のうち1問（33%）" in html
    assert "ない文書.pdf" in html and "正解だけ" not in html
    assert "&lt;b&gt;独自&lt;/b&gt;" in html and "<script" not in html and "<i>" not in html


def test_an_evaluation_of_another_state_of_the_library_says_so(application: FakeApplication) -> None:
    keep(application, state="0123456789abcdef", target="judged.jsonl")
    html = seen(at(evaluation_page))
    assert "0123456789ab（今の文書庫とは違います）" in html
    assert "判定した箇所だけを正解としています" in html


def test_every_chart_is_told_in_words(application: FakeApplication) -> None:
    keep(application)
    measure, kinds, recall, reliability = alts(at(evaluation_page))
    assert measure == "並びのよさ（nDCG@10）。語の一致だけ 0.333・典拠 0.333"
    assert "語句（2） 0.500" in kinds and "典拠" in recall and "0.9 0.000" in reliability


def test_the_measure_is_in_the_address(application: FakeApplication) -> None:
    keep(application)
    test = at(evaluation_page, measure="recall@1")
    assert alts(test)[0].startswith("1位が正解の割合")
    controls = {control.key: control for control in test.button_group}
    controls["choose-measure"].set_value("MRR@10").run()
    assert test.query_params["measure"] == "MRR@10"
    assert alts(test)[0].startswith("最初の正解の順位")
    assert alts(at(evaluation_page, measure="nonsense"))[0].startswith("並びのよさ")


def test_the_worst_misses_open_the_search_and_wrong_answers_the_question(
    application: FakeApplication,
) -> None:
    keep(application)
    test = at(evaluation_page)
    assert [one.label for one in test.expander][:2] == [
        "消火設備",
        "三層 \\<script\\>alert\\(1\\)\\<\\/script\\>",
    ]
    html = seen(test)
    assert "正解は10位までになし" in html and "監査報告書.pdf p.12" in html
    assert "正解がないのに回答した" in html and "作り話 &lt;i&gt;" in html
    assert links(test)[0] == "?q=%E6%B6%88%E7%81%AB%E8%A8%AD%E5%82%99"
    assert any(link.startswith("ask?q=") for link in links(test))


def test_an_older_evaluation_is_chosen_and_stays_in_the_address(application: FakeApplication) -> None:
    keep(application, hour=1, target="old.jsonl")
    keep(application, hour=2, target="new.jsonl")
    test = at(evaluation_page)
    assert "<dd>new.jsonl</dd>" in seen(test)
    test.selectbox[0].set_value("20240401T010500000000Z").run()
    assert test.query_params["report"] == "20240401T010500000000Z"
    assert "<dd>old.jsonl</dd>" in seen(test)
    assert "<dd>old.jsonl</dd>" in seen(at(evaluation_page, report="20240401T010500000000Z"))


def test_what_was_judged_is_listed_taken_back_and_brought_back(application: FakeApplication) -> None:
    assert "まだ判定がありません" in seen(at(evaluation_page, view="judged"))
    judge(application, 1)
    hit = application.index.search("三層")[-1]
    application.judgements.judge("三層", "ask", judged_hit(hit), "wrong")
    test = at(evaluation_page, view="judged")
    html = seen(test)
    assert "2の質問を判定済み（正解のある質問 1、答えのない質問 0、まだ正解のない質問 1）" in html
    assert f'✓ 合う</p><ul class="t-note"><li>{AUDIT.title} PDF 12〜13頁' in html
    assert "✕ 合わない" in html and "まだ正解がないので" in html and "<script" not in html
    assert links(test) == ["ask?q=%E4%B8%89%E5%B1%A4", "?q=%E3%83%91%E3%82%B9%E3%83%AF%E3%83%BC%E3%83%89+0"]
    test = press(test, "判定を取り消す")
    assert [query.query for query in application.judgements.all()] == ["パスワード 0"]
    press(test, "元に戻す")
    assert {query.query for query in application.judgements.all()} == {"パスワード 0", "三層"}


def test_few_judged_questions_are_not_evaluated(application: FakeApplication) -> None:
    judge(application, 4)
    test = at(evaluation_page, view="judged")
    assert "5問要ります（今は4問）" in seen(test)
    assert "この質問で評価する" not in [button.label for button in test.button]


def test_judged_questions_are_evaluated_in_the_background_and_shown(application: FakeApplication) -> None:
    judge(application, 5)
    press(at(evaluation_page, view="judged"), "この質問で評価する")
    until = time.monotonic() + 20
    while background().progress().state == "running" and time.monotonic() < until:
        time.sleep(0.02)
    assert background().progress().state == "done"
    assert "評価が終わりました" in seen(at(evaluation_page, view="judged"))
    html = seen(at(evaluation_page))
    assert "<dd>judged.jsonl</dd>" in html and "5問のうち5問（100%）" in html


def test_judged_documents_that_are_gone_are_told(application: FakeApplication) -> None:
    judge(application, 5)
    application.index.known = ()
    press(at(evaluation_page, view="judged"), "この質問で評価する")
    until = time.monotonic() + 20
    while background().progress().state == "running" and time.monotonic() < until:
        time.sleep(0.02)
    assert "今の文書庫にない" in seen(at(evaluation_page, view="judged"))
