"""The randomisation test against what can be counted by hand, and Holm's correction against his own steps."""

from itertools import product

import numpy as np
import pytest

from eval.measures import MEASURES, QueryScores
from eval.significance import COMPARED, adjust_by_holm, compare, randomisation_test

DIFFERENCES = np.array([0.5, 0.25, -0.125, 0.5, 0.0, 0.25, 0.5, 0.125])


def exact(differences: np.ndarray) -> float:
    """The p-value over every one of the sign patterns."""
    sums = [abs(np.dot(signs, differences)) for signs in product((-1, 1), repeat=len(differences))]
    return float(np.mean(np.array(sums) >= abs(differences.sum()) - 1e-12))


def scores(values: np.ndarray) -> QueryScores:
    """Scores with the same value in every measure of a query."""
    return QueryScores(
        tuple(str(number) for number in range(len(values))), tuple(MEASURES), np.tile(values[:, None], 5)
    )


def test_the_p_value_is_that_of_every_sign_pattern_counted() -> None:
    [p] = randomisation_test(DIFFERENCES[:, None])
    assert p == pytest.approx(exact(DIFFERENCES), abs=0.01)


def test_systems_that_score_alike_do_not_differ() -> None:
    assert randomisation_test(np.zeros((20, 2))).tolist() == [1.0, 1.0]


def test_better_and_worse_by_as_much_are_as_likely() -> None:
    better, worse = randomisation_test(np.column_stack((DIFFERENCES, -DIFFERENCES)))
    assert better == worse


def test_no_p_value_is_zero_and_the_same_input_gives_the_same() -> None:
    clear = np.full((200, 1), 0.5)
    assert randomisation_test(clear).tolist() == [1 / 10_001]
    assert randomisation_test(DIFFERENCES[:, None]) == randomisation_test(DIFFERENCES[:, None])


def test_holm_multiplies_by_the_tests_left_and_never_falls() -> None:
    adjusted = adjust_by_holm(np.array([0.03, 0.01, 0.04, 0.02]))
    assert adjusted.tolist() == pytest.approx([0.06, 0.04, 0.06, 0.06])
    assert adjust_by_holm(np.array([0.9, 0.8])).tolist() == [1.0, 1.0]


def test_each_measure_is_corrected_for_the_systems_compared_by_it() -> None:
    ours, lower, same = np.full(40, 0.9), np.linspace(0.1, 0.8, 40), np.full(40, 0.9)
    found = compare("ours", scores(ours), [("lower", scores(lower)), ("same", scores(same))])
    assert [(one.measure, one.other) for one in found] == [
        (measure, other) for measure in COMPARED for other in ("lower", "same")
    ]
    for lower_one, same_one in zip(found[::2], found[1::2], strict=True):
        assert lower_one.difference.mean == pytest.approx(0.45)
        assert lower_one.adjusted == pytest.approx(2 * lower_one.p)
        assert (lower_one.significant, same_one.significant, same_one.p) == (True, False, 1.0)
