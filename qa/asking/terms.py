"""A question's text and what the index understood of it in, its terms out: what an answer should speak of."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.text.amounts import find_amounts
from index.text.analysis import Token, tokens
from index.text.folding import fold_text
from index.understanding.english_words import JAPANESE_CHARACTER
from index.understanding.synonyms import singular
from index.understanding.understood import QueryPart
from qa.asking.values import Amount, find_dates, stated_amount


@dataclass(frozen=True, slots=True)
class Term:
    """Something that a question is about: any of its `wordings` in a text covers it.

    `key` names it among the question's terms. An amount of money and a date (2022-11) are covered by their
    values too, however they are written.
    """

    key: str
    wordings: tuple[str, ...]
    amount: Amount | None = None
    date: str = ""

    @property
    def is_japanese(self) -> bool:
        """Whether Japanese text can cover it by words."""
        return any(map(JAPANESE_CHARACTER.search, self.wordings))


_Placed = tuple[int, int, Term]
"""A term and where it stands in the question."""


def find_terms(text: str, parts: Sequence[QueryPart], left_out: Collection[str]) -> tuple[Term, ...]:
    """The terms of a text, in reading order, each once; the lemmas that are `left_out` are none.

    A word that the index searches in other words too has these as wordings. Latin words that are translated
    together are one term.
    """
    folded = fold_text(text).text
    placed = [*_amounts(folded), *_dates(folded)]
    rest = _blanked(folded, placed)
    translated = list(_translated(rest, parts))
    placed += translated
    rest = _blanked(rest, translated)
    synonyms = list(_synonyms(rest, parts))
    placed += [_word(token, synonyms) for token in tokens(rest) if token.lemma not in left_out]
    return tuple({term.key: term for _, _, term in sorted(placed, key=lambda one: one[0])}.values())


@lru_cache(maxsize=5_000)
def wording_lemmas(wording: str) -> tuple[str, ...]:
    """The lemmas of a wording's words."""
    return tuple(token.lemma for token in tokens(wording))


def _amounts(folded: str) -> Iterator[_Placed]:
    for found in find_amounts(folded):
        written = "".join(folded[found.start : found.end].split())
        amount = stated_amount(found, folded)
        yield found.start, found.end, Term(written, (written,), amount=amount)


def _dates(folded: str) -> Iterator[_Placed]:
    for found in find_dates(folded):
        written = "".join(folded[found.start : found.end].split())
        yield found.start, found.end, Term(written, (written,), date=found.term)


def _translated(folded: str, parts: Sequence[QueryPart]) -> Iterator[_Placed]:
    for start, end, part in _standing(folded, parts, "translation"):
        surface = folded[start:end]
        yield start, end, Term(surface, (surface, *part.meaning))


def _synonyms(folded: str, parts: Sequence[QueryPart]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for kind in ("synonym", "variant"):
        for start, end, part in _standing(folded, parts, kind):
            yield start, end, part.meaning


def _standing(folded: str, parts: Sequence[QueryPart], kind: str) -> Iterator[tuple[int, int, QueryPart]]:
    """The parts of a kind with where they stand in a folded text."""
    for part in parts:
        surface = fold_text(part.surface).text
        start = folded.find(surface) if part.kind == kind and surface else -1
        if start >= 0:
            yield start, start + len(surface), part


def _word(token: Token, synonyms: Sequence[tuple[int, int, tuple[str, ...]]]) -> _Placed:
    """A word as a term: by its lemma, its singular, and what is said in place of the part it stands in."""
    others = [
        meaning for start, end, meanings in synonyms if start <= token.start < end for meaning in meanings
    ]
    lemma = token.lemma
    forms = (lemma, singular(lemma)) if lemma.isascii() and lemma.isalpha() else (lemma,)
    return token.start, token.end, Term(lemma, tuple(dict.fromkeys((*forms, *others))))


def _blanked(text: str, placed: Sequence[_Placed]) -> str:
    """The text with spaces where terms are taken."""
    for start, end, _ in placed:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
