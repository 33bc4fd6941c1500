"""Judged answers in, shares with their intervals out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from eval.answers.judging import JudgedAnswer
from eval.measures import LEVEL, RESAMPLES, Values

SHORT = 120
"""An answer of at most so many characters is short."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the 95% bootstrap interval of the share; None where nothing was to count."""

    count: int
    of: int
    low: float | None = None
    high: float | None = None

    @property
    def value(self) -> float | None:
        """The share, 0 to 1."""
        return self.count / self.of if self.of else None


Count = tuple[int, int]
"""What one answer adds to a measure: to what is counted, and to what it is a share of."""

MEASURES: Mapping[str, Callable[[JudgedAnswer], Count]] = {
    "right": lambda one: _among(one.right, one.question.answerable),
    "contained": lambda one: _among(bool(one.contained), one.contained is not None),
    "contained_or_quoted": lambda one: _among(bool(one.quoted), one.quoted is not None),
    "exact_number": lambda one: _among(bool(one.exact), one.exact is not None),
    "cited": lambda one: _among(one.cited, one.question.answerable),
    "citation_precision": lambda one: (sum(bool(each.right) for each in one.citations), len(one.citations)),
    "places_cited": lambda one: (
        len(frozenset().union(*(each.right for each in one.citations))),
        len(one.question.places),
    ),
    "refusal_precision": lambda one: _among(not one.question.answerable, not one.answer.supported),
    "refusal_recall": lambda one: _among(not one.answer.supported, not one.question.answerable),
    "refusal_f1": lambda one: (
        2 * (not one.answer.supported and not one.question.answerable),
        (not one.answer.supported) + (not one.question.answerable),
    ),
    "short": lambda one: _among(one.length <= SHORT, one.answer.supported and one.answer.form == "single"),
    "verbatim": lambda one: (sum(each.verbatim for each in one.citations), len(one.citations)),
}
"""right: of the answerable, those answered right and cited to the page.
contained, contained_or_quoted, exact_number: of the questions that tell an answer (a figure), those whose
answer says it. cited: of the answerable, those with a citation to a right place. citation_precision: of the
citations, those to a right place; places_cited: of the right places, those cited. refusal_precision: of the
refusals, those of questions that nothing answers; refusal_recall: of those questions, those refused;
refusal_f1: their harmonic mean. short: of the answers that are neither lists nor several side by side, those
of at most 120 characters. verbatim: of the citations, those found word for word in their passage and on its
pages."""


def estimate_shares(counts: Values, seed: int = 0) -> tuple[Share, ...]:
    """The share of each measure; `counts` has the shape (questions, measures, 2): counted, and of how many.

    Questions are drawn with replacement and both sums taken anew, as for a ratio (Efron & Tibshirani, An
    Introduction to the Bootstrap, 13.3); the same seed gives the same interval.
    """
    questions = len(counts)
    draws = np.random.default_rng(seed).multinomial(
        questions, np.full(questions, 1 / questions), size=RESAMPLES
    )
    sums = np.tensordot(draws, counts, axes=1)
    totals = counts.sum(axis=0)
    tail = (1 - LEVEL) / 2
    return tuple(
        _share(int(count), int(of), sums[:, column], tail) for column, (count, of) in enumerate(totals)
    )


def measure_answers(judged: Sequence[JudgedAnswer]) -> dict[str, Share]:
    """Every measure over judged answers, of which there is at least one."""
    counts = np.array([[count(one) for count in MEASURES.values()] for one in judged], dtype=np.float64)
    return dict(zip(MEASURES, estimate_shares(counts), strict=True))


def _share(count: int, of: int, sums: Values, tail: float) -> Share:
    drawn = sums[sums[:, 1] > 0]
    if not of or not len(drawn):
        return Share(count, of)
    low, high = np.quantile(drawn[:, 0] / drawn[:, 1], (tail, 1 - tail))
    return Share(count, of, float(low), float(high))


def _among(counted: bool, judged: bool) -> Count:
    return int(counted and judged), int(judged)
