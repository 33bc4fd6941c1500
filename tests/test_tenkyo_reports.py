"""Kept reports: small, the newest few, read back as they were written."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from eval.answers import AnswerSummary, judge_answers, summarise_answers
from eval.evaluation import Plan, evaluate_questions, make_report
from eval.questions import Place, Question
from eval.report import Collected, Report
from eval.running import judge_question, run_searchers
from qa.types import Answer, Citation
from tenkyo.reports.evaluating import evaluate_judged
from tenkyo.reports.keeping import MOST_KEPT, keep_report, kept_reports, read_report
from tenkyo.reports.slimming import LONGEST_ANSWER, MOST_ABOVE, MOST_LISTED
from tests.fake_index import FakeIndex, document, passage
from tests.usual_searchers import searchers

MADE = datetime(2024, 4, 1, 9, 30, tzinfo=UTC)
REPORT = document("報告書.pdf")
RIGHT = passage(REPORT, "委託料は1,200千円である。", page=1)
WRONG = [passage(REPORT, f"別の文である。{'字' * n}", page=n + 2) for n in range(6)]
PLACE = (Place("報告書.pdf", (1,)),)
QUESTIONS = [
    Question("late", "遅い質問", PLACE, "keyword"),
    Question("lost", "見つからない質問", PLACE, "table"),
    Question("first", "すぐの質問", PLACE, "table"),
]
FOUND = {
    "遅い質問": [*WRONG, RIGHT],
    "見つからない質問": WRONG,
    "すぐの質問": [RIGHT],
}
ORDERS = {
    (leg, query): [found.id for found in hits]
    for leg in ("lexical", "dense", "both")
    for query, hits in FOUND.items()
}
INDEX = FakeIndex([(REPORT, held) for held in (RIGHT, *WRONG)], ORDERS)


def make(questions: list[Question] = QUESTIONS, answers: AnswerSummary | None = None) -> Report:
    queries = [judge_question(question) for question in questions]
    return make_report(
        "questions.jsonl",
        queries,
        run_searchers(queries, searchers(INDEX)),
        unanswerable=1,
        answers=answers,
        collected=Collected(1, 7, "bundled", "abc"),
    )


def answered() -> AnswerSummary:
    unasked = Question("none", "答えのない質問", (), "unanswerable")

    def answer(query: str) -> Answer:
        if query == "遅い質問":
            return Answer(query, "なし", False, 0.2, (), ())
        hit = INDEX.search("すぐの質問" if query == "すぐの質問" else "見つからない質問")[0]
        return Answer(query, "長" * 400, True, 0.9, (Citation(1, hit, hit.passage.text[:5]),), ())

    return summarise_answers(judge_answers([*QUESTIONS, unasked], answer, lambda held: ()))


def test_a_kept_report_is_read_back_as_it_was(tmp_path: Path) -> None:
    kept = keep_report(tmp_path, make(answers=answered()), MADE)
    (name,) = kept_reports(tmp_path)
    assert (name.made, name.target) == (MADE, "questions.jsonl")
    assert read_report(tmp_path, name.name) == kept
    assert kept.library == Collected(1, 7, "bundled", "abc")
    assert (kept.ours, [run.name for run in kept.runs]) == ("tenkyo", ["lexical", "dense", "tenkyo"])


def test_misses_are_those_of_ours_the_worst_first_with_little_of_what_stood_above(tmp_path: Path) -> None:
    kept = keep_report(tmp_path, make(), MADE)
    assert [(miss.id, miss.rank) for miss in kept.misses] == [("lost", None), ("late", 7)]
    assert kept.miss_count == 2 and kept.misses[0].places == ("報告書.pdf p.1",)
    assert [above.rank for above in kept.misses[0].above] == list(range(1, MOST_ABOVE + 1))


def test_many_misses_are_counted_and_the_worst_kept(tmp_path: Path) -> None:
    many = [Question(f"q{n:03d}", "見つからない質問", PLACE, "table") for n in range(MOST_LISTED + 9)]
    kept = keep_report(tmp_path, make(many), MADE)
    assert (len(kept.misses), kept.miss_count) == (MOST_LISTED, MOST_LISTED + 9)


def test_wrong_answers_say_what_is_wrong_with_them(tmp_path: Path) -> None:
    answers = keep_report(tmp_path, make(answers=answered()), MADE).answers
    assert answers is not None
    faults = {wrong.id: wrong.fault for wrong in answers.wrong}
    assert faults == {"none": "answered", "lost": "wrong_place", "late": "refused"}
    assert answers.wrong_count == 3
    assert max(len(wrong.answer) for wrong in answers.wrong) == LONGEST_ANSWER + 1


def test_the_newest_stand_first_and_the_oldest_go(tmp_path: Path) -> None:
    for hours in range(MOST_KEPT + 2):
        keep_report(tmp_path, make(), MADE + timedelta(hours=hours))
    made = [name.made for name in kept_reports(tmp_path)]
    assert made == [MADE + timedelta(hours=hours) for hours in range(MOST_KEPT + 1, 1, -1)]


@pytest.mark.parametrize("name", ["", "../secret", "20240401T093000000000Z", "x.json"])
def test_a_name_that_is_no_kept_report_gives_none(tmp_path: Path, name: str) -> None:
    (tmp_path.parent / "secret.json").write_text("{}")
    assert read_report(tmp_path, name) is None


def test_a_damaged_report_is_passed_over(tmp_path: Path) -> None:
    keep_report(tmp_path, make(), MADE)
    (tmp_path / "20990101T000000000000Z.json").write_text('{"made": 1')
    assert [name.made for name in kept_reports(tmp_path)] == [MADE]


def refuse(query: str) -> Answer:
    return Answer(query, "なし", False, 0.1, (), ())


def test_a_grown_file_is_evaluated_and_kept_with_progress(tmp_path: Path) -> None:
    questions = tmp_path / "judged.jsonl"
    questions.write_text(
        "".join(
            f'{{"id": "{one.id}", "query": "{one.query}", "doc": "報告書.pdf", "pages": [1], "quotes": []}}\n'
            for one in QUESTIONS
        ),
        encoding="utf-8",
    )
    told: list[tuple[str, int, int]] = []
    reports = tmp_path / "reports"
    kept = evaluate_judged(INDEX, refuse, questions, reports, lambda *step: told.append(step))
    assert [name.target for name in kept_reports(reports)] == ["judged.jsonl"]
    assert kept.questions == 3 and kept.answers is not None
    assert kept.library.state == INDEX.state().digest
    assert told[-1] == ("answering", 3, 3)
    assert evaluate_questions(questions, INDEX, Plan(searchers)).runs == kept.runs
