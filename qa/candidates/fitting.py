"""A question and facts in, those that fit it best out."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from index.text.amounts import find_amounts
from index.types import SentenceScore
from qa.asking.answer_places import holds_type
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import context_text
from qa.candidates.fact_words import pairs
from qa.candidates.facts import Fact, value_words

MOST_FACTS = 40
"""So many facts of a question are candidates."""

AROUND = 0.4
"""What a title or a heading says counts so much of what a label or head says."""

NEAR = 1.0
"""The cosine of a row and the question counts so much."""

STRANGE = 0.35
"""What a fact's own label and heads say beside the question counts so much against it."""

YEAR, OTHER_YEAR, OWN_YEAR = 0.3, -0.5, 0.05
TYPE, OTHER_TYPE = 0.15, -0.15
SAME_AMOUNT = 0.8
"""For a fact of the year asked about, of another; of the document's own where none is asked for; for a value
of the type asked for, and of another; for an amount that the question names."""

_SCALES = {"円": 1, "千円": 10**3, "万円": 10**4, "百万円": 10**6, "億円": 10**8}
_pairs = lru_cache(maxsize=8192)(pairs)


def best_facts(
    asked: AskedQuestion, facts: Sequence[Fact], near: Mapping[str, Sequence[SentenceScore]]
) -> list[tuple[float, Fact]]:
    """The facts that fit a question best, best first, each with how well it does (0 to about 2).

    A pair of letters of the question tells the more the fewer facts hold it.
    """
    grams = asked_pairs(asked)
    own = [frozenset().union(*map(_pairs, (*fact.labels, *fact.heads, *_words(fact)))) for fact in facts]
    around = [_around(fact) for fact in facts]
    held = Counter(pair for one, wide in zip(own, around, strict=True) for pair in (one | wide) & grams)
    weights = {pair: math.log((len(facts) + 1) / (count - 0.5)) for pair, count in held.items()}
    total = sum(weights.values()) or 1.0
    amounts = {amount.term for amount in find_amounts(asked.text)}
    nearest = max((score.score for scores in near.values() for score in scores), default=0.0)
    found = [
        (
            _fit(asked, fact, amounts)
            + NEAR * (_nearness(fact, near) - nearest)
            + _covered(one, wide, weights) / total
            - STRANGE * _strange(fact, grams),
            fact,
        )
        for fact, one, wide in zip(facts, own, around, strict=True)
    ]
    found.sort(key=lambda one: (-one[0], one[1].evidence.hit.rank, one[1].start, one[1].place.start))
    return found[:MOST_FACTS]


def asked_pairs(asked: AskedQuestion) -> frozenset[str]:
    """The pairs of letters of a question and of what else its terms are called."""
    wordings = (wording for term in asked.terms for wording in term.wordings)
    return frozenset().union(pairs(asked.text), *map(_pairs, wordings))


def _nearness(fact: Fact, near: Mapping[str, Sequence[SentenceScore]]) -> float:
    """How near a fact's row is to the question, as a cosine."""
    scores = near.get(fact.evidence.hit.passage.id, ())
    return max((one.score for one in scores if one.start < fact.end and fact.start < one.end), default=0.0)


def _words(fact: Fact) -> tuple[str, ...]:
    return () if fact.number is not None else (fact.value,)


def _around(fact: Fact) -> frozenset[str]:
    told = (fact.title, fact.form, context_text(fact.evidence.hit))
    return frozenset().union(*map(_pairs, told))


def _covered(own: frozenset[str], around: frozenset[str], weights: dict[str, float]) -> float:
    return sum(
        weight if pair in own else AROUND * weight
        for pair, weight in weights.items()
        if pair in own or pair in around
    )


def _strange(fact: Fact, grams: frozenset[str]) -> float:
    """The share of a fact's own label and heads that the question does not say."""
    told = frozenset().union(*map(_pairs, (*fact.labels[-1:], *fact.heads)))
    return len(told - grams) / len(told) if told else 0.0


def _fit(asked: AskedQuestion, fact: Fact, amounts: set[str]) -> float:
    fit = 0.0
    if asked.fiscal_years and fact.fiscal_year is not None:
        fit += YEAR if fact.fiscal_year in asked.fiscal_years else OTHER_YEAR
    elif fact.fiscal_year is not None and fact.fiscal_year == fact.evidence.hit.document.fiscal_year:
        fit += OWN_YEAR
    kinds = [kind for kind in asked.kinds if kind in ("amount", "percent", "count", "date")]
    if kinds:
        value = value_words(fact)
        fit += TYPE if any(holds_type(value, kind) for kind in kinds) else OTHER_TYPE
    if amounts and fact.number is not None and fact.unit in _SCALES:
        fit += SAME_AMOUNT * (f"yen{int(abs(fact.number) * _SCALES[fact.unit])}" in amounts)
    return fit
