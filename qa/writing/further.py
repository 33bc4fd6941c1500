"""Ranked candidates in, the best with those that answer what it leaves open out."""

from collections.abc import Mapping, Sequence

from qa.asking.answer_places import HELD, answer_places
from qa.asking.answer_types import AnswerType
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import coverage
from qa.choosing.ranking import Scored

LONGEST = 160
MOST = 3
"""So many characters and quotes together."""

MARGIN = 2.0
"""A further candidate may score so much less than the best."""

NEW_SHARE = 0.2
"""It must cover so much of the question's weight that the best does not."""


def add_further(asked: AskedQuestion, ranked: Sequence[Scored], weights: Mapping[str, float]) -> list[Scored]:
    """The best candidate, and up to two of other places that cover more of the question, or answer in a kind
    that is asked for too (金額と件数)."""
    chosen = [ranked[0]]
    length = len(ranked[0].candidate.text)
    for one in ranked[1:]:
        if len(chosen) == MOST or one.score < ranked[0].score - MARGIN:
            break
        fits = length + len(one.candidate.text) <= LONGEST
        if fits and one.typed and not _overlaps(one, chosen) and _adds(asked, one, chosen, weights):
            chosen.append(one)
            length += len(one.candidate.text)
    return chosen


def _overlaps(scored: Scored, chosen: Sequence[Scored]) -> bool:
    candidate = scored.candidate
    return any(
        scored.hit.passage.id == other.hit.passage.id
        and candidate.start < other.candidate.end
        and other.candidate.start < candidate.end
        for other in chosen
    )


def _adds(
    asked: AskedQuestion, scored: Scored, chosen: Sequence[Scored], weights: Mapping[str, float]
) -> bool:
    covered = frozenset().union(*(one.covered for one in chosen))
    held = {kind for one in chosen for kind in _kinds(asked, one)}
    more = coverage(scored.covered - covered, weights) >= NEW_SHARE
    return more or bool(_kinds(asked, scored) - held)


def _kinds(asked: AskedQuestion, scored: Scored) -> set[AnswerType]:
    """The kinds asked for that a candidate answers in."""
    text = scored.candidate.text
    return {
        kind for kind in asked.kinds if kind in HELD and answer_places(text, (kind,), asked.units, asked.text)
    }
