"""A question and facts in, those that fit it best out."""

from collections.abc import Mapping, Sequence

from index.types import SentenceScore
from qa.asking.questions import AskedQuestion
from qa.candidates.fact_features import FEATURES, measure_facts
from qa.candidates.facts import Fact

MOST_FACTS = 40
"""So many facts of a question are candidates."""

WEIGHTS = {
    "own": 0.72,
    "outer": 0.44,
    "letters": 0.3,
    "beside": 0.36,
    "around": 0.51,
    "strange": -0.49,
    "repeats": -0.18,
    "year": 0.12,
    "other_year": -0.49,
    "present_year": 0.08,
    "typed": 0.44,
    "unit": 0.29,
    "words": -0.06,
    "code": -0.22,
    "amount": 0.37,
    "amount_beside": 0.57,
    "change": 0.5,
    "no_change": -0.29,
    "total": 0.65,
    "no_total": -0.02,
    "target": -0.23,
    "near": 0.8,
    "passage": 1.34,
}
"""Fitted on judged questions of several collections so that the fact that answers stands before the question's
others: the loss of ListNet's top one probability (Cao et al., Learning to Rank: From Pairwise Approach to
Listwise Approach, 2007), each weight held to its sign and near to a first guess."""


def best_facts(
    asked: AskedQuestion, facts: Sequence[Fact], near: Mapping[str, Sequence[SentenceScore]]
) -> list[tuple[float, Fact]]:
    """The facts that fit a question best, best first, each with how well it does."""
    weights = [WEIGHTS[name] for name in FEATURES]
    found = [
        (sum(weight * value for weight, value in zip(weights, features, strict=True)), fact)
        for fact, features in zip(facts, measure_facts(asked, facts, near), strict=True)
    ]
    found.sort(key=lambda one: (-one[0], one[1].evidence.hit.rank, one[1].start, one[1].place.start))
    return found[:MOST_FACTS]
