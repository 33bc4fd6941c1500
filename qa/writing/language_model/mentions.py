"""A folded text in, the years, dates and numbers that it mentions out, each with the words beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.text.years import find_years
from qa.writing.language_model.dates import find_dates, find_month_days
from qa.writing.language_model.numbers import find_numbers
from qa.writing.language_model.vocabulary import FREE
from qa.writing.language_model.words import Wording

_KANJI_NUMERAL = re.compile(r"[〇一二三四五六七八九十百千万億兆]+")
_JOINTS = frozenset(["", "第", "の", ":", "/", "・", "-"])


@dataclass(frozen=True, slots=True)
class Mention:
    """A year (value y2022, counts "year"), a date (2022-11-3, "date") or a number (its value, and its unit)
    at characters `start` to `end` (exclusive) of a folded text.

    `before` are the words since the mention before it, nearest last, `behind` the next word, and `direct` is
    whether nothing stands between it and the word before (男性80人).
    """

    value: str
    counts: str
    start: int
    end: int
    before: tuple[str, ...] = ()
    behind: str | None = None
    direct: bool = False


def find_mentions(wording: Wording) -> list[Mention]:
    """The years, dates and numbers of a text, in order; kanji count where they are a word of their own."""
    bare = sorted(_bare_mentions(wording), key=lambda one: one.start)
    words = [word for word in wording.words if word.form not in FREE and not _within(word.start, bare)]
    found = []
    for place, one in enumerate(bare):
        begin = bare[place - 1].end if place else 0
        end = bare[place + 1].start if place + 1 < len(bare) else len(wording.folded)
        before = [word for word in words if begin <= word.start and word.end <= one.start]
        behind = [word.form for word in words if one.end <= word.start < end]
        found.append(
            Mention(
                one.value,
                one.counts,
                one.start,
                one.end,
                tuple(word.form for word in before),
                behind[0] if behind else None,
                bool(before) and before[-1].end == one.start,
            )
        )
    return found


def find_compounds(mentions: list[Mention], folded: str) -> list[str]:
    """Numbers that belong together, as they are written: 第12条第2項, 10時30分, 9:00, 2/3."""
    numbers = [one for one in mentions if one.counts not in ("year", "date")]
    joined: list[list[Mention]] = []
    for number in numbers:
        if joined and folded[joined[-1][-1].end : number.start] in _JOINTS:
            joined[-1].append(number)
        else:
            joined.append([number])
    return [folded[one[0].start : one[-1].end] for one in joined if len(one) > 1]


def _bare_mentions(wording: Wording) -> Iterator[Mention]:
    folded = wording.folded
    dates = list(find_dates(folded))
    taken = [(date.start, date.end) for date in dates]
    dates += list(find_month_days(folded, taken))
    yield from (Mention(date.name, "date", date.start, date.end) for date in dates)
    taken = [(date.start, date.end) for date in dates]
    for year in find_years(folded):
        if not any(start <= year.start < end for start, end in taken):
            taken.append((year.start, year.end))
            yield Mention(year.term, "year", year.start, year.end)
    blank = folded
    for start, end in taken:
        blank = blank[:start] + "。" * (end - start) + blank[end:]
    for number in find_numbers(blank):
        if _is_numeral(blank, number.start, wording):
            yield Mention(str(number.value), number.unit, number.start, number.end)


def _is_numeral(folded: str, start: int, wording: Wording) -> bool:
    """Whether a number is one: in figures, or in kanji that are a word of their own (三層, and not 一般)."""
    if folded[start].isascii() or folded[start] in "△▲":
        return True
    return any(
        word.start == start and _KANJI_NUMERAL.fullmatch(folded[word.start : word.end])
        for word in wording.words
    )


def _within(place: int, mentions: list[Mention]) -> bool:
    return any(one.start <= place < one.end for one in mentions)
