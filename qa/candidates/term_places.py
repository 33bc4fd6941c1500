"""A question's terms and a text in, where the text holds them out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus import fold
from index.text.amounts import find_amounts, find_cell_amounts
from index.text.analysis import Analysis, Token, analyse
from index.text.character_variants import VARIANTS
from index.text.folding import FoldedText, fold_text
from qa.asking.terms import Term, wording_lemmas
from qa.asking.values import find_dates, same_date

_LATIN_BORDER = r"(?<![a-z0-9]){}(?![a-z0-9])"


@dataclass(frozen=True, slots=True)
class TermPlace:
    """Characters `start` to `end` (exclusive) of a text hold the term of that key."""

    term: str
    start: int
    end: int


@lru_cache(maxsize=64)
def find_term_places(terms: tuple[Term, ...], text: str) -> tuple[TermPlace, ...]:
    """Where a text holds any wording of the terms, as lemmas or letter by letter, by their starts.

    One character and a number count as words alone: 市 is not in 市場, nor 3 in 13. Amounts and dates are
    found by their values.
    """
    folded = fold_text(text)
    places = {*_by_lemmas(terms, text), *_by_letters(terms, folded), *_by_values(terms, text, folded)}
    return tuple(sorted(places, key=lambda place: (place.start, place.end, place.term)))


def terms_between(places: Sequence[TermPlace], start: int, end: int) -> frozenset[str]:
    """The keys of the terms that stand wholly between two offsets."""
    return frozenset(place.term for place in places if start <= place.start and place.end <= end)


@lru_cache(maxsize=512)
def terms_by_letters(terms: tuple[Term, ...], text: str) -> frozenset[str]:
    """The keys of the terms that a short text holds letter by letter."""
    folded = fold(text).translate(VARIANTS)
    return frozenset(
        term.key for term in terms if (pattern := _letters(term.wordings)) and pattern.search(folded)
    )


def _by_lemmas(terms: Sequence[Term], text: str) -> Iterator[TermPlace]:
    keys: dict[str, list[str]] = {}
    for term in terms:
        for wording in term.wordings:
            lemmas = wording_lemmas(wording)
            if len(lemmas) == 1:
                keys.setdefault(lemmas[0], []).append(term.key)
    found = analyse(text, only=Analysis(tuple(Token(lemma, 0, 0) for lemma in keys), ()))
    for token in (*found.lemmas, *found.foreign):
        for key in keys[token.lemma]:
            yield TermPlace(key, token.start, token.end)


def _by_letters(terms: Sequence[Term], folded: FoldedText) -> Iterator[TermPlace]:
    for term in terms:
        pattern = _letters(term.wordings)
        for found in pattern.finditer(folded.text) if pattern else ():
            yield TermPlace(term.key, folded.starts[found.start()], folded.ends[found.end() - 1])


def _by_values(terms: Sequence[Term], text: str, folded: FoldedText) -> Iterator[TermPlace]:
    if amounts := [term for term in terms if term.amount is not None]:
        named = [
            (one.term, folded.starts[one.start], folded.ends[one.end - 1])
            for one in find_amounts(folded.text)
        ]
        named += [(one.term, one.start, one.end) for one in find_cell_amounts(text)]
        for value, start, end in named:
            yen = int(value.removeprefix("yen"))
            yield from (
                TermPlace(term.key, start, end) for term in amounts if term.amount and term.amount.covers(yen)
            )
    if dates := [term for term in terms if term.date]:
        for one in find_dates(folded.text):
            place = folded.starts[one.start], folded.ends[one.end - 1]
            yield from (TermPlace(term.key, *place) for term in dates if same_date(term.date, one.term))


@lru_cache(maxsize=5_000)
def _letters(wordings: tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern of the wordings that may be looked for letter by letter, None where there is none."""
    folded = [fold_text(wording).text.rstrip("ー") for wording in wordings]
    patterns = [
        _LATIN_BORDER.format(re.escape(wording)) if wording.isascii() else re.escape(wording)
        for wording in folded
        if len(wording) > 1 and not wording.isdigit()
    ]
    return re.compile("|".join(patterns)) if patterns else None
