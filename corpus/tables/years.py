"""Heads, labels and titles of a table in, the fiscal years that they name out."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.eras import parse_fiscal_year

_RELATIVE = (
    (re.compile(r"前々年度"), -2),
    (re.compile(r"前年度"), -1),
    (re.compile(r"(?:本|当|今|当該)年度|補正[前後]|補正額|既定(?:予算)?額|予算現額"), 0),
    (re.compile(r"翌々年度"), 2),
    (re.compile(r"(?:翌|次|来)年度"), 1),
)
_NAMED = re.compile(
    r"(?:明治|大正|昭和|平成|令和|(?<![A-Za-z0-9])[MTSHR])\s?(?:元|\d{1,2})(?!\d)(?=年|末|[^\w]|決|予|実|目|見|計|当|$)|(?<!\d)(?:19|20)\d{2}(?=年|FY|\.\d|/\d|$)|FY\s?\d{4}"
)
_MONTH = re.compile(r"[年./](?P<month>\d{1,2})(?:月|[./]\d)")
_BARE = re.compile(r"(?P<year>元|\d{1,2})年度?(?:当初|決算|予算|実績|目標|見込|計画|[(（].*)?.{0,8}")
_ERA_NAME = re.compile(r"明治|大正|昭和|平成|令和|(?<![A-Za-z0-9])[MTSHR](?=\d)")
_DIFFERENCE = re.compile(r"比較|増減|差引|対前年|前年度?比|伸び?率|前年同期")
_WITHIN = re.compile(r"年度中")
_LAW = re.compile(
    r"[^\s\d(、。]{1,2}[元\d]{1,2}年(?!度)[^\s(、。]{0,10}(?:法律|令|規則|条例|告示|規程)第[\d一二三四五六七八九十百]+号"
)
"""A law by its year and number (昭和40年大蔵省令第15号): not the year of what is told."""

_STRETCH = re.compile(r"以降|まで|から|以前|[~～〜]|平均|累計")


@dataclass(frozen=True, slots=True)
class Named:
    """What a text says of the year: one `year`, or that it is of several (`none`)."""

    kind: Literal["year", "none"]
    year: int | None


_WORDS_OF_YEAR = re.compile(
    r"[前本当今翌次]?々?年度|年|末|決算|予算|実績|目標|当初|見込み?|計画|現在|補正[前後額]|\d{1,2}月|\d{1,2}日|[(（）)]"
)
_LONGEST_REST = 2
_SEVERAL = Named("none", None)


def year_of(text: str, own: int | None, era: str | None = None) -> Named | None:
    """The fiscal year that a head, label or title names; None where it names none.

    `own` is the document's fiscal year, which 本年度 stands for (前年度 is the one before); without it these
    name none. A difference of two years (比較, 対前年度増減) and a stretch of them (翌年度以降) are of no one
    year. `era` completes a bare year (４年度) beside one with its era.
    """
    normal = _LAW.sub("", "".join(unicodedata.normalize("NFKC", text).split()))
    if _DIFFERENCE.search(normal) and not _WITHIN.search(normal):
        return _SEVERAL
    names = list(_NAMED.finditer(normal))
    years = {year for match in names if (year := _explicit(normal, match.start(), match.end()))}
    if len(years) > 1 or (years and _STRETCH.search(normal)):
        return _SEVERAL
    if years:
        return Named("year", years.pop())
    for pattern, distance in _RELATIVE:
        if pattern.search(normal):
            if _STRETCH.search(normal) or own is None:
                return _SEVERAL
            return Named("year", own + distance)
    if era and (match := _BARE.fullmatch(normal)):
        year = parse_fiscal_year(f"{era}{match['year']}年度")
        return Named("year", year) if year else None
    return None


def _explicit(text: str, start: int, end: int) -> int | None:
    year = parse_fiscal_year(text[start : end + 2])
    if text.isdigit() and len(text) == 4:
        return int(text)
    month = _MONTH.match(text[end:])
    early = month is not None and int(month["month"]) <= 3
    return year - 1 if year is not None and early else year


def first_year(texts: Iterable[str], own: int | None) -> Named | None:
    """What the first of the texts that names a year says."""
    return next((named for text in texts if (named := year_of(text, own))), None)


def label_year(labels: Sequence[str], own: int | None) -> Named | None:
    """The year that a row's labels are (令和3年度, 平成30年度決算), not one that they only speak of."""
    for label in reversed(labels):
        normal = "".join(unicodedata.normalize("NFKC", label).split())
        rest = _WORDS_OF_YEAR.sub("", _NAMED.sub("", normal))
        if len(rest) <= _LONGEST_REST and (named := year_of(label, own)):
            return named
    return None


def years_of_columns(heads: Sequence[tuple[str, ...]], own: int | None) -> list[Named | None]:
    """What each column's heads (outermost first) say of its year; the innermost that says so goes first."""
    found: list[Named | None] = []
    era: str | None = None
    for parts in heads:
        named = None
        for head in reversed(parts):
            if name := _ERA_NAME.search(unicodedata.normalize("NFKC", head)):
                era = name.group()
            named = year_of(head, own, era)
            if named:
                break
        found.append(named)
    return found
