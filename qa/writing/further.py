"""Ranked candidates in, the best with those that may as well answer, or answer what it leaves open, out."""

import math
from collections.abc import Sequence
from dataclasses import replace

from qa.asking.answer_places import HELD, answer_places
from qa.asking.answer_types import AnswerType
from qa.asking.questions import AskedQuestion
from qa.candidates.types import Candidate
from qa.choosing.ranking import Scored
from qa.writing.limits import ASKED_TOO, TOGETHER
from qa.writing.trimming import trim

MOST = 3
"""So many quotes together."""

CLOSE = math.log(5)
"""Scores are logarithms of odds: so near to the best, a candidate is at least a fifth as likely."""

NEAREST = 20
"""So many of the best candidates are looked at."""

LEAST = 12
"""A shorter sentence is a heading, or a question of a survey."""


def add_further(asked: AskedQuestion, ranked: Sequence[Scored]) -> list[Scored]:
    """The best candidate, and up to two of other places that may as well answer, or that in its document
    answer in a kind that is asked for too (金額と件数); those of one passage in reading order."""
    best = _trimmed(asked, ranked[0])
    chosen = [best]
    margin = max(CLOSE, ASKED_TOO) if len(asked.kinds) > 1 else CLOSE
    for one in ranked[1:NEAREST]:
        if len(chosen) == MOST or one.score < best.score - margin:
            break
        one = _trimmed(asked, one)
        if not _fits(one.candidate, chosen) or _says_the_same(one.candidate, chosen):
            continue
        close = one.score >= best.score - CLOSE and (one.typed or not best.typed)
        if close or _answers_more(asked, one, chosen):
            chosen.append(one)
    return _in_reading_order(chosen)


def _trimmed(asked: AskedQuestion, scored: Scored) -> Scored:
    return replace(scored, candidate=trim(asked, scored.candidate))


def _in_reading_order(chosen: Sequence[Scored]) -> list[Scored]:
    passages = [one.hit.passage.id for one in chosen]
    return sorted(chosen, key=lambda one: (passages.index(one.hit.passage.id), one.candidate.start))


def _fits(candidate: Candidate, chosen: Sequence[Scored]) -> bool:
    """Whether a candidate says something (no heading, no heads of a table), fits beside those chosen, and
    shares no place with them."""
    length = sum(len(one.candidate.text) for one in chosen) + len(candidate.text)
    heads = "\t" in candidate.text and not any(map(str.isdigit, candidate.text))
    tells = candidate.form != "sentence" or (len(candidate.text) >= LEAST and not heads)
    apart = not any(_overlap(candidate, one.candidate) for one in chosen)
    return tells and apart and length <= TOGETHER


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


def _answers_more(asked: AskedQuestion, scored: Scored, chosen: Sequence[Scored]) -> bool:
    """Whether a candidate of the best's document answers in a kind asked for that none of the chosen does."""
    if scored.hit.document.id != chosen[0].hit.document.id:
        return False
    held = {kind for one in chosen for kind in _kinds(asked, one)}
    return bool(_kinds(asked, scored) - held)


def _kinds(asked: AskedQuestion, scored: Scored) -> set[AnswerType]:
    """The kinds asked for that a candidate answers in."""
    text = scored.candidate.text
    return {
        kind for kind in asked.kinds if kind in HELD and answer_places(text, (kind,), asked.units, asked.text)
    }
