"""A question and facts in, how much of the question each layer of a fact's words holds out."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import context_text
from qa.candidates.fact_words import pairs
from qa.candidates.facts import Fact

LAYERS = ("own", "said", "outer", "beside", "title", "around")
"""A fact's own label and heads, the words of its value, its other labels, the other words of its row, its
table's title and its form's project, its document and headings."""

Row = tuple[str, int, int]
"""The passage of a row, and where it begins and ends there."""

_pairs = lru_cache(maxsize=8192)(pairs)


def asked_pairs(asked: AskedQuestion) -> frozenset[str]:
    """The pairs of letters of a question and of what else its terms are called."""
    return pairs_of((asked.text, *(wording for term in asked.terms for wording in term.wordings)))


def pairs_of(texts: Iterable[str]) -> frozenset[str]:
    """The pairs of letters of all the texts."""
    return frozenset().union(*map(_pairs, texts))


def words_of(fact: Fact) -> tuple[str, ...]:
    """A fact's value, where it is words."""
    return () if fact.number is not None else (fact.value,)


def row_of(fact: Fact) -> Row:
    """The row that a fact stands in."""
    return fact.evidence.hit.passage.id, fact.start, fact.end


def measure_layers(grams: frozenset[str], facts: Sequence[Fact]) -> list[tuple[float, ...]]:
    """For each fact the share of the question that each of LAYERS holds and none before it does, 0 to 1.

    A pair of letters weighs the more the fewer facts hold it, as in BM25 the rarer word does.
    """
    rows = _words_of_rows(facts)
    contexts = {fact.evidence.hit.passage.id: pairs_of((context_text(fact.evidence.hit),)) for fact in facts}
    layers = [_layers(fact, rows[row_of(fact)], contexts[fact.evidence.hit.passage.id]) for fact in facts]
    held = [[layer & grams for layer in of_fact] for of_fact in layers]
    counts = Counter(pair for of_fact in held for pair in frozenset().union(*of_fact))
    weights = {pair: math.log((len(facts) + 1) / (count - 0.5)) for pair, count in counts.items()}
    whole = sum(weights.values()) or 1.0
    return [_shares(of_fact, weights, whole) for of_fact in held]


def _layers(fact: Fact, row: frozenset[str], context: frozenset[str]) -> tuple[frozenset[str], ...]:
    return (
        pairs_of((*fact.labels[-1:], *fact.heads)),
        pairs_of(words_of(fact)),
        pairs_of(fact.labels[:-1]),
        row,
        pairs_of((fact.title, fact.form)),
        context,
    )


def _words_of_rows(facts: Sequence[Fact]) -> Mapping[Row, frozenset[str]]:
    words: dict[Row, frozenset[str]] = defaultdict(frozenset)
    for fact in facts:
        words[row_of(fact)] |= pairs_of(words_of(fact))
    return words


def _shares(
    layers: Sequence[frozenset[str]], weights: Mapping[str, float], whole: float
) -> tuple[float, ...]:
    shares = []
    before: frozenset[str] = frozenset()
    for layer in layers:
        shares.append(sum(weights[pair] for pair in layer - before) / whole)
        before |= layer
    return tuple(shares)
