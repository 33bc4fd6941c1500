"""The heads of a form's columns in, the fiscal years that they name out."""

import re
from collections.abc import Sequence

from corpus.eras import ERAS, western_year
from corpus.normalising import squeeze
from corpus.tables.years import year_of

_BARE = re.compile(r"(?P<year>元|\d{1,2})年度?")
_HEAD = re.compile(
    r"(?:(?:明治|大正|昭和|平成|令和|[MTSHR])(?:元|\d{1,2})|(?:元|\d{1,2}|(?:19|20)\d\d)(?=年)|[前本当今翌来]々?(?=年度))"
    r"(?:年度?)?[^\d。]{0,14}"
)
_TARGET = re.compile(r"(?:中間|最終|長期)?目標(?:最終)?年?度?[(（]?(?=.{0,4}\d{1,2}年)")
_FARTHEST = 12
_LONGEST = 100


def is_year_head(text: str) -> bool:
    """Whether a cell heads a column with a year (平成29年度, 27年度(実績), R2, 3年度要求, 前年度)."""
    return len(text) <= 30 and bool(_HEAD.fullmatch(_plain(text)))


def head_years(heads: Sequence[str], own: int | None) -> tuple[int | None, ...]:
    """The year of each head in a row of heads. A bare one (30年度) is of the era that brings it nearest to
    the one before it in the row, else to the document's own year; without either it is of none."""
    found: list[int | None] = []
    near = next((year for head in heads if (year := _told(head, own)) is not None), own)
    for head in heads:
        year = _told(head, own)
        if year is None and (match := _BARE.match(_plain(head))) and near is not None:
            year = _nearest(1 if match["year"] == "元" else int(match["year"]), near)
        near = year if year is not None else near
        found.append(year)
    return tuple(found)


def _plain(head: str) -> str:
    """A head without what it says before its year: 目標最終年度（7年度） is of 7年度."""
    return _TARGET.sub("", squeeze(head), count=1) if len(head) <= _LONGEST else head


def _told(head: str, own: int | None) -> int | None:
    named = year_of(_plain(head), own)
    return named.year if named is not None else None


def _nearest(number: int, near: int) -> int | None:
    years = [western_year(era, number) for era in ERAS]
    best = min(years, key=lambda year: abs(year - near))
    return best if abs(best - near) <= _FARTHEST else None
