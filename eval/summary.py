"""Runs in; means with intervals, by kind, and how deep right passages stand, out."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.measures import DEPTH, Estimate, QueryScores, estimate_means
from eval.running import JudgedQuery, Ranking, Run

ALL = "all"


@dataclass(frozen=True, slots=True)
class Group:
    """The measures over the queries of one kind; `kind` "all" is over every query."""

    kind: str
    queries: int
    measures: dict[str, Estimate]


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What one way of searching reached: over all queries first, then by kind.

    `first_right` counts the queries whose first right passage is at rank 1, 2, … 10, and at last those that
    have none there; `recall` is the mean share of the right keys among the first 1, 2, … 10.
    """

    name: str
    groups: tuple[Group, ...]
    first_right: tuple[int, ...]
    recall: tuple[float, ...]


def summarise(run: Run, queries: Sequence[JudgedQuery]) -> RunSummary:
    """The summary of a run; kinds in alphabetical order, none where the queries name no kinds."""
    kinds = sorted({query.kind for query in queries if query.kind is not None})
    groups = [_group(ALL, run.scores)]
    for kind in kinds if len(kinds) > 1 else ():
        scores = run.scores.of(query.id for query in queries if query.kind == kind)
        if scores.query_ids:
            groups.append(_group(kind, scores))
    scored = set(run.scores.query_ids)
    judged = [(query, run.rankings[query.id]) for query in queries if query.id in scored]
    return RunSummary(run.name, tuple(groups), _first_right(judged), _recall(judged))


def _group(kind: str, scores: QueryScores) -> Group:
    estimates = estimate_means(scores.values)
    return Group(kind, len(scores.query_ids), dict(zip(scores.measures, estimates, strict=True)))


def right_rank(query: JudgedQuery, ranking: Ranking) -> int | None:
    """The rank, from 1, of the first right key; None where none is among those found."""
    ranks = (rank for rank, key in enumerate(ranking.keys, start=1) if query.grades.get(key, 0) > 0)
    return next(ranks, None)


def _first_right(judged: Sequence[tuple[JudgedQuery, Ranking]]) -> tuple[int, ...]:
    ranks = [right_rank(query, ranking) for query, ranking in judged]
    return tuple(ranks.count(rank) for rank in (*range(1, DEPTH + 1), None))


def _recall(judged: Sequence[tuple[JudgedQuery, Ranking]]) -> tuple[float, ...]:
    shares = [0.0] * DEPTH
    for query, ranking in judged:
        right = {key for key, grade in query.grades.items() if grade > 0}
        found = 0
        for depth in range(DEPTH):
            found += depth < len(ranking.keys) and ranking.keys[depth] in right
            shares[depth] += found / len(right)
    return tuple(share / len(judged) for share in shares)
