"""Two systems' scores of the same queries in, how likely so large a difference is by chance out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.measures import Estimate, QueryScores, Values, estimate_means

PERMUTATIONS = 10_000
AT_ONCE = 1_000
"""How many permutations are held in memory at a time."""

LEVEL = 0.05
COMPARED = ("nDCG@10", "recall@5", "MRR@10")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One configuration less another in one measure: the mean difference with its interval, and its p-values.

    `adjusted` is the p-value after Holm's correction for all that are compared by this measure.
    """

    measure: str
    ours: str
    other: str
    difference: Estimate
    p: float
    adjusted: float

    @property
    def significant(self) -> bool:
        """Whether chance is ruled out at 0.05, all comparisons by this measure together."""
        return self.adjusted < LEVEL


def compare(ours: str, scores: QueryScores, others: Sequence[tuple[str, QueryScores]]) -> list[Comparison]:
    """One system compared with each of the others, measure by measure.

    All scores are of the same queries in the same order.
    """
    columns = [scores.measures.index(measure) for measure in COMPARED]
    differences = [scores.values[:, columns] - other.values[:, columns] for _, other in others]
    chances = np.array([randomisation_test(each) for each in differences]).reshape(-1, len(COMPARED))
    adjusted = np.array([adjust_by_holm(column) for column in chances.T]).T
    intervals = [estimate_means(each) for each in differences]
    return [
        Comparison(measure, ours, name, intervals[row][column], *_p_values(chances, adjusted, row, column))
        for column, measure in enumerate(COMPARED)
        for row, (name, _) in enumerate(others)
    ]


def randomisation_test(differences: Values, seed: int = 0) -> Values:
    """The two-sided p-value of each column's mean; `differences` has the shape (queries, measures).

    Were two systems alike, either could have had either score of a query: the sign of each difference is
    drawn 10,000 times. Smucker, Allan and Carterette, A Comparison of Statistical Significance Tests for
    Information Retrieval Evaluation (CIKM 2007); one is added to both counts, so that no p-value is 0
    (Phipson and Smyth 2010). The same seed gives the same p-values.
    """
    generator = np.random.default_rng(seed)
    observed = np.abs(differences.sum(axis=0))
    smallest = observed - 1e-9 * np.maximum(1.0, observed)
    as_large = np.zeros(differences.shape[1])
    for _ in range(PERMUTATIONS // AT_ONCE):
        signs = generator.integers(0, 2, size=(AT_ONCE, len(differences)), dtype=np.int8) * 2.0 - 1.0
        as_large += (np.abs(signs @ differences) >= smallest).sum(axis=0)
    p_values: Values = (as_large + 1) / (PERMUTATIONS + 1)
    return p_values


def adjust_by_holm(p_values: NDArray[np.float64]) -> Values:
    """P-values adjusted for so many tests at once.

    Holm, A Simple Sequentially Rejective Multiple Test Procedure (Scandinavian Journal of Statistics 1979).
    """
    order = np.argsort(p_values, kind="stable")
    stepped = p_values[order] * np.arange(len(p_values), 0, -1)
    adjusted = np.empty(len(p_values))
    adjusted[order] = np.minimum(np.maximum.accumulate(stepped), 1.0)
    return adjusted


def _p_values(chances: Values, adjusted: Values, row: int, column: int) -> tuple[float, float]:
    return float(chances[row, column]), float(adjusted[row, column])
