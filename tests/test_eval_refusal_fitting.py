"""Holes where answers stood, and the weights by which answers are given or refused."""

from dataclasses import replace

import numpy as np
import pytest

from corpus.types import Document
from eval.holes import SCALED, in_right_document, leave_hole, on_right_page
from eval.questions import Place, Question
from eval.refusal_examples import Example
from eval.refusal_fitting import FITTED, choose_threshold, confidences, fit_confidence, measure
from index.ranking.weights import FEATURES as OF_HITS
from index.types import Hit
from qa.choosing.confidence import FEATURES
from tests.fake_index import document, passage

RULES, GUIDE = document("規程.pdf"), document("手引.pdf")
QUESTION = Question("q", "期限", (Place("規程.pdf", (4,)),), "fact", answers=("3日",))


def hit(of: Document, text: str, page: int, rank: int, scaled: float) -> Hit:
    features = tuple(scaled if at in SCALED else 0.5 for at in range(len(OF_HITS)))
    return Hit(passage(of, text, page), of, 1 / rank, rank, features=features)


HITS = [
    hit(RULES, "期限は3日である。", 4, 1, 1.0),
    hit(GUIDE, "期限は３日である。", 1, 2, 0.9),
    hit(RULES, "窓口は総務課である。", 5, 3, 0.8),
    hit(GUIDE, "様式は別に定める。", 2, 4, 0.4),
]


def example(seed: int, answerable: bool, collection: str = "a") -> Example:
    """Features at random, of which one is higher where a question can be answered."""
    values = np.random.default_rng(seed).random(len(FEATURES))
    values[FEATURES.index("lead")] += float(answerable)
    return Example(collection, f"{seed}", answerable, "asked", True, tuple(values.tolist()))


EXAMPLES = [example(seed, seed % 2 == 0, "ab"[seed % 4 // 2]) for seed in range(200)]


def test_what_answers_is_taken_away_wherever_it_is_said() -> None:
    left = leave_hole(QUESTION, HITS, on_right_page, top_k=10)
    assert [one.passage.text for one in left] == ["窓口は総務課である。", "様式は別に定める。"]
    left = leave_hole(QUESTION, HITS, in_right_document, top_k=10)
    assert {one.document for one in left} == {GUIDE}


def test_what_is_left_is_ranked_and_scaled_as_if_nothing_else_were_there() -> None:
    left = leave_hole(QUESTION, HITS, on_right_page, top_k=1)
    assert [one.rank for one in left] == [1]
    assert [left[0].features[at] for at in SCALED] == [1.0, 1.0]
    assert {value for at, value in enumerate(left[0].features) if at not in SCALED} == {0.5}


def test_the_feature_that_tells_is_weighted_most_and_tells_the_unanswerable() -> None:
    fitted = fit_confidence(EXAMPLES)
    assert set(fitted.weights) == set(FITTED[True])
    assert max(fitted.weights, key=lambda name: abs(fitted.weights[name])) == "lead"
    fresh = [example(seed, seed % 2 == 0) for seed in range(1_000, 1_100)]
    assert measure("a", fresh, confidences(fitted, fresh), 0.5).area > 0.9


def test_where_nothing_fits_the_confidence_is_none() -> None:
    nothing = replace(EXAMPLES[0], features=None)
    assert confidences(fit_confidence(EXAMPLES), [nothing]).tolist() == [0.0]


@pytest.mark.parametrize(
    ("sure", "threshold"), [([0.1, 0.2, 0.8, 0.9], 0.8), ([0.3, 0.7, 0.5, 0.9], 0.9)], ids=["parted", "mixed"]
)
def test_the_threshold_is_where_the_worse_of_precision_and_recall_is_best(
    sure: list[float], threshold: float
) -> None:
    answerable = np.array([False, False, True, True])
    assert choose_threshold(answerable, np.array(sure)) == threshold


def test_precision_recall_and_calibration_are_counted() -> None:
    told = measure("a", EXAMPLES[:4], np.array([0.95, 0.25, 0.35, 0.85]), threshold=0.5)
    assert (told.unanswerable, told.precision, told.recall, told.area) == (2, 0.5, 0.5, 0.75)
    assert told.calibration_error == pytest.approx((0.05 + 0.25 + 0.65 + 0.85) / 4)
