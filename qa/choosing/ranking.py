"""Candidates of all forms in, the same by how likely each answers out, best first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.types import Hit
from qa.asking.questions import AskedQuestion
from qa.candidates.types import Candidate
from qa.choosing.features import FEATURES, Measured, Nearness, measure_candidates
from qa.choosing.weights import WEIGHTS


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
    scored = [_scored(one) for one in measure_candidates(asked, candidates, weights, near)]
    return sorted(scored, key=lambda one: (-one.score, one.hit.rank, *_place(one)))


def _scored(measured: Measured) -> Scored:
    score = sum(
        WEIGHTS.get(name, 0.0) * value for name, value in zip(FEATURES, measured.features, strict=True)
    )
    return Scored(measured.candidate, measured.features, measured.covered, measured.typed, score)


def _place(scored: Scored) -> tuple[str, int, int]:
    candidate = scored.candidate
    return candidate.hit.passage.id, candidate.start, candidate.end
