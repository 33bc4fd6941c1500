"""Several ways of searching in, one that fuses them by reciprocal rank out."""

from collections.abc import Sequence
from dataclasses import replace

from eval.running import Searcher
from index.types import Hit

K = 60
DEPTH = 100
"""How far down each ranking is looked at."""


def fuse_by_rank(rankings: Sequence[Sequence[Hit]], top_k: int) -> list[Hit]:
    """The hits of several rankings by the sum of 1 / (60 + rank), best first, ties by passage id.

    Cormack, Clarke and Büttcher, Reciprocal Rank Fusion Outperforms Condorcet and Individual Rank Learning
    Methods (SIGIR 2009).
    """
    scores: dict[str, float] = {}
    hits: dict[str, Hit] = {}
    for ranking in rankings:
        for hit in ranking:
            hits.setdefault(hit.passage.id, hit)
            scores[hit.passage.id] = scores.get(hit.passage.id, 0.0) + 1 / (K + hit.rank)
    best = sorted(scores, key=lambda passage_id: (-scores[passage_id], passage_id))[:top_k]
    return [replace(hits[found], score=scores[found], rank=rank) for rank, found in enumerate(best, 1)]


def fused_searcher(searchers: Sequence[Searcher]) -> Searcher:
    """The rankings of several ways of searching, fused by reciprocal rank."""

    def search(query: str, top_k: int) -> list[Hit]:
        return fuse_by_rank([each(query, max(DEPTH, top_k)) for each in searchers], top_k)

    return search
