"""A folded text in, the parts of it that can be said in other words out."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.text.amounts import find_amounts, shown_amount
from index.text.analysis import word_borders
from index.text.exact_units import exact_units
from index.text.years import find_years, fiscal_year_term, shown_year
from index.understanding.lexical_query import Wording
from index.understanding.synonyms import Synonyms
from index.understanding.understood import PartKind

SYNONYM_WEIGHT = 0.75
FISCAL_YEAR_WEIGHT = 0.5
"""The share of a year's score that a passage has for being in a document of that fiscal year."""

MOST_WORDINGS = 8
MOST_WORDS = 8
_LATIN_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Reworded:
    """A part of a folded text, `start` to `end`, and what else is searched for it."""

    kind: PartKind
    start: int
    end: int
    meaning: tuple[str, ...]
    wordings: tuple[Wording, ...]


def find_reworded(text: str, synonyms: Synonyms, english: Callable[[], Sequence[Synonyms]]) -> list[Reworded]:
    """The parts of a folded text that have other wordings, in reading order; none overlaps another.

    Where several could be read at one place, amounts go before years, these before synonyms, and these
    before the tables of English, which are asked for only where there are Latin words.
    """
    chosen: list[Reworded] = []
    taken = bytearray(len(text))
    for found in (
        _amounts(text),
        _years(text),
        _words(text, synonyms),
        _terms(text, synonyms, "synonym"),
        *(_terms(text, table, "translation") for table in (english() if _LATIN_WORD.search(text) else ())),
    ):
        for part in found:
            if part.wordings and not any(taken[part.start : part.end]):
                taken[part.start : part.end] = b"\1" * (part.end - part.start)
                chosen.append(part)
    return sorted(chosen, key=lambda part: part.start)


def _amounts(text: str) -> Iterator[Reworded]:
    for found in find_amounts(text):
        wordings = (Wording(1.0, value=found.term),)
        yield Reworded("amount", found.start, found.end, shown_amount(found.term), wordings)


def _years(text: str) -> Iterator[Reworded]:
    for found in find_years(text):
        of_document = fiscal_year_term(int(found.term[1:]))
        wordings = (Wording(1.0, value=found.term), Wording(FISCAL_YEAR_WEIGHT, value=of_document))
        yield Reworded("year", found.start, found.end, shown_year(found.term), wordings)


def _words(text: str, synonyms: Synonyms) -> Iterator[Reworded]:
    """The longest of the words of synonyms that begins and ends where words of the text do."""
    borders = sorted(word_borders(text))
    longest = max(map(len, synonyms.words), default=0)
    after = 0
    for number, start in enumerate(borders):
        if start < after:
            continue
        ends = [end for end in borders[number + 1 : number + 1 + longest] if end - start <= longest]
        for end in reversed(ends):
            if others := synonyms.words.get(text[start:end]):
                yield _reworded("synonym", text, start, end, others)
                after = end
                break


def _terms(text: str, table: Synonyms, kind: PartKind) -> Iterator[Reworded]:
    """The longest runs of Latin words that the table has."""
    words = list(_LATIN_WORD.finditer(text))
    run = [word[0] for word in words]
    at = 0
    while at < len(words):
        for count in range(min(MOST_WORDS, len(words) - at), 0, -1):
            if others := table.wordings_of(run[at : at + count]):
                yield _reworded(kind, text, words[at].start(), words[at + count - 1].end(), others)
                at += count - 1
                break
        at += 1


def _reworded(kind: PartKind, text: str, start: int, end: int, others: Sequence[str]) -> Reworded:
    own = exact_units(text[start:end])
    meaning = [word for word in others if exact_units(word) != own][:MOST_WORDINGS]
    wordings = tuple(Wording(SYNONYM_WEIGHT, units=exact_units(word)) for word in meaning)
    return Reworded(kind, start, end, tuple(meaning), wordings)
