"""What the evidence covers in, how sure the answer is out."""

import math
from collections.abc import Mapping, Sequence

from index.types import Hit
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import Evidence, coverage
from qa.choosing.ranking import Scored

NOT_FOUND = "この文書群には該当する記載が見つかりません"
"""The text of an answer that nothing supports."""

THRESHOLD = 0.5
"""Answers less sure than this are not given."""

NEAREST = 3
"""How many of the best passages are looked at as evidence."""

LEAST_COVERED = 0.25
"""Evidence that covers less of the question's weight leaves its rare words out, and answers nothing, however
far its score leads."""

LEAD_OVER = 5
"""The best passage's lead is over the one at this rank: where nothing answers, passages score alike."""

USUAL_LEAD = 0.3
"""The lead of the best of only a few hits, which tells nothing."""

SENTENCE, PASSAGE, UNTYPED, LEAD, BIAS = 4.8, 1.1, -0.6, 4.0, -2.75
"""Weights of a logistic regression on judged questions of several collections; THRESHOLD lies where about
two thirds of the questions that nothing answers are refused, and one in nine of the others."""

FOREIGN_BIAS = 0.4
"""For a question in another language, whose words the passages cannot hold: little can be told, so it is
answered unless every passage is of another year or office, and never surely."""


def judge_confidence(
    question: AskedQuestion,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    ranked: Sequence[Scored],
    weights: Mapping[str, float],
) -> float:
    """How sure it is that the evidence answers the question, 0 to 1; grows with what it covers.

    Without evidence, that is where every passage found is of another year or office, it is 0; where the
    rare words of a Japanese question are left uncovered, it is the little that is covered.
    """
    if not evidence or not ranked:
        return 0.0
    nearest = max(one.coverage for one in evidence[:NEAREST])
    if question.japanese and nearest < LEAST_COVERED:
        return nearest
    if not question.japanese:
        return logistic(FOREIGN_BIAS + PASSAGE * nearest)
    best = ranked[0]
    sentence = nearest if question.kind == "page" else coverage(best.covered, weights)
    return logistic(
        SENTENCE * sentence + PASSAGE * nearest + UNTYPED * (not best.typed) + LEAD * score_lead(hits) + BIAS
    )


def score_lead(hits: Sequence[Hit]) -> float:
    """How far the best hit's score lies over that of a later one, as a share of it, 0 to 1."""
    if len(hits) < LEAD_OVER or hits[0].score <= 0:
        return USUAL_LEAD
    return 1 - max(0.0, hits[LEAD_OVER - 1].score) / hits[0].score


def logistic(value: float) -> float:
    """1 / (1 + e^-value)."""
    return 1 / (1 + math.exp(-value))
