"""A text in, the same with all its dates in one form, and the dates that it names, out."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from index.text.years import find_years
from qa.asking import values
from qa.writing.language_model.numbers import read_numeral

_ERAS = {"R": "令和", "H": "平成", "S": "昭和"}
_SHORT = re.compile(
    r"(?:(?<![A-Za-z])(?P<letter>[RHS])\.?|(?P<era>令和|平成|昭和))\s?(?P<year>\d{1,2})[./](?P<month>\d{1,2})"
    r"(?:[./](?P<day>\d{1,2}))?(?![\d./])",
    re.IGNORECASE,
)
_WESTERN = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)([./-])(\d{1,2})\2(\d{1,2})(?![\d.,/-])")
_IN_KANJI = re.compile(
    r"[一二三四五六七八九十]+(?=月[一二三四五六七八九十\d]+日)|(?<=月)[一二三四五六七八九十]+(?=日)"
)
_MONTH_DAY = re.compile(r"(?<!\d)(\d{1,2})月\s?(?:(\d{1,2})日)?")
_FISCAL = re.compile(r"(\d{1,2})年度$")


@dataclass(frozen=True, slots=True)
class Date:
    """A date at characters `start` to `end` (exclusive): 2022-11-3, 2022-11, or without a year 11-3, 11."""

    name: str
    start: int
    end: int


def write_out_dates(text: str) -> str:
    """The text in NFKC, with R4.11.3 as 令和4年11月3日, 2022/11/3 as 2022年11月3日, 十一月三日 as 11月3日."""
    text = _SHORT.sub(_in_full, unicodedata.normalize("NFKC", text))
    text = _WESTERN.sub(r"\1年\3月\4日", text)
    return _IN_KANJI.sub(lambda match: str(int(read_numeral(match[0]))), text)


def find_dates(folded: str) -> Iterator[Date]:
    """The months and days that a folded text names with their year."""
    for found in values.find_dates(folded):
        yield Date(found.term, found.start, found.end)


def find_month_days(folded: str, taken: Collection[tuple[int, int]] = ()) -> Iterator[Date]:
    """The months and days that a folded text names by themselves, outside of the places taken."""
    for match in _MONTH_DAY.finditer(folded):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield Date(_joined(match), match.start(), match.end())


def without_dates(text: str) -> str:
    """A text that write_out_dates gave, without its dates and years, whose figures count nothing.

    Of a fiscal year its short form is left (4年度).
    """
    small = text.lower()
    full = [(date.start, date.end) for date in find_dates(small)]
    spans = full + [(date.start, date.end) for date in find_month_days(small, full)]
    spans += [
        (year.start, year.end)
        for year in find_years(small)
        if not any(start <= year.start < end for start, end in spans)
    ]
    for start, end in sorted(spans, reverse=True):
        fiscal = _FISCAL.search(text[start:end])
        text = f"{text[:start]}。{fiscal[0] if fiscal else ''}{text[end:]}"
    return text


def named_dates(folded: str) -> frozenset[str]:
    """The dates of a folded text, with their year and without."""
    full = {date.name for date in find_dates(folded)}
    return frozenset(full | {date.name for date in find_month_days(folded)})


def _joined(match: re.Match[str]) -> str:
    return "-".join(str(int(part)) for part in match.groups() if part)


def _in_full(match: re.Match[str]) -> str:
    era = match["era"] or _ERAS[match["letter"].upper()]
    day = f"{int(match['day'])}日" if match["day"] else ""
    return f"{era}{int(match['year'])}年{int(match['month'])}月{day}"
