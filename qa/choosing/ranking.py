"""Candidates of all forms in, the same by how likely each answers out, best first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from index.types import Hit
from qa.asking.questions import AskedQuestion
from qa.candidates.plain_rows import plain_figure
from qa.candidates.types import Candidate
from qa.choosing.features import FEATURES, Nearness, measure_candidates
from qa.choosing.weights import WEIGHTS

_RowFigure = tuple[str, int, Decimal]
"""A passage's id, where a row ends in it, and a figure of the row."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score, higher is better, the sum of its features by their weights.

    `features` are in the order of FEATURES, `covered` the question's terms that it holds itself; `typed` is
    whether it holds an answer of the type asked for beside what the question says itself.
    """

    candidate: Candidate
    features: tuple[float, ...]
    covered: frozenset[str]
    typed: bool
    score: float

    @property
    def hit(self) -> Hit:
        """The passage it stands in, as it was found."""
        return self.candidate.hit


def rank_candidates(
    asked: AskedQuestion, candidates: Sequence[Candidate], weights: Mapping[str, float], near: Nearness
) -> list[Scored]:
    """The candidates, best first; of equal ones the better passage's, then the earlier and shorter.

    `weights` are those of the question's terms, `near` how near each sentence is to the question.
    """
    measured = list(measure_candidates(asked, candidates, weights, near))
    values = np.array([one.features for one in measured]).reshape(-1, len(FEATURES))
    scores = values @ np.array([WEIGHTS.get(name, 0.0) for name in FEATURES])
    scored = [
        Scored(one.candidate, one.features, one.covered, one.typed, score)
        for one, score in zip(measured, scores.tolist(), strict=True)
    ]
    return sorted(tell_rows(scored), key=lambda one: (-one.score, one.hit.rank, *_place(one)))


def tell_rows(scored: Sequence[Scored]) -> Iterator[Scored]:
    """The candidates without the rows of a label and one figure that a fact tells with its unit: both say the
    same, and the fact scores as the better of them."""
    figures = [(one, _figure(one)) for one in scored]
    facts = {figure for one, figure in figures if one.candidate.figure and figure}
    rows: dict[_RowFigure | None, float] = {
        figure: one.score for one, figure in figures if figure in facts and not one.candidate.figure
    }
    for one, figure in figures:
        if one.candidate.figure:
            yield replace(one, score=max(one.score, rows.get(figure, one.score)))
        elif figure not in rows:
            yield one


def _figure(scored: Scored) -> _RowFigure | None:
    """The figure of a fact or of a row of one figure; None where there is none."""
    candidate = scored.candidate
    number = candidate.figure.number if candidate.figure else plain_figure(candidate)
    return (scored.hit.passage.id, candidate.end, number) if number is not None else None


def _place(scored: Scored) -> tuple[str, int, int]:
    candidate = scored.candidate
    return candidate.hit.passage.id, candidate.start, candidate.end
