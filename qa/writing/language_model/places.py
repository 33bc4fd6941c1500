"""A passage in, what each of its sentences and rows states out, to verify sentences against."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from corpus import fold, squeeze
from corpus.eras import ERAS, western_year
from corpus.sentences import split_sentences
from corpus.types import Document, Passage
from index.text.years import find_years, year_term
from qa.writing.language_model.dates import named_dates, without_dates, write_out_dates
from qa.writing.language_model.numbers import find_numbers, stated_numbers, table_units
from qa.writing.language_model.words import FREE, Wording, read_wording

_SHORT_YEAR = re.compile(r"(?<![\d.,和成RHSrhs])(元|\d{1,2})年")
_TABLE_NUMBER = re.compile(r"^\W?[表図]\s?[\d\-.の]+")
_REIWA = 2019


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states: years as y2022, dates as 2022-11-3 and 11-3, numbers with their units, words.

    `labels` tell of each number of running text the word right before it, where there is one.
    """

    letters: str
    years: frozenset[str]
    dates: frozenset[str]
    numbers: frozenset[tuple[Decimal, str]]
    labels: tuple[tuple[Decimal, str, str | None], ...]
    wording: Wording
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence or row at characters `start` to `end` (exclusive) of a passage, and what it states.

    `before` is the sentence before it, which may name what it is about; None for the rows of a table.
    """

    start: int
    end: int
    stated: Stated
    before: Stated | None


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage's places, and what stands around them: headings, title, issuer, year, heads of its table."""

    places: tuple[Place, ...]
    around: Stated
    letters: str


@lru_cache(maxsize=64)
def read_passage(passage: Passage, document: Document) -> ReadPassage:
    """What a passage states, place by place."""
    units = table_units(passage.text)
    sentences = split_sentences(passage.text)
    stated = [read_statement(sentence.text, units, document.fiscal_year) for sentence in sentences]
    rows = ["\t" in sentence.text for sentence in sentences]
    places = tuple(
        Place(
            sentence.start,
            sentence.end,
            stated[number],
            stated[number - 1] if number and not rows[number] and not rows[number - 1] else None,
        )
        for number, sentence in enumerate(sentences)
    )
    heads = _heads(passage.text) if any(rows) else ()
    year = f"{document.fiscal_year}年度" if document.fiscal_year else ""
    around = "\n".join((document.title, document.issuer or "", year, *passage.headings, *heads))
    letters = squeeze(fold(passage.text))
    return ReadPassage(places, read_statement(around, frozenset(), document.fiscal_year), letters)


def read_statement(text: str, units: frozenset[str], fiscal_year: int | None) -> Stated:
    """What a text states. A year without its era (4年度) is of the era of the document's fiscal year."""
    text = write_out_dates(text)
    wording = read_wording(text)
    folded = wording.folded
    plain = without_dates(text)
    return Stated(
        letters=squeeze(folded),
        years=frozenset(year.term for year in find_years(folded)) | _short_years(folded, fiscal_year),
        dates=named_dates(folded),
        numbers=stated_numbers(plain, units),
        labels=_labels(plain),
        wording=wording,
        forms=frozenset(word.form for word in wording.words),
    )


def _labels(text: str) -> tuple[tuple[Decimal, str, str | None], ...]:
    """The value, the unit and the word before each number of running text, since the number before it."""
    if "\t" in text:
        return ()
    wording = read_wording(text)
    labels: list[tuple[Decimal, str, str | None]] = []
    begin = 0
    for number in find_numbers(wording.folded):
        before = [word.form for word in wording.words if begin <= word.start and word.end <= number.start]
        named = [form for form in before if form not in FREE]
        labels.append((number.value, number.unit, named[-1] if named else None))
        begin = number.end
    return tuple(labels)


def _short_years(folded: str, fiscal_year: int | None) -> frozenset[str]:
    if fiscal_year is None:
        return frozenset()
    era = next(era for era in ERAS if era.name == ("令和" if fiscal_year >= _REIWA else "平成"))
    return frozenset(
        year_term(western_year(era, 1 if year == "元" else int(year))) for year in _SHORT_YEAR.findall(folded)
    )


def _heads(text: str) -> tuple[str, ...]:
    """The lines of a table's passage that are no sentence and hold no figure but those of years and of the
    table's own number: its title, its unit, its heads."""
    return tuple(line for line in text.splitlines() if "。" not in line and not _figures(line))


def _figures(line: str) -> bool:
    folded = _TABLE_NUMBER.sub("", fold(line))
    for year in reversed(list(find_years(folded))):
        folded = folded[: year.start] + folded[year.end :]
    return any(character.isdigit() for character in folded)
