"""Measures against numbers worked out by hand, and the bootstrap interval."""

import math

import numpy as np
import pytest

from eval.measures import MEASURES, estimate_means, score_queries

COLUMNS = {name: column for column, name in enumerate(MEASURES)}


def scores_of(grades: dict[str, int], ranked: list[str]) -> dict[str, float]:
    scores = score_queries({"q": grades}, {"q": ranked})
    return dict(zip(scores.measures, scores.values[0], strict=True))


def test_a_right_answer_at_rank_three() -> None:
    scores = scores_of({"a": 1}, ["x", "y", "a"])
    assert scores == {
        "recall@1": 0.0,
        "recall@5": 1.0,
        "recall@10": 1.0,
        "nDCG@10": pytest.approx(1 / math.log2(4)),
        "MRR@10": pytest.approx(1 / 3),
    }


def test_two_graded_answers_by_hand() -> None:
    scores = scores_of({"a": 2, "b": 1}, ["b", "x", "a"])
    ideal = 2 / math.log2(2) + 1 / math.log2(3)
    found = 1 / math.log2(2) + 2 / math.log2(4)
    assert scores["recall@1"] == 0.5
    assert scores["recall@5"] == 1.0
    assert scores["nDCG@10"] == pytest.approx(found / ideal)
    assert scores["MRR@10"] == 1.0


def test_the_eleventh_rank_counts_for_nothing() -> None:
    scores = scores_of({"a": 1}, [*"bcdefghijk", "a"])
    assert set(scores.values()) == {0.0}


def test_a_judged_query_with_nothing_found_counts_as_zero() -> None:
    scores = score_queries({"q1": {"a": 1}, "q2": {"b": 1}}, {"q1": ["a"]})
    assert scores.query_ids == ("q1", "q2")
    assert scores.values.mean(axis=0) == pytest.approx([0.5] * len(MEASURES))


def test_equal_scores_are_never_reordered_and_an_id_may_not_come_twice() -> None:
    assert scores_of({"b": 1}, ["a", "b"])["MRR@10"] == 0.5
    with pytest.raises(ValueError, match="names an id twice"):
        score_queries({"q": {"a": 1}}, {"q": ["b", "b"]})


def test_nothing_judged_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to measure"):
        score_queries({"q": {"a": 0}}, {})


def test_the_interval_holds_the_mean_and_repeats() -> None:
    values = np.array([[1.0], [0.0], [1.0], [1.0]] * 25)
    [estimate] = estimate_means(values)
    assert estimate.mean == 0.75
    # The standard error of a share of .75 over 100 is .0433, so 95% lies about .085 to either side.
    assert estimate.low == pytest.approx(0.665, abs=0.02)
    assert estimate.high == pytest.approx(0.835, abs=0.02)
    assert estimate_means(values) == (estimate,)


def test_an_interval_of_one_value_is_that_value() -> None:
    [estimate] = estimate_means(np.array([[0.5]]))
    assert (estimate.low, estimate.mean, estimate.high) == (0.5, 0.5, 0.5)
