"""Judgements and ranked ids in, retrieval measures with intervals out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import ir_measures
import numpy as np
from ir_measures import RR, Qrel, R, ScoredDoc, nDCG
from numpy.typing import NDArray

MEASURES = {
    "recall@1": R @ 1,
    "recall@5": R @ 5,
    "recall@10": R @ 10,
    "nDCG@10": nDCG @ 10,
    "MRR@10": RR @ 10,
}
DEPTH = 10
"""How many ranks the measures look at."""

RESAMPLES = 1000
LEVEL = 0.95

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """The mean of a measure over the questions, and its 95% bootstrap interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class QueryScores:
    """The measures of each judged query: `values` has the shape (queries, measures)."""

    query_ids: tuple[str, ...]
    measures: tuple[str, ...]
    values: Values

    def of(self, query_ids: Iterable[str]) -> "QueryScores":
        """The scores of some of the queries."""
        wanted = set(query_ids)
        rows = [row for row, query_id in enumerate(self.query_ids) if query_id in wanted]
        return QueryScores(tuple(self.query_ids[row] for row in rows), self.measures, self.values[rows])


def score_queries(
    judged: Mapping[str, Mapping[str, int]], ranked: Mapping[str, Sequence[str]]
) -> QueryScores:
    """The measures of every judged query; one for which nothing was found counts as zero.

    `judged` holds the relevance of right ids by query, `ranked` the found ids by query, best first.
    Raises ValueError where a ranking names an id twice, or nothing is judged.
    """
    query_ids = tuple(
        query_id for query_id, grades in judged.items() if any(grade > 0 for grade in grades.values())
    )
    if not query_ids:
        raise ValueError("no judged queries with a right answer: there is nothing to measure")
    qrels = [Qrel(query_id, key, grade) for query_id in query_ids for key, grade in judged[query_id].items()]
    run = [scored for query_id in query_ids for scored in _scored(query_id, ranked.get(query_id, ()))]
    names = {str(measure): column for column, measure in enumerate(MEASURES.values())}
    rows = {query_id: row for row, query_id in enumerate(query_ids)}
    values = np.zeros((len(query_ids), len(MEASURES)))
    for metric in ir_measures.iter_calc(list(MEASURES.values()), qrels, run):
        values[rows[metric.query_id], names[str(metric.measure)]] = metric.value
    return QueryScores(query_ids, tuple(MEASURES), values)


def _scored(query_id: str, ids: Sequence[str]) -> list[ScoredDoc]:
    """Ranked ids as ir_measures takes them: scores that fall by rank, so that no tie reorders them."""
    if len(set(ids)) != len(ids):
        raise ValueError(f"the ranking of query {query_id} names an id twice")
    return [ScoredDoc(query_id, key, float(-rank)) for rank, key in enumerate(ids)]


def estimate_means(values: Values, seed: int = 0) -> tuple[Estimate, ...]:
    """The mean of each column of (queries, measures), with its percentile bootstrap interval.

    Queries are drawn with replacement (Efron & Tibshirani, An Introduction to the Bootstrap, 13.3); the
    same draws serve every column, and the same seed gives the same interval.
    """
    count = len(values)
    draws = np.random.default_rng(seed).multinomial(count, np.full(count, 1 / count), size=RESAMPLES)
    means = draws @ values / count
    tail = (1 - LEVEL) / 2
    lows, highs = np.quantile(means, (tail, 1 - tail), axis=0)
    return tuple(
        Estimate(float(mean), float(low), float(high))
        for mean, low, high in zip(values.mean(axis=0), lows, highs, strict=True)
    )
