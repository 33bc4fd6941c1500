"""A query's tokens and vector in, passages by their numbers with what tells for each of them out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from embeddings.types import Vectors
from index.legs.scaling import min_max
from index.legs.scores import Ids, Scores, lookup, no_scores
from index.ranking.weights import FEATURES, RankingWeights
from index.storage.generations import Generation
from index.types import Filters, Legs
from index.understanding.lexical_query import LexicalQuery

POOL = 1000
"""How many of each leg's best passages are fused at least."""

COVERED = 200
"""Of how many of the best so fused the coverage is asked for."""

LEXICAL, DENSE, COVERAGE, YEAR = map(FEATURES.index, ("lexical", "dense", "coverage", "year"))


@dataclass(frozen=True, slots=True)
class Request:
    """What is searched for; `vector` has shape (1, dimension), `allowed` is what the filters let through,
    `given` the only passages that may be found, None for all."""

    tokens: LexicalQuery
    vector: Vectors | None
    filters: Filters
    allowed: Ids | None
    given: Ids | None = None


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages with their scores, and with what these are made of.

    `features` has shape (passages, features), in the order of FEATURES, each 0 to 1; no columns where one leg
    alone was asked.
    """

    scores: Scores
    features: NDArray[np.float64]

    def best(self, limit: int) -> Ids:
        """The numbers of the `limit` passages with the highest scores, best first."""
        return self.scores.ids[np.argsort(-self.scores.values, kind="stable")[:limit]]

    def features_of(self, passage: int) -> tuple[float, ...]:
        """The features of one of the passages, by its number."""
        row = int(np.flatnonzero(self.scores.ids == passage)[0])
        return tuple(self.features[row].tolist())


def only_scored(scores: Scores) -> Candidates:
    """Passages of whose scores nothing is told."""
    return Candidates(scores, np.empty((len(scores.ids), 0)))


def find_candidates(
    generation: Generation, request: Request, legs: Legs, top_k: int, weights: RankingWeights
) -> Candidates:
    """What a search may give, in no order: at least the `top_k` best if there are so many.

    The score of both legs is the weighted sum of the features, 0 to 1 (Bruch, Gai and Ingber, An Analysis of
    Fusion Functions for Hybrid Retrieval, ACM TOIS 2023).
    """
    pool = max(POOL, top_k)
    lexical = dense = no_scores()
    if legs != "dense":
        lexical = generation.lexical.search(request.tokens, pool, request.filters, request.given)
    if request.vector is not None:
        dense = generation.dense.search(request.vector, pool, request.allowed)
    if legs != "both":
        found = lexical if legs == "lexical" else dense
        return only_scored(found)
    ids = np.union1d(lexical.ids, dense.ids)
    features = np.zeros((len(ids), len(FEATURES)))
    assert request.vector is not None
    of_tokens = partial(generation.lexical.scores_of, request.tokens)
    of_vector = partial(generation.dense.scores_of, request.vector)
    features[:, LEXICAL] = min_max(_scores_of_all(ids, lexical, of_tokens), 0.0)
    features[:, DENSE] = min_max(_scores_of_all(ids, dense, of_vector))
    best = np.argsort(-(features @ weights.shares), kind="stable")[: max(COVERED, top_k)]
    covered = generation.lexical.coverage_of(request.tokens, ids[best])
    features[best, COVERAGE] = lookup(covered, ids[best], 0.0)
    features[np.isin(ids, generation.lexical.naming_year(request.tokens, ids[best])), YEAR] = 1.0
    return Candidates(Scores(ids, features @ weights.shares), features)


def _scores_of_all(ids: Ids, found: Scores, scores_of: Callable[[Ids], Scores]) -> NDArray[np.float64]:
    """The scores of a leg in the order of `ids`: those it found, and those that it has for the others."""
    return lookup(joined(found, scores_of(np.setdiff1d(ids, found.ids))), ids, 0.0)


def joined(first: Scores, second: Scores) -> Scores:
    """The scores of both."""
    return Scores(np.concatenate((first.ids, second.ids)), np.concatenate((first.values, second.values)))
