"""What search has won on the samples is not lost again. A floor is raised when more is won."""

import pytest

from eval.report import Report
from tenkyo.assembly import evaluate_target
from tenkyo.settings import Settings
from tests.samples_library import SAMPLES

pytestmark = [pytest.mark.model, pytest.mark.xdist_group("samples-library")]

FLOORS = {"recall@5": 0.915, "MRR@10": 0.835}
"""The lowest that the whole search may reach over all answerable questions of the samples."""


@pytest.fixture(scope="module")
def report(samples_library: Settings) -> Report:
    return evaluate_target(
        samples_library, SAMPLES / "questions.jsonl", lambda *_: None, ["lexical", "dense", "tenkyo"]
    )


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
