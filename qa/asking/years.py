"""A text in, the fiscal years that it names out, whatever form they are written in."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.eras import ERAS as NAMED_ERAS

ERAS = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "R": 2018,
    "H": 1988,
    "S": 1925,
    "REIWA": 2018,
    "HEISEI": 1988,
}
"""The western year before the first year of an era, by its name and its abbreviation."""

SHORT_YEARS_ERAS = (ERAS["令和"], ERAS["平成"])
"""Of which 4年度 may be where no era is told."""

MONTH = r"(?!\s*年?\s*\d{1,2}\s*月)(?!\s*[./]\s*\d)"
"""A year with a month after it is of a date, and may lie in the fiscal year before."""

YEAR = re.compile(
    rf"(?P<era>令和|平成|昭和|(?<![A-Za-z])[RHS]|Reiwa\s*|Heisei\s*)\s*(?P<of_era>元|\d{{1,2}})(?!\d){MONTH}"
    rf"|(?<![\d.,])(?P<western>(?:19|20)\d\d)\s*(?=年){MONTH}"
    r"|(?:FY|fiscal(?: year)?|\bin)\s*(?P<fiscal>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d.,第])(?<!過去)(?P<short>元|\d{1,2})年度",
    re.I,
)
BARE_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,年])")
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龥]")

RANGE = re.compile(r"\s*年?度?\s*(?:から|より|[~～〜―–-])\s*")
LONGEST_RANGE = 20
"""Years further apart than that are no range of years that something is told of."""

DATE = re.compile(r"(令和|平成|昭和)\s*(元|\d{1,2})\s*年\s*(\d{1,2})\s*月")
FIRST_MONTH = 4
"""In which a fiscal year begins."""

RELATIVE = {"前々年度": -2, "前年度": -1, "昨年度": -1, "翌年度": 1, "来年度": 1, "次年度": 1, "翌々年度": 2}
"""How many years before or after a document's own a word means."""


@dataclass(frozen=True, slots=True)
class _NamedYear:
    """Characters `start` to `end` of a folded text name a year: the first of `western`, or without an era of
    its own perhaps another of them."""

    start: int
    end: int
    western: tuple[int, ...]


def named_fiscal_years(text: str) -> frozenset[int]:
    """The fiscal years named: 令和4年度, R4, 2022年度 and FY2022 are 2022; 令和4年2月 names none.

    5年度 is of the era of the year named before it, and else of the present one.
    """
    folded = unicodedata.normalize("NFKC", text)
    named = {year.western[0] for year in _years(folded)}
    if not JAPANESE.search(folded):
        named |= set(map(int, BARE_YEAR.findall(folded)))
    return frozenset(named)


def mentioned_fiscal_years(text: str, fiscal_year: int | None = None) -> frozenset[int]:
    """Every year that a document's text may mean: those named, those between the ends of a range, for 4年度
    with no era before it those of each era, and what 前年度 is in a document of `fiscal_year`."""
    folded = unicodedata.normalize("NFKC", text)
    years = list(_years(folded))
    mentioned = {western for year in years for western in year.western}
    for one, other in pairwise(years):
        first, last = one.western[0], other.western[0]
        if first < last <= first + LONGEST_RANGE and RANGE.fullmatch(folded, one.end, other.start):
            mentioned.update(range(first, last))
    if fiscal_year is not None:
        mentioned.update(fiscal_year + years for word, years in RELATIVE.items() if word in folded)
    return frozenset(mentioned)


def dated_fiscal_years(text: str) -> frozenset[int]:
    """The fiscal years in which the dates of a text lie: 令和6年2月 is of 2023."""
    return frozenset(
        ERAS[era] + _number(year) - (int(month) < FIRST_MONTH)
        for era, year, month in DATE.findall(unicodedata.normalize("NFKC", text))
    )


def name_fiscal_year(western: int) -> str:
    """A fiscal year by the era in which it ends (2019 is 令和元年度); 1850年度 before the first era known."""
    era = next((era for era in reversed(NAMED_ERAS) if era.first_day.year <= western), None)
    if era is None:
        return f"{western}年度"
    number = western - era.first_day.year + 1
    return f"{era.name}{'元' if number == 1 else number}年度"


def _years(folded: str) -> Iterator[_NamedYear]:
    """The years named in a folded text, in reading order."""
    era = None
    for found in YEAR.finditer(folded):
        western = found["western"] or found["fiscal"]
        if found["era"]:
            era = ERAS[found["era"].strip().upper()]
            may_mean: tuple[int, ...] = (era + _number(found["of_era"]),)
        elif western:
            may_mean = (int(western),)
        else:
            eras = dict.fromkeys((era, *SHORT_YEARS_ERAS))
            may_mean = tuple(before + _number(found["short"]) for before in eras if before is not None)
        yield _NamedYear(found.start(), found.end(), may_mean)


def _number(year: str) -> int:
    return 1 if year == "元" else int(year)
