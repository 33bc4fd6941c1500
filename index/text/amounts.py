"""Folded text in, the amounts of money that it names out, in yen."""

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.tables.figures import parse_figure
from corpus.tables.units import stated_units
from index.text.values import Value

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?<![\d,.]){_NUMBER}\s?(?:(?:[兆億万]\s?{_NUMBER}\s?){{0,3}}[十百千]?[兆億万]?|[十百千]?[兆億万]\s?)円"
)
_CELL = re.compile(r"\S+")
_FEWEST_DIGITS = 3
_SCALES = {
    f"{tens}{myriads}円": ten * myriad
    for tens, ten in (("", 1), ("十", 10), ("百", 100), ("千", 1000))
    for myriads, myriad in (("", 1), ("万", 10**4), ("億", 10**8), ("兆", 10**12))
}


def find_amounts(text: str) -> Iterator[Value]:
    """The amounts named in a folded text with their unit: 3,209百万円, 32億900万円, 3,209,000円."""
    for match in _AMOUNT.finditer(text):
        figure = parse_figure(match[0])
        if figure and figure.unit in _SCALES:
            yield from _value(figure.number * _SCALES[figure.unit], match)


def find_cell_amounts(text: str) -> Iterator[Value]:
    """The amounts in the cells of a text as it stands, not folded, whose table states one unit of money
    (単位：千円); a cell that names a unit of its own, or has fewer than three digits, is none."""
    stated = [unit for unit in stated_units(text) if unit in _SCALES]
    if len(stated) != 1:
        return
    for match in _CELL.finditer(text):
        figure = parse_figure(match[0]) if sum(map(str.isdigit, match[0])) >= _FEWEST_DIGITS else None
        if figure and figure.unit is None:
            yield from _value(abs(figure.number) * _SCALES[stated[0]], match)


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
