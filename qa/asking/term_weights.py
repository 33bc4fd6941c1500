"""A question's terms and an index in, how rare each term is out."""

import math
import re
from collections.abc import Sequence

from index.types import Index, TermFrequencies
from qa.asking.terms import Term, wording_lemmas

INFLECTED = re.compile(r"[ぁ-ん]$")
REWORDED = 0.5
"""Verbs and adjectives, whose lemmas end in hiragana, are reworded more readily than nouns."""


UNTRANSLATED = 0.5
"""Latin words that stand nowhere and have no Japanese wording: texts say them in words that are not known."""


def weigh_terms(terms: Sequence[Term], index: Index) -> dict[str, float]:
    """The weight of each term by its key, more the rarer: the inverse document frequency of BM25.

    Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with the 1 added
    inside the logarithm that keeps it positive. A term is as frequent as the most frequent of its wordings,
    and a wording as the rarest of its words. A term that occurs nowhere weighs most.
    """
    if not terms:
        return {}
    lemmas = {lemma for term in terms for wording in term.wordings for lemma in wording_lemmas(wording)}
    frequencies = index.term_frequencies(sorted(lemmas))
    return {term.key: _weight(term, frequencies) for term in terms}


def _weight(term: Term, frequencies: TermFrequencies) -> float:
    found = max(_occurrences(wording, frequencies) for wording in term.wordings)
    weight = inverse_frequency(found, frequencies.passages)
    if INFLECTED.search(term.key):
        return weight * REWORDED
    known = found or term.is_japanese or any(map(str.isdigit, term.key))
    return weight if known else weight * UNTRANSLATED


def _occurrences(wording: str, frequencies: TermFrequencies) -> int:
    return min((frequencies.by_lemma[lemma] for lemma in wording_lemmas(wording)), default=0)


def inverse_frequency(occurrences: int, passages: int) -> float:
    """log(1 + (N - n + 0.5) / (n + 0.5)) for a term in n of N passages."""
    return math.log(1 + (passages - occurrences + 0.5) / (occurrences + 0.5))
