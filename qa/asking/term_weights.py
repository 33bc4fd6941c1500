"""A question's terms and an index in, how rare each term is out."""

import math
import re
from collections.abc import Sequence

from index.types import Index

INFLECTED = re.compile(r"[ぁ-ん]$")
REWORDED = 0.5
"""Verbs and adjectives, whose lemmas end in hiragana, are reworded more readily than nouns."""


def weigh_terms(terms: Sequence[str], index: Index) -> dict[str, float]:
    """The weight of each term, more the rarer: the inverse document frequency of BM25, over passages.

    Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with the 1 added
    inside the logarithm that keeps it positive. A term that occurs nowhere weighs most.
    """
    if not terms:
        return {}
    frequencies = index.term_frequencies(terms)
    return {
        term: inverse_frequency(frequencies.by_lemma[term], frequencies.passages)
        * (REWORDED if INFLECTED.search(term) else 1.0)
        for term in terms
    }


def inverse_frequency(occurrences: int, passages: int) -> float:
    """log(1 + (N - n + 0.5) / (n + 0.5)) for a term in n of N passages."""
    return math.log(1 + (passages - occurrences + 0.5) / (occurrences + 0.5))
