"""What was found for a question in; how sure its answer is, or that nothing answers, out."""

import math

from index.text.analysis import tokens
from qa.asking.questions import ASKING_PHRASES, ASKING_WORDS, YEAR_WORDS, AskedQuestion, leave_out
from qa.asking.years import ERAS
from qa.choosing.confidence import FEATURES, Found, measure_confidence
from qa.choosing.confidence_weights import FOREIGN, JAPANESE
from qa.choosing.contradictions import note_contradictions
from qa.types import Answer

NOT_FOUND = "この文書群には該当する記載が見つかりません"
"""The text of an answer that nothing supports."""

THRESHOLD = 0.55
"""Answers less sure than this are not given. On questions of collections that the weights are not fitted to,
refusals are about as precise there as complete."""

UNTYPED = 0.4
"""How sure an answer is at most where no good candidate holds what is sharply asked for: an amount, a rate,
an office, a company."""

SHARP = ("amount", "percent", "organisation", "company")
GOOD = 5
"""How many of the best candidates are looked at for it."""

LEAST_COVERED = 0.1
"""Passages of which none covers more of a question are about something else, however near they seem."""


def judge_confidence(found: Found) -> float:
    """How sure it is that something found answers the question, 0 to 1.

    0 where no passage fits the year and the office asked about or covers anything to speak of, and where the
    question names only years and offices or nothing but figures and marks.
    """
    if not found.evidence or not found.ranked or not _asks_something(found.asked):
        return 0.0
    if max(one.coverage for one in found.evidence) < LEAST_COVERED:
        return 0.0
    fitted = JAPANESE if found.asked.japanese else FOREIGN
    values = zip(FEATURES, measure_confidence(found), strict=True)
    sure = logistic(fitted.bias + sum(fitted.weights.get(name, 0.0) * value for name, value in values))
    return min(sure, UNTYPED) if _lacks_type(found) else sure


def refuse(question: str, found: Found, confidence: float) -> Answer:
    """The answer that nothing answers, with the nearest passages and why they do not."""
    notes = note_contradictions(found.asked, found.hits)
    return Answer(question, NOT_FOUND, False, confidence, (), tuple(found.hits), notes=notes)


def logistic(value: float) -> float:
    """1 / (1 + e^-value)."""
    return 1 / (1 + math.exp(-value))


def _lacks_type(found: Found) -> bool:
    """Whether no good candidate holds an answer of the type asked for, where that is a sharp one."""
    return found.asked.kind in SHARP and not any(one.typed for one in found.ranked[:GOOD])


def _asks_something(asked: AskedQuestion) -> bool:
    """Whether a question has a word beside its years, its offices and what it asks with."""
    rest = YEAR_WORDS.sub(" ", ASKING_PHRASES.sub(" ", leave_out(asked.text, asked.organisations)))
    words = (token.lemma for token in tokens(rest))
    return any(word not in ASKING_WORDS and word not in ERAS and not word.isdigit() for word in words)
