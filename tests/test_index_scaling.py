"""Scores of one leg on one scale: numbers worked out by hand."""

import numpy as np
import pytest

from index.legs.scaling import min_max
from index.legs.scores import Scores, lookup


def values(*numbers: float) -> np.ndarray:
    return np.array(numbers, dtype=np.float64)


def test_the_lowest_becomes_0_and_the_highest_1() -> None:
    assert min_max(values(2, 4, 3)).tolist() == [0, 1, 0.5]


def test_a_given_lowest_stands_for_the_lowest_found() -> None:
    assert min_max(values(2, 4), lowest=0).tolist() == [0.5, 1]


@pytest.mark.parametrize("numbers", [(), (3.0,), (2.0, 2.0)])
def test_scores_that_do_not_differ_become_0(numbers: tuple[float, ...]) -> None:
    assert min_max(values(*numbers)).tolist() == [0.0] * len(numbers)


def test_lookup_gives_scores_in_the_order_asked_for() -> None:
    scores = Scores(np.array([7, 3, 9]), values(0.7, 0.3, 0.9))
    assert lookup(scores, np.array([3, 4, 9, 7, 99]), absent=-1).tolist() == [0.3, -1, 0.9, 0.7, -1]
    assert lookup(Scores(np.array([], dtype=np.int64), values()), np.array([1]), absent=0).tolist() == [0]
