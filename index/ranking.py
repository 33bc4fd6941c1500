"""A query's analysis and vector in, the best passages by their numbers out."""

from dataclasses import dataclass

import numpy as np

from embeddings.types import Vectors
from index.analysis import Analysis
from index.fusion import fuse, min_max
from index.generations import Generation
from index.query_plan import QueryPlan
from index.scores import Ids, Scores, lookup
from index.types import Filters, Legs

POOL = 1000
"""How many of each leg's best passages are fused at least."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is searched for; `vector` has shape (1, dimension), `allowed` is what the filters let through."""

    tokens: Analysis
    vector: Vectors | None
    filters: Filters
    allowed: Ids | None
    plan: QueryPlan


def rank(generation: Generation, request: Request, legs: Legs, top_k: int, dense_weight: float) -> Scores:
    """The passages a search may give, in no order: at least the `top_k` best if there are so many."""
    pool = max(POOL, top_k)
    lexical = dense = None
    if legs != "dense":
        lexical = generation.lexical.search(request.tokens, pool, request.filters)
    if request.vector is not None:
        dense = generation.dense.search(request.vector, pool, request.allowed)
    if lexical is None or dense is None:
        found = lexical or dense
        if found is None:
            raise ValueError(f"no vector for a search by {legs}")
        return found
    return _fused(generation, request, lexical, dense, dense_weight)


def _fused(
    generation: Generation, request: Request, lexical: Scores, dense: Scores, dense_weight: float
) -> Scores:
    """Both legs' candidates, each with its score in both legs, whichever had found it."""
    ids = np.union1d(lexical.ids, dense.ids)
    only_dense = np.setdiff1d(dense.ids, lexical.ids)
    only_lexical = np.setdiff1d(lexical.ids, dense.ids)
    assert request.vector is not None
    lexical_values = lookup(
        joined(lexical, generation.lexical.scores_of(request.tokens, only_dense)), ids, 0.0
    )
    dense_values = lookup(joined(dense, generation.dense.scores_of(request.vector, only_lexical)), ids, 0.0)
    return Scores(ids, fuse(min_max(lexical_values, lowest=0.0), min_max(dense_values), dense_weight))


def joined(first: Scores, second: Scores) -> Scores:
    """The scores of both."""
    return Scores(np.concatenate((first.ids, second.ids)), np.concatenate((first.values, second.values)))
