"""A question's terms and a text in, where the text holds them out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.text.analysis import Analysis, Token, analyse
from index.text.folding import fold_text


@dataclass(frozen=True, slots=True)
class TermPlace:
    """Characters `start` to `end` (exclusive) of a text hold a term."""

    term: str
    start: int
    end: int


def find_term_places(terms: Sequence[str], text: str) -> tuple[TermPlace, ...]:
    """Where a text holds the terms, as lemmas or letter by letter, by their starts.

    One character and a number count as words alone: 市 is not in 市場, nor 3 in 13.
    """
    lemmas = Analysis(tuple(Token(term, 0, 0) for term in terms), ())
    places = {TermPlace(found.lemma, found.start, found.end) for found in analyse(text, only=lemmas).lemmas}
    folded = fold_text(text)
    for term in terms:
        letters = term.rstrip("ー")
        if len(term) > 1 and letters and not term.isdigit():
            places.update(
                TermPlace(term, folded.starts[found.start()], folded.ends[found.end() - 1])
                for found in re.finditer(re.escape(letters), folded.text)
            )
    return tuple(sorted(places, key=lambda place: (place.start, place.end, place.term)))


def terms_between(places: Sequence[TermPlace], start: int, end: int) -> frozenset[str]:
    """The terms that stand wholly between two offsets."""
    return frozenset(place.term for place in places if start <= place.start and place.end <= end)
