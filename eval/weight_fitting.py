"""What searches found, with its features, in; the ranking weights that order it best out.

The measure itself is maximised, over all weightings of a grid (direct maximisation: Metzler and Croft, Linear
Feature-Based Models for Information Retrieval, Information Retrieval 10, 2007); with so few weights every
point of the grid can be tried, so nothing depends on where a search for the best begins.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from eval.measures import DEPTH, Values
from eval.running import JudgedQuery
from index.types import Hit

STEPS = 20
"""The grid divides the whole weight into so many parts."""

PULL = 5.0
"""What moving the whole weight costs, in questions: to move a fifth of it, a question's worth must be won."""

DECIMALS = 12
"""Scores and means nearer than that are equal: what is left is how floating point numbers were added up."""

Weightings = NDArray[np.float64]
"""Shape (weightings, features), in the order of index's FEATURES; each row adds up to 1."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What was found for a judged query.

    `keys` are what hits count as; `features`, shape (hits, features), are theirs, a key's from its row in
    `starts` on. Keys stand in the order in which the search gives those of equal score.
    """

    query_id: str
    grades: Mapping[str, int]
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    features: NDArray[np.float64]

    @property
    def reachable(self) -> bool:
        """Whether anything right is among them."""
        return any(self.grades.get(key, 0) > 0 for key in self.keys)

    def scores(self, weightings: Weightings) -> Values:
        """The score of each key's best hit under each weighting, shape (keys, weightings)."""
        if not self.keys:
            return np.empty((0, len(weightings)))
        of_hits = np.round(self.features @ weightings.T, DECIMALS)
        best: Values = np.maximum.reduceat(of_hits, self.starts, axis=0)
        return best

    def ranked(self, weighting: NDArray[np.float64]) -> tuple[str, ...]:
        """The first ten keys under one weighting, best first."""
        [scores] = self.scores(weighting[np.newaxis]).T
        return tuple(self.keys[row] for row in np.argsort(-scores, kind="stable")[:DEPTH])


def gather(query: JudgedQuery, hits: Sequence[Hit]) -> Candidates:
    """The hits of a query, each with its features, as candidates."""
    rows: dict[str, list[tuple[float, ...]]] = {}
    for hit in sorted(hits, key=lambda hit: hit.passage.id):
        rows.setdefault(query.key(hit), []).append(hit.features)
    ends = np.cumsum([len(each) for each in rows.values()]).tolist()
    features = np.array([row for each in rows.values() for row in each])
    return Candidates(query.id, query.grades, tuple(rows), (0, *ends[:-1]), features)


def measure_weightings(candidates: Sequence[Candidates], weightings: Weightings) -> Values:
    """nDCG@10 of each query under each weighting, shape (queries, weightings)."""
    return np.array([_ndcg(each, weightings) for each in candidates])


def _ndcg(found: Candidates, weightings: Weightings) -> Values:
    """nDCG@10 with the grades as gains (Järvelin and Kekäläinen, ACM TOIS 20, 2002), shape (weightings,)."""
    scores = found.scores(weightings)
    gained = np.zeros(len(weightings))
    for row, key in enumerate(found.keys):
        if (grade := found.grades.get(key, 0)) > 0:
            above = (scores > scores[row]).sum(axis=0) + (scores[:row] == scores[row]).sum(axis=0)
            gained += np.where(above < DEPTH, grade / np.log2(above + 2), 0.0)
    ideal = sorted((grade for grade in found.grades.values() if grade > 0), reverse=True)[:DEPTH]
    measured: Values = gained / sum(grade / np.log2(place + 2) for place, grade in enumerate(ideal))
    return measured


def make_grid(now: NDArray[np.float64]) -> Weightings:
    """The weights in force, and every way to share out the whole weight in steps of a twentieth."""
    features = len(now)
    bars = np.array(list(combinations(range(STEPS + features - 1), features - 1))).reshape(-1, features - 1)
    ends = np.full((len(bars), 1), STEPS + features - 1)
    shares = np.diff(np.hstack((np.full_like(ends, -1), bars, ends))) - 1
    return np.vstack((now, shares / STEPS))


def best_weighting(measured: Values, weightings: Weightings) -> NDArray[np.float64]:
    """The weighting with the highest mean, less what moving the weights away from the first row costs.

    The cost is the share of the weight that is moved, times PULL, over the number of queries: few questions
    move the weights little. `measured` has the shape (queries, weightings).
    """
    moved = np.abs(weightings - weightings[0]).sum(axis=1) / 2
    worth = np.round(measured.mean(axis=0) - PULL * moved / len(measured), DECIMALS)
    nearest: NDArray[np.float64] = weightings[np.lexsort((moved, -worth))[0]]
    return nearest
