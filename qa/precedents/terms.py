"""A text in, the nouns it speaks of out, those that touch as one compound when they are weighed alike."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache

from index.text.analysis import Token, tokens
from qa.precedents.types import Mention

_INFLECTED = re.compile(r"[ぁ-ん]$")
_FIGURE = re.compile(r"[\d.,]+")
_LATIN = re.compile(r"[a-z]")
_HIRAGANA = re.compile(r"[ぁ-んー\s]+")


@lru_cache(maxsize=4_000)
def nouns(text: str) -> tuple[Token, ...]:
    """The content words of a text but verbs and adjectives (whose lemmas end in hiragana) and figures."""
    return tuple(
        token
        for token in tokens(text)
        if not _INFLECTED.search(token.lemma) and not _FIGURE.fullmatch(token.lemma)
    )


def lemmas(text: str) -> frozenset[str]:
    """The lemmas of a text's nouns."""
    return frozenset(token.lemma for token in nouns(text))


def find_terms(text: str, wanted: Callable[[str], bool], weights: Mapping[str, float]) -> tuple[Mention, ...]:
    """The terms of a text made of wanted lemmas alone, in reading order: touching ones are one term.

    A term's keys are its lemmas, its weight the sum of theirs. Single characters, words in hiragana alone
    (もの, よう) and what is counted (日以内 of 30日以内) are no terms.
    """
    found: list[Mention] = []
    for run in _runs(nouns(text), wanted):
        start, end = run[0].start, run[-1].end
        keys = tuple(dict.fromkeys(token.lemma for token in run))
        counted = text[max(0, start - 1) : start].isdecimal()
        spoken = len(text[start:end].strip()) > 1 and not _HIRAGANA.fullmatch(text[start:end])
        if spoken and not counted and not _one_letter_each(keys):
            weight = sum(weights.get(key, 0.0) for key in keys)
            found.append(Mention("term", keys, start, end, text[start:end], weight))
    return tuple(found)


def _one_letter_each(keys: Collection[str]) -> bool:
    return all(len(key) == 1 and _LATIN.match(key) for key in keys)


def _runs(words: Collection[Token], wanted: Callable[[str], bool]) -> Iterator[list[Token]]:
    """Touching words that are wanted."""
    run: list[Token] = []
    for word in words:
        if run and (word.start != run[-1].end or not wanted(word.lemma)):
            yield run
            run = []
        if wanted(word.lemma):
            run.append(word)
    if run:
        yield run
