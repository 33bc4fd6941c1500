"""A question and facts in, those that fit it best out."""

from collections.abc import Mapping, Sequence

from index.types import SentenceScore
from qa.asking.questions import AskedQuestion
from qa.candidates.fact_features import FEATURES, measure_facts
from qa.candidates.facts import Fact

MOST_FACTS = 40
"""So many facts of a question are candidates."""

WEIGHTS = {
    "own": 0.71,
    "said": 0.63,
    "outer": 0.48,
    "beside": 0.34,
    "title": 0.53,
    "around": 0.23,
    "letters": 0.5,
    "strange": -0.27,
    "qualified": -0.45,
    "repeats": -0.32,
    "year": 0.14,
    "other_year": -0.46,
    "present_year": 0.07,
    "typed": 0.41,
    "unit": 0.27,
    "words": -0.05,
    "code": -0.18,
    "amount": 0.23,
    "amount_beside": 0.45,
    "change": 0.51,
    "no_change": -0.27,
    "total": 0.59,
    "target": -0.22,
    "extreme": 0.31,
    "near": 0.41,
    "passage": 1.32,
}
"""Fitted on judged questions of several collections (python -m eval.fact_fitting), each held to its sign and
near to a first guess, so that the fact that answers stands before the others of its question."""


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
