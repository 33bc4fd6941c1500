"""Runs in; the queries whose right passage came late or not at all, with what stood above it, out."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.running import JudgedQuery, Run
from eval.summary import right_rank
from index.types import Hit

MISS_DEPTH = 5
"""A query whose right passage is not among this many first is a miss."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A query whose right passage came late (`rank`) or not among the first ten (None), and what is above.

    `places` tells where the right passages stand, `found_by` which other runs had one among the first five.
    """

    run: str
    query_id: str
    query: str
    kind: str | None
    rank: int | None
    places: tuple[str, ...]
    above: tuple[Hit, ...]
    found_by: tuple[str, ...] = ()
    error: str | None = None


def list_misses(run: Run, queries: Sequence[JudgedQuery], others: Sequence[Run] = ()) -> list[Miss]:
    """The misses of a run, in the order of the queries."""
    misses = []
    for query in queries:
        ranking = run.rankings[query.id]
        rank = right_rank(query, ranking)
        if rank is not None and rank <= MISS_DEPTH:
            continue
        misses.append(
            Miss(
                run=run.name,
                query_id=query.id,
                query=query.query,
                kind=query.kind,
                rank=rank,
                places=query.places,
                above=ranking.hits[: rank - 1 if rank else MISS_DEPTH],
                found_by=tuple(other.name for other in others if _found(other, query)),
                error=ranking.error,
            )
        )
    return misses


def _found(run: Run, query: JudgedQuery) -> bool:
    rank = right_rank(query, run.rankings[query.id])
    return rank is not None and rank <= MISS_DEPTH
