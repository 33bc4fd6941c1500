"""Amounts and dates as a question states them, to be compared with those of a text by their values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from index.text.values import Value
from index.text.years import find_years

_MONTH = re.compile(r"\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?")
_SCALE = re.compile(r"(?:\.(\d+))?\s?([十百千]?)([兆億万]?)円$")
_TENS = {"": 0, "十": 1, "百": 2, "千": 3}
_MYRIADS = {"": 0, "万": 4, "億": 8, "兆": 12}


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as a question states it: `yen`, and the `step` of its last figure (8,461万円: 10,000)."""

    yen: int
    step: Decimal

    def covers(self, yen: int) -> bool:
        """Whether an amount is this one, rounded as this one is."""
        return yen == self.yen or abs(yen - self.yen) < self.step


def stated_amount(value: Value, folded: str) -> Amount:
    """The amount of a value that stands in a folded text."""
    scale = _SCALE.search(folded[value.start : value.end])
    exponent = _TENS[scale[2]] + _MYRIADS[scale[3]] - len(scale[1] or "") if scale else 0
    return Amount(int(value.term.removeprefix("yen")), Decimal(10) ** exponent)


def find_dates(folded: str) -> Iterator[Value]:
    """The months and days that a folded text names with their year: 令和4年11月3日 and 2022年11月3日
    are 2022-11-3."""
    for year in find_years(folded):
        if following := _MONTH.match(folded, year.end):
            numbers = (int(number) for number in following.groups() if number)
            named = "-".join((year.term[1:], *map(str, numbers)))
            yield Value(named, year.start, following.end())


def same_date(asked: str, named: str) -> bool:
    """Whether a date is the one asked about, or a day in the month asked about."""
    return named == asked or named.startswith(f"{asked}-")
