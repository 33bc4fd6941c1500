"""Japanese era years in, western years out."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Era:
    """An era: its name, the letter that forms use for it, its first day, its last (None for the present
    one)."""

    name: str
    letter: str
    first_day: date
    last_day: date | None


ERAS = (
    Era("明治", "M", date(1868, 1, 25), date(1912, 7, 29)),
    Era("大正", "T", date(1912, 7, 30), date(1926, 12, 24)),
    Era("昭和", "S", date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "H", date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "R", date(2019, 5, 1), None),
)
"""The eras as the cabinet orders on them date them (Meiji by the Gregorian calendar)."""

_BY_NAME = {name: era for era in ERAS for name in (era.name, era.letter)}
_ERA_YEAR = re.compile(
    r"(?P<era>明治|大正|昭和|平成|令和|(?<![A-Za-z0-9])[MTSHR])\s*\.?\s*(?P<year>元|\d{1,2})(?!\d)\s*(?P<unit>年度|年|FY|\.)?",
    re.IGNORECASE,
)
_WESTERN_YEAR = re.compile(
    r"(?<!\d)(?P<prefix>FY\s*)?(?P<year>(?:19|20)\d{2})\s*(?P<unit>年度|年|FY)?(?!\d)", re.IGNORECASE
)


_YEARS_AHEAD = 10
"""平成33年度 stands in plans and budgets that were written before the era's end was known."""


@dataclass(frozen=True, slots=True)
class _NamedYear:
    """A year at a place in a text, and whether it is called a fiscal year."""

    place: int
    fiscal: bool
    western: int | None


_NOWHERE = _NamedYear(-1, False, None)


def western_year(era: Era, year: int) -> int:
    """The western year of a year of an era: 令和2年 is 2020."""
    return era.first_day.year + year - 1


def parse_fiscal_year(text: str) -> int | None:
    """The western year in which the first fiscal year named in the text begins; None where none is named.

    令和2年度, R2年度, R2, 令和元年度, 平成31年度 and 2020年度 are read, in full-width figures and spaced
    out too. What is said to be a 年度 goes before what is only a year; a year with neither 年度 nor 年
    counts only with an era (R8, H30).
    """
    years = _years(re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)))
    named = [year for year in years if year.fiscal]
    return min(named or years, key=lambda year: year.place, default=_NOWHERE).western


def _years(text: str) -> list[_NamedYear]:
    years: list[_NamedYear] = []
    for match in _ERA_YEAR.finditer(text):
        era = _BY_NAME[match["era"].upper() if match["era"].isascii() else match["era"]]
        year = 1 if match["year"] == "元" else int(match["year"])
        last = era.last_day.year - era.first_day.year + 1 if era.last_day else 99
        if 1 <= year <= last + _YEARS_AHEAD:
            years.append(_NamedYear(match.start(), _is_fiscal(match["unit"]), western_year(era, year)))
    for match in _WESTERN_YEAR.finditer(text):
        fiscal = match["prefix"] is not None or _is_fiscal(match["unit"])
        if fiscal or match["unit"]:
            years.append(_NamedYear(match.start(), fiscal, int(match["year"])))
    return years


def _is_fiscal(unit: str | None) -> bool:
    return unit is not None and unit.upper() in ("年度", "FY")
