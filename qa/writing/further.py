"""Ranked candidates in, the best with those that answer what it leaves open out."""

import math
from collections.abc import Mapping, Sequence

from qa.asking.answer_places import HELD, answer_places
from qa.asking.answer_types import AnswerType
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import coverage
from qa.candidates.types import Candidate
from qa.choosing.ranking import Scored

LONGEST = 160
MOST = 3
"""So many characters and quotes together."""

CLOSE = math.log(2)
"""Scores are logarithms of odds: so near to the best, a candidate is at least half as likely what answers."""

MARGIN = 1.5
"""One that answers what the best leaves open may score so much less."""

NEW_SHARE = 0.25
"""It must cover so much of the question's weight that the best does not."""

LEAST = 12
"""A shorter sentence is a heading, or a question of a survey."""


def add_further(asked: AskedQuestion, ranked: Sequence[Scored], weights: Mapping[str, float]) -> list[Scored]:
    """The best candidate, and up to two of other places that may as well answer, or that in its document
    cover more of the question or answer in a kind that is asked for too (金額と件数)."""
    best = ranked[0]
    chosen = [best]
    for one in ranked[1:]:
        if len(chosen) == MOST or one.score < best.score - MARGIN:
            break
        if _says_the_same(one.candidate, chosen):
            continue
        close = one.score >= best.score - CLOSE
        same = one.hit.document.id == best.hit.document.id
        if (
            one.typed
            and _fits(one.candidate, chosen)
            and (close or (same and _adds(asked, one, chosen, weights)))
        ):
            chosen.append(one)
    return chosen


def _fits(candidate: Candidate, chosen: Sequence[Scored]) -> bool:
    """Whether a candidate says something (no heading, no heads of a table), fits beside those chosen, and
    shares no place with them."""
    length = sum(len(one.candidate.text) for one in chosen) + len(candidate.text)
    heads = "\t" in candidate.text and not any(map(str.isdigit, candidate.text))
    tells = candidate.form != "sentence" or (len(candidate.text) >= LEAST and not heads)
    apart = not any(_overlap(candidate, one.candidate) for one in chosen)
    return tells and apart and length <= LONGEST


def _says_the_same(candidate: Candidate, chosen: Sequence[Scored]) -> bool:
    """Whether a candidate states the figure or the text of one that is chosen."""
    figure = candidate.figure and candidate.figure.text
    for one in chosen:
        other = one.candidate
        if candidate.text == other.text or (figure and figure in other.text):
            return True
        if other.figure and other.figure.text in candidate.text:
            return True
    return False


def _overlap(one: Candidate, other: Candidate) -> bool:
    same = one.hit.passage.id == other.hit.passage.id
    return same and one.start < other.end and other.start < one.end


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
