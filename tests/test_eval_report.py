"""The report: a table for people, JSON for programs, misses on request."""

import json

from eval.answers import judge_answers, summarise_answers
from eval.evaluation import make_report
from eval.questions import Place, Question
from eval.report import Report
from eval.running import judge_question, run_searchers
from qa.types import Answer
from tests.fake_index import FakeIndex, document, passage
from tests.usual_searchers import searchers

REPORT = document("報告書.pdf")
FIRST = passage(REPORT, "委託料は1,200千円である。", page=1)
SECOND = passage(REPORT, "工事費は9,000千円である。", page=2)
PLACE = (Place("報告書.pdf", (1,)),)
QUESTIONS = [Question("k1", "委託料", PLACE, "keyword"), Question("t1", "費用の表", PLACE, "table")]
ORDERS = {
    (leg, query): [SECOND.id, FIRST.id] if query == "委託料" else [SECOND.id]
    for leg in ("lexical", "dense", "both")
    for query in ("委託料", "費用の表")
}


def make(answers: bool = False) -> Report:
    queries = [judge_question(question) for question in QUESTIONS]
    runs = run_searchers(queries, searchers(FakeIndex([(REPORT, FIRST), (REPORT, SECOND)], ORDERS)))
    judged = (
        summarise_answers(
            judge_answers(QUESTIONS, lambda query: Answer(query, "なし", False, 0.0, (), ()), lambda held: ())
        )
        if answers
        else None
    )
    return make_report("questions.jsonl", queries, runs, unanswerable=1, missing=["別紙.pdf"], answers=judged)


def test_the_table_shows_every_way_of_searching_by_kind_with_intervals() -> None:
    text = make().as_text()
    assert "3 judged questions, 1 without an answer" in text
    assert "all (2)" in text and "keyword (1)" in text and "table (1)" in text
    [line, *_] = [line for line in text.splitlines() if line.startswith("tenkyo")]
    assert line.split()[:7] == ["tenkyo", "0.000", "[0.00", "0.00]", "0.500", "[0.00", "1.00]"]
    assert "not in the library, counted as nothing found:\n別紙.pdf" in text


def test_misses_are_listed_on_request_with_what_stood_above() -> None:
    assert "miss (tenkyo)" not in make().as_text()
    text = make().as_text(misses=True)
    assert (
        "miss (tenkyo) t1: 費用の表\n  right: 報告書.pdf p.1\n"
        "  right passage not among the first ten; above it:\n   1. 報告書.pdf p.2" in text
    )
    assert "k1" not in text


def test_the_json_holds_means_intervals_misses_and_answers() -> None:
    record = json.loads(json.dumps(make(answers=True).as_json(), ensure_ascii=False))
    assert [run["name"] for run in record["runs"]] == ["lexical", "dense", "tenkyo"]
    assert record["runs"][2]["groups"][0]["measures"]["recall@5"]["mean"] == 0.5
    assert record["misses"][0]["above"][0]["pages"] == [2]
    assert record["answers"]["measures"]["refusal_precision"]["of"] == 2
