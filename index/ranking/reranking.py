"""A query and its best hits in, the same hits as a cross-encoder orders them out."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from embeddings.types import Reranker
from index.types import Hit

RESCORED = 50
"""How many of the best hits a reranker reads."""


def rerank(reranker: Reranker, query: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits with new scores, best first: the first RESCORED as the reranker scores them, then the others.

    The reranker's scores are brought between 0 and 1 by the logistic function, the others' between 0 and the
    lowest of these. Those of equal score are ordered by passage id.
    """
    if not hits:
        return []
    read = hits[:RESCORED]
    logits = reranker.score(query, [rerank_text(hit) for hit in read]).astype(np.float64)
    scores = np.exp(-np.logaddexp(0, -np.nan_to_num(logits, nan=-np.inf)))
    rescored = [replace(hit, score=score) for hit, score in zip(read, scores.tolist(), strict=True)]
    lowest = float(scores.min())
    others = [replace(hit, score=hit.score * lowest) for hit in hits[RESCORED:]]
    return [*sorted(rescored, key=lambda hit: (-hit.score, hit.passage.id)), *others]


def rerank_text(hit: Hit) -> str:
    """What a reranker reads of a hit: its document's title, its headings, its text."""
    return "\n".join((hit.document.title, *hit.passage.headings, hit.passage.text))
