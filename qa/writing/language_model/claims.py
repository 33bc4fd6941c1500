"""A sentence of a language model in, what it claims out: quotes, years, dates, numbers, names, words."""

import re
import unicodedata
from dataclasses import dataclass

from corpus import squeeze
from index.text.values import Value
from index.text.years import find_years
from qa.writing.language_model.dates import find_dates, find_month_days, write_out_dates
from qa.writing.language_model.numbers import Number, find_numbers
from qa.writing.language_model.places import read_topic
from qa.writing.language_model.words import FREE, Word, Wording, names, read_wording

SHORTEST_QUOTE = 5
"""Quotes of fewer letters are words in brackets; their words and figures are verified as any others."""

_QUOTES = re.compile(r"「([^「」]*)」|『([^『』]*)』|“([^“”]*)”|\"([^\"]*)\"|〝([^〟]*)〟")
_KANJI_NUMERAL = re.compile(r"[〇一二三四五六七八九十百千万億兆]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or date of a claim; `before` are the words since the figure before, `behind` the next word."""

    text: str
    number: Number | None
    date: str | None
    before: frozenset[str]
    behind: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence claims; `years` are terms (y2022) with the places they stand at.

    `compounds` are numbers that belong together (第12条第2項, 10時30分), as they are written, `topic` are the
    words that it speaks of. `wording` is without its figures, `whole` with them.
    """

    quotes: tuple[str, ...]
    years: tuple[Value, ...]
    figures: tuple[Figure, ...]
    compounds: tuple[str, ...]
    topic: frozenset[str]
    names: tuple[str, ...]
    wording: Wording
    whole: Wording

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that a passage must hold."""
        return tuple(word for word in self.wording.words if word.form not in FREE)


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    number: Number | None = None
    date: str | None = None


def read_claim(text: str) -> Claim:
    """What a sentence claims."""
    wording = read_wording(write_out_dates(text))
    folded = wording.folded
    dates = list(find_dates(folded))
    taken = [(date.start, date.end) for date in dates]
    years = [year for year in find_years(folded) if not _within(year.start, taken)]
    mentions = [_Mention(date.start, date.end, date=date.name) for date in dates]
    alone = list(find_month_days(folded, taken))
    mentions += [_Mention(date.start, date.end, date=date.name) for date in alone]
    taken += [(date.start, date.end) for date in alone] + [(year.start, year.end) for year in years]
    numbers = [number for number in find_numbers(folded) if not _holds(taken, number)]
    mentions += [_Mention(one.start, one.end, one) for one in numbers if _is_numeral(one, wording)]
    taken += [(mention.start, mention.end) for mention in mentions]
    kept = tuple(word for word in wording.words if not _within(word.start, taken))
    shown = Wording(folded, kept)
    return Claim(
        quotes=tuple(_quotes(text)),
        years=tuple(years),
        figures=tuple(_figures(sorted(mentions, key=lambda one: one.start), shown)),
        compounds=tuple(_compounds(sorted(numbers, key=lambda one: one.start), folded)),
        topic=read_topic(text),
        names=tuple(names(wording)),
        wording=shown,
        whole=wording,
    )


def _quotes(text: str) -> list[str]:
    found = ("".join(match.groups("")) for match in _QUOTES.finditer(unicodedata.normalize("NFKC", text)))
    return [quote for quote in found if len(squeeze(quote)) >= SHORTEST_QUOTE]


def _figures(mentions: list[_Mention], wording: Wording) -> list[Figure]:
    figures: list[Figure] = []
    words = [word for word in wording.words if word.form not in FREE]
    for place, mention in enumerate(mentions):
        begin = mentions[place - 1].end if place else 0
        end = mentions[place + 1].start if place + 1 < len(mentions) else len(wording.folded)
        before = frozenset(word.form for word in words if begin <= word.start < mention.start)
        behind = [word.form for word in words if mention.end <= word.start < end]
        text = wording.folded[mention.start : mention.end]
        figures.append(Figure(text, mention.number, mention.date, before, behind[0] if behind else None))
    return figures


def _compounds(numbers: list[Number], folded: str) -> list[str]:
    """Numbers with nothing but 第 or の between, as one."""
    joined: list[tuple[int, int]] = []
    for number in numbers:
        if joined and folded[joined[-1][1] : number.start] in ("", "第", "の"):
            joined[-1] = joined[-1][0], number.end
        else:
            joined.append((number.start, number.end))
    alone = {(number.start, number.end) for number in numbers}
    return [folded[start:end] for start, end in joined if (start, end) not in alone]


def _is_numeral(number: Number, wording: Wording) -> bool:
    """Whether a number is one: in figures, or in kanji that are a word of their own (三層, and not 一般)."""
    if wording.folded[number.start].isascii() or wording.folded[number.start] in "△▲":
        return True
    return any(
        word.start == number.start and _KANJI_NUMERAL.fullmatch(wording.folded[word.start : word.end])
        for word in wording.words
    )


def _holds(taken: list[tuple[int, int]], number: Number) -> bool:
    return any(start <= number.start and number.end <= end for start, end in taken)


def _within(place: int, taken: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in taken)
