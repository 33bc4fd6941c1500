"""Candidates in, a page of hits with what is counted among them out."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace

from index.ranking.arranging import arrange
from index.ranking.candidates import Candidates
from index.ranking.facet_counts import count_facets
from index.ranking.hits import best_hits, folded_hits
from index.ranking.near_duplicates import fold_hits
from index.storage.queries import count_by_document
from index.types import Filters, Hit, Order, SearchPage

CANDIDATES = 200
"""How many of the best passages a page sorts, groups and counts: as many as have all their features
(`COVERED`). Further down a search by vectors goes on to passages that have little to do with the query."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How hits are shown: how many (of documents where grouped), in which order, those that say the same
    folded or not. `read` is how many of the best hits are looked at for that."""

    top_k: int
    read: int
    order: Order
    grouped: bool
    folds: bool

    @property
    def limit(self) -> int:
        """How many candidates the page is of, at most."""
        return max(CANDIDATES, self.top_k)


def make_page(
    connection: sqlite3.Connection,
    found_under: Callable[[Filters], Candidates],
    filters: Filters,
    wanted: Wanted,
    reranked: Callable[[list[Hit]], list[Hit]],
) -> SearchPage:
    """The page, nothing marked in its hits yet. `found_under` gives what is found under filters; `reranked`
    orders the best hits anew."""
    found = found_under(filters)
    candidates = found.best(wanted.limit)
    if wanted.order == "relevance" and not wanted.grouped:
        hits = (folded_hits if wanted.folds else best_hits)(connection, found, wanted.read)
    else:
        best = best_hits(connection, found, len(candidates))
        hits = fold_hits(best) if wanted.folds else best
    arranged = arrange(reranked(hits), wanted.top_k, wanted.order, grouped=wanted.grouped)
    return SearchPage(
        tuple(replace(hit, rank=rank) for rank, hit in enumerate(arranged, 1)),
        len(candidates),
        count_by_document(connection, candidates),
        count_facets(connection, candidates, filters, lambda others: found_under(others).best(wanted.limit)),
    )
