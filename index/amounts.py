"""Folded text in, the amounts of money that it names out, in yen."""

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.tables.figures import parse_figure
from corpus.tables.units import stated_units
from index.values import Value

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?<![\d,.]){_NUMBER}\s?(?:(?:[兆億万]\s?{_NUMBER}\s?){{0,3}}[十百千]?[兆億万]?|[十百千]?[兆億万]\s?)円"
)
_GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,]|\.\d|\s?[^\W\d_])")
_SCALES = {
    f"{tens}{myriads}円": ten * myriad
    for tens, ten in (("", 1), ("十", 10), ("百", 100), ("千", 1000))
    for myriads, myriad in (("", 1), ("万", 10**4), ("億", 10**8), ("兆", 10**12))
}


def find_amounts(text: str) -> Iterator[Value]:
    """The amounts named in a folded text: 3,209百万円, 32億900万円, 3,209,000円.

    Where the text states one unit of money for its table (単位:千円), numbers grouped in threes that name no
    unit of their own are amounts in it.
    """
    for match in _AMOUNT.finditer(text):
        figure = parse_figure(match[0])
        if figure and figure.unit in _SCALES:
            yield from _value(figure.number * _SCALES[figure.unit], match)
    stated = [unit for unit in stated_units(text) if unit in _SCALES]
    if len(stated) == 1:
        for match in _GROUPED.finditer(text):
            yield from _value(Decimal(match[0].replace(",", "")) * _SCALES[stated[0]], match)


def shown_amount(term: str) -> tuple[str, ...]:
    """The amount of a term in words: 3,209,000,000円, 32億900万円."""
    yen = int(term.removeprefix("yen"))
    rest, parts = yen, []
    for name, scale in (("兆", 10**12), ("億", 10**8), ("万", 10**4), ("", 1)):
        count, rest = divmod(rest, scale)
        if count:
            parts.append(f"{count:,}{name}")
    return tuple(dict.fromkeys((f"{yen:,}円", f"{''.join(parts)}円")))


def _value(yen: Decimal, match: re.Match[str]) -> Iterator[Value]:
    if yen and yen == int(yen):
        yield Value(f"yen{int(yen)}", match.start(), match.end())
