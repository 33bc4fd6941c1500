"""Judged hits: kept beside the library, changeable, grown into a question file that eval reads as it is."""

import csv
import io
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from eval.evaluation import Plan, evaluate_questions
from eval.judging import is_right
from eval.questions import Question, read_questions
from index.types import Hit
from tenkyo.judging import JudgedHit, Judgements, question_records
from tenkyo.judging.listing import judgements_csv
from tenkyo.judging.quoting import judged_hit, telling_sentence
from tests.fake_index import FakeIndex, document, passage
from tests.usual_searchers import searchers

REPORT, NOTE = document("年報/報告書.pdf"), document("通知.pdf")
RIGHT = passage(REPORT, "前置きを述べる文である。委託料は1,200千円である。", page=3)
OTHER = passage(REPORT, "委託料の算定の根拠はない。", page=4)
SAME_PAGE = passage(REPORT, "工事費は9,000千円である。", page=3)
PASSAGES = [(REPORT, RIGHT), (REPORT, OTHER), (REPORT, SAME_PAGE)]


def hit(which: int, at: tuple[int, int] = (0, 0)) -> Hit:
    held, text = PASSAGES[which]
    return Hit(text, held, 1.0, 1, (at,) if at != (0, 0) else ())


def judged(which: int) -> JudgedHit:
    return judged_hit(hit(which, (12, 15) if which == 0 else (0, 0)))


@pytest.fixture
def judgements(tmp_path: Path) -> Judgements:
    return Judgements(tmp_path)


def questions(judgements: Judgements) -> list[Question]:
    return read_questions(judgements.question_file)


def test_a_judged_hit_is_known_again_by_the_sentence_that_was_marked() -> None:
    assert judged(0).quote == "委託料は1,200千円である。"
    assert (judged(0).document, judged(0).pages) == ("報告書.pdf", (3,))
    assert telling_sentence("（1）\n以上", ()) == "（1）\n以上"
    cited = judged_hit(hit(0), "委託料は1,200千円")
    assert cited.quote == "委託料は1,200千円"
    assert judged_hit(hit(0), "別の文書の文").quote in RIGHT.text


def test_a_judgement_is_changed_and_taken_back(judgements: Judgements) -> None:
    judgements.judge("委託料", "search", judged(0), "right")
    judgements.judge("委託料", "search", judged(0), "wrong")
    (query,) = judgements.all()
    assert query.right == () and query.wrong == (judged(0),)
    judgements.judge("委託料", "search", judged(0), None)
    assert judgements.all() == () and judgements.of("委託料") is None


def test_queries_that_only_look_different_are_one(judgements: Judgements) -> None:
    judgements.judge("ABC 委託料", "search", judged(0), "right")
    judgements.judge("ａｂｃ　委託料", "ask", judged(1), "wrong")
    (query,) = judgements.all()
    assert (query.query, len(query.judgements)) == ("ABC 委託料", 2)
    judgements.judge("ABC委託料", "search", judged(1), "wrong")
    assert len(judgements.all()) == 2


def test_the_question_file_names_every_right_place(judgements: Judgements) -> None:
    judgements.judge("委託料", "search", judged(0), "right")
    judgements.judge("委託料", "search", judged(1), "right")
    (question,) = questions(judgements)
    assert [place.pages for place in question.places] == [(3,), (4,)]
    assert question.kind == "search" and question.id.startswith("judged-")
    assert is_right(hit(0), question.places[0]) and is_right(hit(1), question.places[1])


def test_a_page_with_a_wrong_hit_on_it_is_not_named(judgements: Judgements) -> None:
    judgements.judge("委託料", "search", judged(0), "right")
    assert is_right(hit(2), questions(judgements)[0].places[0])
    judgements.judge("委託料", "search", judged(2), "wrong")
    (question,) = questions(judgements)
    assert question.places[0].pages == ()
    assert is_right(hit(0), question.places[0]) and not is_right(hit(2), question.places[0])
    (record,) = question_records(judgements.all())
    assert record["wrong"] == [
        {"doc": "報告書.pdf", "pages": [3], "label": "", "quotes": ["工事費は9,000千円である。"]}
    ]


def test_a_quote_that_a_wrong_hit_holds_too_gives_way_to_the_whole_text(judgements: Judgements) -> None:
    judgements.judge("委託料", "search", judged(0), "right")
    longer = replace(judged(2), text=f"別に{judged(0).quote}")
    judgements.judge("委託料", "search", longer, "wrong")
    assert questions(judgements)[0].places[0].quotes == (RIGHT.text,)


def test_that_nothing_answers_and_a_right_hit_exclude_each_other(judgements: Judgements) -> None:
    judgements.judge("委託料", "ask", judged(0), "right")
    judgements.judge("委託料", "ask", judged(1), "wrong")
    judgements.nothing_answers("委託料", "ask", True)
    (question,) = questions(judgements)
    assert not question.answerable and question.kind == "unanswerable"
    (query,) = judgements.all()
    assert query.nothing and query.right == () and query.wrong == (judged(1),)
    judgements.judge("委託料", "ask", judged(0), "right")
    assert questions(judgements)[0].answerable
    judgements.nothing_answers("委託料", "ask", False)
    assert questions(judgements)[0].answerable


def test_a_query_with_wrong_hits_alone_is_kept_but_is_no_question(judgements: Judgements) -> None:
    judgements.judge("委託料", "search", judged(1), "wrong")
    assert judgements.question_file.read_text(encoding="utf-8") == ""
    assert judgements.all()[0].wrong == (judged(1),)


def test_what_was_taken_back_is_put_back_as_it_was(judgements: Judgements) -> None:
    judgements.judge("委託料", "search", judged(0), "right")
    judgements.judge("委託料", "search", judged(1), "wrong")
    before = judgements.all()
    taken = judgements.forget("委託料")
    assert judgements.all() == () and taken is not None
    judgements.put_back(taken)
    assert judgements.all() == before


@pytest.mark.parametrize("right_since", [True, False])
def test_what_was_judged_since_stays_when_the_earlier_is_put_back(
    judgements: Judgements, right_since: bool
) -> None:
    def judge(right: bool) -> None:
        if right:
            judgements.judge("委託料", "search", judged(0), "right")
        else:
            judgements.nothing_answers("委託料", "search", True)

    judge(not right_since)
    taken = judgements.forget("委託料")
    assert taken is not None
    judge(right_since)
    since = judgements.all()
    judgements.put_back(taken)
    assert judgements.all() == since


def test_many_sessions_judge_at_once_and_the_file_holds_all(judgements: Judgements) -> None:
    def judge(number: int) -> None:
        judgements.judge(f"問い{number}", "search", judged(number % 2), "right")

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(judge, range(40)))
    assert {question.query for question in questions(judgements)} == {f"問い{n}" for n in range(40)}
    assert not [path for path in judgements.folder.iterdir() if path.name.endswith(".new")]


def test_an_evaluation_reads_the_grown_file_as_it_is(judgements: Judgements) -> None:
    asked = [f"委託料 {number}" for number in range(12)]
    for query in asked:
        judgements.judge(query, "search", judged(0), "right")
    judgements.nothing_answers("どこにもない", "ask", True)
    orders = {(leg, query): [OTHER.id, RIGHT.id] for leg in ("lexical", "dense", "both") for query in asked}
    index = FakeIndex(PASSAGES, orders)
    report = evaluate_questions(judgements.question_file, index, Plan(searchers))
    assert (report.questions, report.unanswerable, report.missing) == (13, 1, ())
    assert {run.groups[0].measures["MRR@10"].mean for run in report.runs} == {0.5}


def test_the_file_is_in_the_form_of_question_files(judgements: Judgements) -> None:
    judgements.judge("委託料", "search", judged(0), "right")
    (line,) = judgements.question_file.read_text(encoding="utf-8").splitlines()
    assert list(json.loads(line)) == ["id", "query", "doc", "pages", "label", "quotes", "answer", "kind"]


def test_the_list_for_spreadsheets_holds_every_verdict_and_no_formula(judgements: Judgements) -> None:
    judgements.judge("=HYPERLINK(1)", "search", replace(judged(0), title="+1", text="@本文"), "right")
    judgements.judge("=HYPERLINK(1)", "search", judged(1), "wrong")
    judgements.nothing_answers("どこにもない", "ask", True)
    verdicts = {"right": "合う", "wrong": "合わない", "nothing": "なし"}
    written = judgements_csv(judgements.all(), ("質問", "判定"), verdicts)
    head, *rows = csv.reader(io.StringIO(written.decode("utf-8-sig")))
    assert written.startswith(b"\xef\xbb\xbf") and head == ["質問", "判定"]
    assert [row[:2] for row in rows] == [
        ["'=HYPERLINK(1)", "合う"],
        ["'=HYPERLINK(1)", "合わない"],
        ["どこにもない", "なし"],
    ]
    assert rows[0][2:7] == ["報告書.pdf", "'+1", "3", "", "'@本文"]
    assert {len(row) for row in rows} == {8}
