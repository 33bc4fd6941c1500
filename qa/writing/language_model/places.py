"""A passage in, what each of its sentences and rows states out, to verify sentences against."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from corpus import fold, squeeze
from corpus.eras import ERAS, western_year
from corpus.sentences import Sentence, split_sentences
from corpus.types import Document, Passage
from index.text.years import find_years, year_term
from qa.writing.language_model.dates import named_dates, without_dates, write_out_dates
from qa.writing.language_model.numbers import find_numbers, stated_numbers, table_units
from qa.writing.language_model.words import FREE, Word, Wording, read_wording

_SHORT_YEAR = re.compile(r"(?<![\d.,和成RHSrhs])(元|\d{1,2})年")
_TABLE_NUMBER = re.compile(r"^\W?[表図]\s?[\d\-.の]+")
_DEMONSTRATIVE = re.compile(r"(?:また、|なお、|さらに、)?(?:この|その|これ|それ|同|当該|うち|本件)")
_TOPIC = re.compile(r"(?:[^、。は]{1,8}、)?[^、。]{1,60}?(?:は(?![じず])|が)")
_REIWA = 2019


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A number of running text with the words right before and behind it, up to the next number; `direct` is
    whether nothing stands between it and the word before (男性80人)."""

    value: Decimal
    unit: str
    before: str | None
    direct: bool
    behind: str | None


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states: years as y2022, dates as 2022-11-3 and 11-3, numbers with their units, words."""

    letters: str
    years: frozenset[str]
    dates: frozenset[str]
    numbers: frozenset[tuple[Decimal, str]]
    neighbours: tuple[Neighbours, ...]
    wording: Wording
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence or row at characters `start` to `end` (exclusive) of a passage.

    `around` is what it may be said of without saying so: the document's title, issuer and year, the headings,
    the heads of its table, and the sentence before where it begins with このうち and the like. `has_topic` is
    whether it says itself what it speaks of (利用料は…).
    """

    start: int
    end: int
    stated: Stated
    around: Stated
    has_topic: bool


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage's places and its letters."""

    places: tuple[Place, ...]
    letters: str


@lru_cache(maxsize=64)
def read_passage(passage: Passage, document: Document) -> ReadPassage:
    """What a passage states, place by place."""
    units = table_units(passage.text)
    sentences = split_sentences(passage.text)
    year = f"{document.fiscal_year}年度" if document.fiscal_year else ""
    titles = (document.title, document.issuer or "", year, *passage.headings)
    places = []
    for number, sentence in enumerate(sentences):
        around = "\n".join((*titles, *_heads(sentences[:number]), *_spoken_of(sentences, number)))
        places.append(
            Place(
                sentence.start,
                sentence.end,
                read_statement(sentence.text, units, document.fiscal_year),
                read_statement(around, frozenset(), document.fiscal_year),
                "\t" not in sentence.text and bool(read_topic(sentence.text)),
            )
        )
    return ReadPassage(tuple(places), squeeze(fold(passage.text)))


@lru_cache(maxsize=2_000)
def read_statement(text: str, units: frozenset[str], fiscal_year: int | None) -> Stated:
    """What a text states. A year without its era (4年度) is of the era of the document's fiscal year."""
    text = write_out_dates(text)
    wording = read_wording(text)
    plain = without_dates(text)
    return Stated(
        letters=squeeze(wording.folded),
        years=frozenset(year.term for year in find_years(wording.folded))
        | _short_years(wording.folded, fiscal_year),
        dates=named_dates(wording.folded),
        numbers=stated_numbers(plain, units),
        neighbours=() if "\t" in plain else find_neighbours(read_wording(plain)),
        wording=wording,
        forms=frozenset(word.form for word in wording.words),
    )


def find_neighbours(wording: Wording) -> tuple[Neighbours, ...]:
    """The numbers of running text with the words beside them."""
    numbers = list(find_numbers(wording.folded))
    found = []
    for place, number in enumerate(numbers):
        begin = numbers[place - 1].end if place else 0
        end = numbers[place + 1].start if place + 1 < len(numbers) else len(wording.folded)
        words = [word for word in wording.words if word.form not in FREE]
        before = [word for word in words if begin <= word.start and word.end <= number.start]
        behind = [word for word in words if number.end <= word.start and word.end <= end]
        found.append(
            Neighbours(
                number.value,
                number.unit,
                before[-1].form if before else None,
                bool(before) and before[-1].end == number.start,
                behind[0].form if behind else None,
            )
        )
    return tuple(found)


def _heads(above: Sequence[Sentence]) -> list[str]:
    """The lines right over the rows that a place stands in, which hold no figures: title, unit and heads of
    its table. None where running text stands between."""
    lines = list(reversed(above))
    while lines and "\t" in lines[0].text and _has_figures(lines[0].text):
        lines.pop(0)
    heads = []
    for line in lines:
        if "。" in line.text or _has_figures(line.text):
            break
        heads.append(line.text)
    return heads


def _has_figures(line: str) -> bool:
    return bool(re.search(r"\d", without_dates(_TABLE_NUMBER.sub("", write_out_dates(line)))))


def _spoken_of(sentences: Sequence[Sentence], number: int) -> list[str]:
    """The sentence before, where one refers to it by この, そのうち and the like."""
    if number and _DEMONSTRATIVE.match(sentences[number].text):
        return [sentences[number - 1].text]
    return []


def read_topic(text: str) -> frozenset[str]:
    """The words side by side right before the first は or が of a sentence; none where there is none before a
    comma, that of a conjunction left aside."""
    match = _TOPIC.match(text)
    words = read_wording(match[0]).words if match else ()
    topic: list[Word] = []
    for word in reversed(words):
        if topic and topic[-1].start != word.end:
            break
        topic.append(word)
    return frozenset(word.form for word in topic)


def _short_years(folded: str, fiscal_year: int | None) -> frozenset[str]:
    if fiscal_year is None:
        return frozenset()
    era = next(era for era in ERAS if era.name == ("令和" if fiscal_year >= _REIWA else "平成"))
    return frozenset(
        year_term(western_year(era, 1 if year == "元" else int(year))) for year in _SHORT_YEAR.findall(folded)
    )
