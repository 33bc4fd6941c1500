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
from qa.writing.language_model.columns import Column, read_columns
from qa.writing.language_model.dates import named_dates, without_dates, write_out_dates
from qa.writing.language_model.mentions import Mention, find_mentions
from qa.writing.language_model.numbers import stated_numbers, table_units
from qa.writing.language_model.words import Wording, read_wording

_SHORT_YEAR = re.compile(r"(?<![\d.,和成RHSrhs])(元|\d{1,2})年")
_TABLE_NUMBER = re.compile(r"^\W?[表図]\s?[\d\-.の]+")
_DEMONSTRATIVE = re.compile(r"(?:また、|なお、|さらに、)?(?:この|その|これ|それ|同|当該|うち|本件)")
_FISCAL = re.compile(r"\d{1,2}年度")
_REIWA = 2019


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states: words, years as y2022, dates as 2022-11-3 and 11-3, numbers with their units.

    `mentions` are those of running text, each with the words beside it.
    """

    letters: str
    years: frozenset[str]
    dates: frozenset[str]
    numbers: frozenset[tuple[Decimal, str]]
    mentions: tuple[Mention, ...]
    wording: Wording
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence or row at characters `start` to `end` (exclusive) of a passage.

    `around` is what it may be said of without saying so: the document's title, issuer and year, the headings,
    the heads of its table, the labels of its row, and the sentence before where it begins with このうち and
    the like. `spoken_of` are the words that it may speak of: a row may speak of all these, a sentence of
    running text of its own words and of those of the sentence before. `columns` are those of a row.
    """

    start: int
    end: int
    stated: Stated
    around: Stated
    spoken_of: frozenset[str]
    columns: tuple[Column, ...]


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
        labels = _row_labels(passage.text, sentence)
        before = _referred(sentences, number)
        heads = _heads(sentences[: number + 1])
        around = read_statement(
            "\n".join((*titles, *heads, *labels, before)),
            frozenset(),
            document.fiscal_year,
        )
        stated = read_statement(sentence.text, units, document.fiscal_year)
        others = around if labels else read_statement(before, frozenset(), None)
        columns = read_columns(sentence.text, heads, units)
        places.append(
            Place(sentence.start, sentence.end, stated, around, stated.forms | others.forms, columns)
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
        mentions=() if "\t" in text else tuple(find_mentions(wording)),
        wording=wording,
        forms=frozenset(word.form for word in wording.words),
    )


def _row_labels(text: str, sentence: Sentence) -> list[str]:
    """The cells of the row that a sentence stands in which are no sentences; none in running text."""
    begin = text.rfind("\n", 0, sentence.start) + 1
    line = text[begin : sentence.end] + text[sentence.end :].partition("\n")[0]
    return [cell for cell in line.split("\t") if "。" not in cell] if "\t" in line else []


def _heads(sentences: Sequence[Sentence]) -> list[str]:
    """The lines over the last of these, which hold no figures: title, unit and heads of its table; none where
    running text stands between. Where the row holds no figure itself, only the topmost row is a head."""
    row, above = sentences[-1], list(reversed(sentences[:-1]))
    counted = _has_figures(row.text)
    while above and "\t" in above[0].text and _has_figures(above[0].text):
        counted = True
        above.pop(0)
    heads = []
    for line in above:
        if "。" in line.text or _has_figures(line.text):
            break
        heads.append(line.text)
    rows = [line for line in heads if "\t" in line]
    return heads if counted else [line for line in heads if "\t" not in line or line is rows[-1]]


def _has_figures(line: str) -> bool:
    bare = without_dates(_TABLE_NUMBER.sub("", write_out_dates(line)))
    return bool(re.search(r"\d", _FISCAL.sub("", bare)))


def _referred(sentences: Sequence[Sentence], number: int) -> str:
    """The sentence before, where one refers to it by この, そのうち and the like; or nothing."""
    refers = number > 0 and _DEMONSTRATIVE.match(sentences[number].text)
    return sentences[number - 1].text if refers else ""


def _short_years(folded: str, fiscal_year: int | None) -> frozenset[str]:
    if fiscal_year is None:
        return frozenset()
    era = next(era for era in ERAS if era.name == ("令和" if fiscal_year >= _REIWA else "平成"))
    return frozenset(
        year_term(western_year(era, 1 if year == "元" else int(year))) for year in _SHORT_YEAR.findall(folded)
    )
