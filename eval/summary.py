"""Runs in; means with intervals, by kind, and the misses out."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.measures import Estimate, QueryScores, estimate_means
from eval.running import JudgedQuery, Ranking, Run
from index.types import Hit

ALL = "all"
MISS_DEPTH = 5
"""A query whose right passage is not among this many first is a miss."""


@dataclass(frozen=True, slots=True)
class Group:
    """The measures over the queries of one kind; `kind` "all" is over every query."""

    kind: str
    queries: int
    measures: dict[str, Estimate]


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What one way of searching reached: over all queries first, then by kind."""

    name: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Miss:
    """A query whose right passage came late (`rank`) or not among the first ten (None), and what is above."""

    run: str
    query_id: str
    query: str
    rank: int | None
    above: tuple[Hit, ...]
    error: str | None = None


def summarise(run: Run, queries: Sequence[JudgedQuery]) -> RunSummary:
    """The summary of a run; kinds in alphabetical order, none where the queries name no kinds."""
    kinds = sorted({query.kind for query in queries if query.kind is not None})
    groups = [_group(ALL, run.scores)]
    for kind in kinds if len(kinds) > 1 else ():
        scores = run.scores.of(query.id for query in queries if query.kind == kind)
        if scores.query_ids:
            groups.append(_group(kind, scores))
    return RunSummary(run.name, tuple(groups))


def _group(kind: str, scores: QueryScores) -> Group:
    estimates = estimate_means(scores.values)
    return Group(kind, len(scores.query_ids), dict(zip(scores.measures, estimates, strict=True)))


def list_misses(run: Run, queries: Sequence[JudgedQuery]) -> list[Miss]:
    """The misses of a run, in the order of the queries."""
    misses = []
    for query in queries:
        ranking = run.rankings[query.id]
        rank = right_rank(query, ranking)
        if rank is None or rank > MISS_DEPTH:
            above = ranking.hits[: rank - 1 if rank else MISS_DEPTH]
            misses.append(Miss(run.name, query.id, query.query, rank, above, ranking.error))
    return misses


def right_rank(query: JudgedQuery, ranking: Ranking) -> int | None:
    """The rank, from 1, of the first right key; None where none is among those found."""
    ranks = (rank for rank, key in enumerate(ranking.keys, start=1) if query.grades.get(key, 0) > 0)
    return next(ranks, None)
