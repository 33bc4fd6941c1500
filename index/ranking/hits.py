"""Candidates with their scores in, hits out, best first."""

import sqlite3

from corpus.types import Passage
from index.legs.scores import Scores
from index.ranking.candidates import Candidates
from index.ranking.near_duplicates import fold_hits
from index.storage import queries
from index.types import Hit

LOOKED_THROUGH = 20
"""How many of the best candidates at least are looked through for passages that say the same."""


def best_hits(connection: sqlite3.Connection, found: Candidates, top_k: int) -> list[Hit]:
    """The `top_k` best hits, nothing marked in them yet; those of equal score by passage id."""
    best = _best(connection, found.scores, top_k)
    documents = {
        passage.document_id: queries.select_document(connection, passage.document_id)
        for _, passage, _ in best
    }
    return [
        Hit(passage, document, score, rank, features=found.features_of(number))
        for rank, (number, passage, score) in enumerate(best, 1)
        if (document := documents[passage.document_id])
    ]


def folded_hits(connection: sqlite3.Connection, found: Candidates, top_k: int) -> list[Hit]:
    """The same with those that say the same folded into the best of them; it is looked further down until
    there are `top_k`."""
    depth = max(LOOKED_THROUGH, 2 * top_k)
    while True:
        hits = best_hits(connection, found, depth)
        folded = fold_hits(hits)
        if len(folded) >= top_k or len(hits) < depth:
            return folded[:top_k]
        depth *= 4


def _best(connection: sqlite3.Connection, scores: Scores, top_k: int) -> list[tuple[int, Passage, float]]:
    """The `top_k` passages with the highest scores, with their numbers; those of equal score by their ids."""
    if not len(scores.ids):
        return []
    order = (-scores.values).argsort(kind="stable")
    last = scores.values[order[min(top_k, len(order)) - 1]]
    every = zip(scores.ids.tolist(), scores.values.tolist(), strict=True)
    chosen = {number: score for number, score in every if score >= last}
    passages = queries.select_passages(connection, list(chosen))
    ranked = sorted(chosen, key=lambda number: (-chosen[number], passages[number].id))
    return [(number, passages[number], chosen[number]) for number in ranked[:top_k]]
