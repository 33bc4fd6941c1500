"""What search and answers have won on the samples is not lost again. A floor is raised when more is won."""

import pytest

from eval.report import Report
from tenkyo.assembly import evaluate_target
from tenkyo.settings import Settings
from tests.samples_library import SAMPLES

pytestmark = [pytest.mark.model, pytest.mark.xdist_group("samples-library")]

FLOORS = {"recall@5": 0.935, "MRR@10": 0.86}
"""The lowest that the whole search may reach over the answerable ones among the questions asked."""

ANSWER_FLOORS = {"right": 0.64, "refusal_precision": 0.67, "refusal_recall": 0.67}
"""The same of the answers."""


@pytest.fixture(scope="module")
def report(samples_library: Settings, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Every second question of the samples, which takes half a minute; `make eval` asks all."""
    asked = tmp_path_factory.mktemp("asked") / "questions.jsonl"
    every = (SAMPLES / "questions.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    asked.write_text("".join(every[::2]), encoding="utf-8")
    compared = ["lexical", "dense", "tenkyo"]
    return evaluate_target(samples_library, asked, lambda *_: None, compared, answers=True)


def test_search_on_the_samples_is_as_good_as_it_was(report: Report) -> None:
    measures = next(run for run in report.runs if run.name == "tenkyo").groups[0].measures
    reached = {name: round(measures[name].mean, 3) for name in FLOORS}
    assert all(reached[name] >= floor for name, floor in FLOORS.items()), f"{reached}, floors {FLOORS}"


def test_both_legs_together_are_better_than_either(report: Report) -> None:
    gained = {one.other: one.difference.mean for one in report.comparisons if one.measure == "nDCG@10"}
    assert set(gained) == {"lexical", "dense"}
    assert min(gained.values()) > 0, gained


def test_every_question_can_be_searched_and_is_about_a_document_that_is_there(report: Report) -> None:
    assert report.errors == ()
    assert report.missing == ()


def test_answers_on_the_samples_are_as_good_as_they_were(report: Report) -> None:
    assert report.answers is not None
    shares = report.answers.groups[0].shares
    reached = {name: round(shares[name].value or 0.0, 3) for name in ANSWER_FLOORS}
    assert all(reached[name] >= floor for name, floor in ANSWER_FLOORS.items()), (
        f"{reached}, floors {ANSWER_FLOORS}"
    )


def test_every_quote_of_every_answer_stands_word_for_word_on_its_page(report: Report) -> None:
    assert report.answers is not None
    citations = [(one.question.id, each) for one in report.answers.judged for each in one.citations]
    assert len(citations) > 100
    assert [
        (asked, each.citation.hit.document.path, each.citation.quote)
        for asked, each in citations
        if not each.verbatim
    ] == []


def test_an_answer_that_is_no_list_is_short(report: Report) -> None:
    assert report.answers is not None
    given = [one.answer for one in report.answers.judged if one.answer.supported]
    assert len(given) > 100
    for answer in given:
        if answer.form != "list":
            assert sum(len(part.text) for part in answer.parts) <= 160, answer.question
