"""Folded text in, the years that it names out, in eras or western."""

import re
from collections.abc import Iterator

from corpus.eras import ERAS, western_year
from index.text.values import Value

_ERAS = {name: era for era in ERAS for name in (era.name, era.name[0], era.letter.lower())}
_KANJI = {kanji: number for number, kanji in enumerate("一二三四五六七八九", 1)} | {"元": 1}
_YEARS_AHEAD = 10
"""平成33年度 stands in plans that were written before the era's end was known."""

_YEAR = re.compile(
    r"""(?:(?P<name>明治|大正|昭和|平成|令和)
          | (?<![a-z0-9.])(?P<letter>[mtshr])\.?(?=\d{1,2}(?!\d|[.,]\d|[a-z]))
          | (?<![\u4e00-\u9fff])(?P<short>[明大昭平令])(?=\d))
        \s?(?P<year>元|\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?!\d)
        (?:\s?(?P<unit>年度?|fy))?
      | (?<![\d.,])(?P<fiscal>fy\s?|fiscal(?:\s?year)?\s)?(?P<western>(?:18|19|20)\d{2})(?!\d|[.,]\d)
        (?:\s?(?P<called>年度?|fy))?
    """,
    re.VERBOSE,
)


def find_years(text: str) -> Iterator[Value]:
    """The years named in a folded text: 令和2年度, 令2, r2, 令和二年, 2020年度, fy2020.

    A calendar year and the fiscal year of the same number are one value. Letters without 年 name a year
    for 令和 and 平成 alone (S1 and T2 are numbers of things), a western year only with 年 or fy.
    """
    for match in _YEAR.finditer(text):
        western = _western(match)
        if western is not None:
            yield Value(year_term(western), match.start(), match.end())


def year_term(western: int) -> str:
    """The term of a year."""
    return f"y{western}"


def is_year_term(term: str) -> bool:
    """Whether a term is that of a year (those of amounts and of documents' fiscal years are not)."""
    return term[:1] == "y" and term[1:].isdecimal()


def fiscal_year_term(western: int) -> str:
    """The term of passages whose document is of a fiscal year."""
    return f"f{western}"


def shown_year(term: str) -> tuple[str, ...]:
    """The year of a term in words: 2019年, 平成31年, 令和元年."""
    year = int(term[1:])
    eras = [
        era for era in ERAS if era.first_day.year <= year <= (era.last_day.year if era.last_day else year)
    ]
    named = ((era.name, year - era.first_day.year + 1) for era in eras)
    return (f"{year}年", *(f"{name}{'元' if number == 1 else number}年" for name, number in named))


def _western(match: re.Match[str]) -> int | None:
    if match["western"]:
        return int(match["western"]) if match["fiscal"] or match["called"] else None
    if match["letter"] and match["letter"] not in "rh" and not match["unit"]:
        return None
    era = _ERAS[match["name"] or match["letter"] or match["short"]]
    year = _number(match["year"])
    longest = era.last_day.year - era.first_day.year + 1 + _YEARS_AHEAD if era.last_day else 99
    return western_year(era, year) if 1 <= year <= longest else None


def _number(written: str) -> int:
    """A number below a hundred in figures or kanji: 29, 二十九, 元."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (10 * _KANJI.get(tens, 1) if ten else 0) + _KANJI.get(ones, 0)
