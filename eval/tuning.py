"""Judged questions and an index in; ranking weights fitted to them, cross-validated, out."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.evaluation import missing_documents
from eval.measures import QueryScores, estimate_means, score_queries
from eval.questions import read_questions
from eval.running import JudgedQuery, Progress, judge_question
from eval.significance import COMPARED, compare
from eval.tuning_report import Change, Fold, TuningReport
from eval.weight_fitting import Candidates, best_weighting, gather, make_grid, measure_weightings
from index.ranking.query_vectors import is_foreign
from index.ranking.weights import FEATURES, RankingWeights
from index.types import Index

REACH = 100
"""How many passages of each question are kept; what ranks lower now can be brought up by no weights."""

FEWEST = 10
FOLDS = 5
LEAVE_ONE_OUT_BELOW = 25


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights fitted to all queries; those of each fold fitted without it; how both rank."""

    weights: RankingWeights
    folds: tuple[Fold, ...]
    changes: tuple[Change, ...]


def tune(path: Path, index: Index, progress: Progress | None = None) -> TuningReport:
    """The report on weights fitted to a file of judged questions.

    Questions without an answer, and those in a Latin language, whose weights are fixed, are left out.
    Raises ValueError where the library holds none of the documents, or fewer than ten questions are left.
    """
    questions = read_questions(path)
    answerable = [question for question in questions if question.answerable]
    missing = missing_documents(answerable, index)
    queries = [judge_question(question) for question in answerable if not is_foreign(question.query)]
    if len(queries) < FEWEST:
        raise ValueError(
            f"{path.name} holds {len(queries)} questions to fit weights to (answerable, in Japanese); "
            f"at least {FEWEST} are needed"
        )
    own = index.status().ranking_weights
    candidates, errors = search_candidates(queries, index, progress)
    fitted = fit(candidates, own or RankingWeights())
    return TuningReport(
        target=path.name,
        questions=len(questions),
        unanswerable=len(questions) - len(answerable),
        foreign=len(answerable) - len(queries),
        unreachable=sum(not each.reachable for each in candidates),
        reach=REACH,
        now=own or RankingWeights(),
        own=own is not None,
        fitted=fitted.weights,
        folds=fitted.folds,
        changes=fitted.changes,
        errors=tuple(errors),
        missing=missing,
    )


def search_candidates(
    queries: Sequence[JudgedQuery], index: Index, progress: Progress | None = None
) -> tuple[list[Candidates], list[str]]:
    """What is found for each query, one search each, and which queries cannot be searched, with the reason.

    These count as nothing found.
    """
    candidates: list[Candidates] = []
    errors: list[str] = []
    for query in queries:
        try:
            hits = index.search(query.query, top_k=REACH)
        except ValueError as error:
            hits = []
            errors.append(f"{query.id}: {error}")
        candidates.append(gather(query, hits))
        if progress:
            progress(len(candidates), len(queries))
    return candidates, errors


def fit(candidates: Sequence[Candidates], now: RankingWeights) -> Fitted:
    """The weights that rank these queries best, and by cross-validation what they are worth.

    `before` ranks every query by the weights in force, `after` each query by weights fitted without its fold.
    """
    grid = make_grid(now.shares)
    measured = measure_weightings(candidates, grid)
    held_out = draw_folds([each.query_id for each in candidates])
    chosen = [best_weighting(measured[held_out != fold], grid) for fold in range(held_out.max() + 1)]
    after = _scores(candidates, [chosen[fold] for fold in held_out])
    before = _scores(candidates, [grid[0]] * len(candidates))
    sizes = np.bincount(held_out).tolist()
    return Fitted(
        _weights(best_weighting(measured, grid), now),
        tuple(Fold(size, _weights(each, now)) for size, each in zip(sizes, chosen, strict=True)),
        _changes(before, after),
    )


def draw_folds(query_ids: Sequence[str]) -> NDArray[np.intp]:
    """The fold of each query, 0 up, as even in size as can be: five, or one a query where there are few.

    Drawn by a hash of the ids, so that neither the order of the file nor a new run changes them.
    """
    count = len(query_ids)
    folds = count if count < LEAVE_ONE_OUT_BELOW else FOLDS
    hashes = [hashlib.blake2b(query_id.encode()).digest() for query_id in query_ids]
    drawn = np.empty(count, dtype=np.intp)
    drawn[sorted(range(count), key=lambda row: hashes[row])] = np.arange(count) % folds
    return drawn


def _scores(candidates: Sequence[Candidates], weightings: Sequence[NDArray[np.float64]]) -> QueryScores:
    """All measures of the queries, each ranked by its own weighting."""
    return score_queries(
        {each.query_id: each.grades for each in candidates},
        {each.query_id: each.ranked(one) for each, one in zip(candidates, weightings, strict=True)},
    )


def _changes(before: QueryScores, after: QueryScores) -> tuple[Change, ...]:
    columns = [before.measures.index(measure) for measure in COMPARED]
    return tuple(
        Change(comparison.measure, was, now, comparison.difference, comparison.p)
        for comparison, was, now in zip(
            compare("fitted", after, [("now", before)]),
            estimate_means(before.values[:, columns]),
            estimate_means(after.values[:, columns]),
            strict=True,
        )
    )


def _weights(shares: NDArray[np.float64], now: RankingWeights) -> RankingWeights:
    """Shares as weights; the weights in force themselves where they are those."""
    if np.array_equal(shares, now.shares):
        return now
    return RankingWeights(**dict(zip(FEATURES, shares.tolist(), strict=True)))
