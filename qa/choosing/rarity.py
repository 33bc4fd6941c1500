"""A question and its candidates in; how rare its terms and its pairs of letters are among them out."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus import squeeze
from qa.asking.questions import AskedQuestion
from qa.candidates.fact_layers import asked_pairs
from qa.candidates.types import Candidate


@dataclass(frozen=True, slots=True)
class Rarity:
    """The weights of a question's terms, by their keys, and of its pairs of letters, the rarer the heavier:
    what all passages found hold tells none of them from another."""

    terms: Mapping[str, float]
    pairs: Mapping[str, float]

    def pairs_in(self, text: str) -> frozenset[str]:
        """The pairs that a text holds."""
        letters = squeeze(text)
        return frozenset(pair for pair in self.pairs if pair in letters)

    def share_of_pairs(self, held: frozenset[str]) -> float:
        """The share of the weight of all pairs that some have, 0 to 1."""
        return sum(map(self.pairs.__getitem__, sorted(held))) / (sum(self.pairs.values()) or 1.0)


def measure_rarity(asked: AskedQuestion, candidates: Sequence[Candidate]) -> Rarity:
    """How rare a question's terms are among the passages, and its pairs of letters among the quotes."""
    evidence = {one.hit.passage.id: one.evidence for one in candidates}.values()
    terms = {
        term.key: _weight(sum(term.key in one.covered for one in evidence), len(evidence))
        for term in asked.terms
    }
    quotes = [squeeze(quote) for quote in {one.quote for one in candidates}]
    counts = {pair: sum(pair in quote for quote in quotes) for pair in asked_pairs(asked)}
    pairs = {pair: _weight(count, len(quotes)) for pair, count in sorted(counts.items()) if count}
    return Rarity(terms, pairs)


def _weight(holding: int, of: int) -> float:
    """The inverse frequency of what so many of so many hold."""
    return math.log(1 + (of + 0.5) / (holding + 0.5))
