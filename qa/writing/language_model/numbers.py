"""Folded text in, the numbers that it states out, each with what it counts, to be compared by value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus import fold
from corpus.tables.figures import parse_figure
from corpus.tables.units import UNIT, head_unit, stated_units

_ARABIC = r"\d+(?:,\d{3})*(?:\.\d+)?"
_KANJI = "〇一二三四五六七八九"
_RUN = re.compile(
    rf"(?P<sign>[△▲]\s?|(?<![0-9A-Za-z)\]])[-−]\s?)?(?P<run>{_ARABIC}(?:[十百千]?[万億兆](?:{_ARABIC})?)*[十百千]?"
    rf"|[{_KANJI}十百千][{_KANJI}十百千万億兆]*)"
)
_COUNTED = re.compile(
    rf"\s?(?P<unit>年度|年間|年|か月|月間|月|日間|日|時|条|項|号|章|節|款|目|頁|ページ|つ|割|分|歳|名|{UNIT}"
    r"|[\u4e00-\u9fff々ァ-ヶーA-Za-z%]?)"
)
_BOUND = re.compile(r"以上|以下|未満|超|以内|以降|以前|余り?|程度|前後|弱|強")
_ABOUT = re.compile(r"(?:約|およそ|凡そ|概ね|おおむね|ほぼ)\s?$")
_PIECE = re.compile(rf"{_ARABIC}|[{_KANJI}]|[十百千]|[万億兆]")
_DIGITS = {kanji: Decimal(number) for number, kanji in enumerate(_KANJI)}
_TENS = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1_000)}
_MYRIADS = {"万": Decimal(10**4), "億": Decimal(10**8), "兆": Decimal(10**12)}
_SCALED = re.compile(r"(?P<scale>[十百千]?[兆億万]?)(?P<unit>.+)")
_UNIT_ALONE = re.compile(r"[百千]+円")
"""千円 as a unit is no 1,000 yen."""

_LEAST_YEN = 100
_NUMBER_OF = re.compile(r"([^\s\d])数$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number with what it counts (円, 件, 年以上, 約人, ""), at characters `start` to `end` (exclusive).

    A scale belongs to the number: 31,240千円 and 3,124万円 are both 31,240,000 円.
    """

    value: Decimal
    unit: str
    start: int
    end: int


def find_numbers(folded: str) -> Iterator[Number]:
    """The numbers of a folded text, in figures and in kanji; those with △, ▲ or - before them are below 0."""
    for match in _RUN.finditer(folded):
        counted = _COUNTED.match(folded, match.end())
        unit = counted["unit"] if counted else ""
        end = match.end() + (len(counted[0]) if counted and unit else 0)
        value = read_numeral(match["run"])
        bound = _BOUND.match(folded, end)
        about = _ABOUT.search(folded, 0, match.start())
        counted_in = ("約" if about else "") + unit + (bound[0] if bound else "")
        yield Number(-value if match["sign"] else value, counted_in, match.start(), end)


def read_numeral(run: str) -> Decimal:
    """The value of a numeral: 31,240千, 3億5,000万, 二十一, 一〇."""
    total = section = Decimal(0)
    digits: Decimal | None = None
    for piece in _PIECE.findall(run):
        if piece in _MYRIADS:
            section += digits or 0
            total += (section or 1) * _MYRIADS[piece]
            section, digits = Decimal(0), None
        elif piece in _TENS:
            section += (1 if digits is None else digits) * _TENS[piece]
            digits = None
        elif piece in _DIGITS:
            digits = (digits or 0) * 10 + _DIGITS[piece]
        else:
            digits = Decimal(piece.replace(",", ""))
    return total + section + (digits or 0)


def stated_numbers(text: str, units: frozenset[str]) -> frozenset[tuple[Decimal, str]]:
    """The values and units that a line or sentence of a passage states.

    A cell that is a bare figure counts what the table's `units` say: 31,240 in 千円 is 31,240,000 円 too.
    """
    stated: set[tuple[Decimal, str]] = set()
    for cell in text.split("\t"):
        folded = fold(cell)
        stated |= {
            (number.value, number.unit)
            for number in find_numbers(folded)
            if not _UNIT_ALONE.match(folded, number.start)
        }
        figure = parse_figure(cell)
        if figure and figure.unit is None:
            stated |= {
                _counted(figure.number, unit) for unit in units if _may_count(figure.number, unit, units)
            }
    return frozenset(stated)


def table_units(text: str) -> frozenset[str]:
    """The units that a passage's lines and heads give the figures of its table, folded (千円, 件, %)."""
    found: set[str] = set()
    for line in text.splitlines():
        found |= set(stated_units(line))
        for cell in re.split(r"[\t ]", line) if not re.search(r"\d", line) else ():
            if unit := head_unit(cell):
                found.add(unit)
            found |= set(_NUMBER_OF.findall(cell))
    return frozenset(fold(unit) for unit in found)


def _may_count(number: Decimal, unit: str, units: frozenset[str]) -> bool:
    """Whether a table's unit may count a cell's figure: where there are several, thousands of yen count only
    figures of three digits or more."""
    return len(units) == 1 or not unit.endswith("円") or abs(number) >= _LEAST_YEN


def _counted(number: Decimal, unit: str) -> tuple[Decimal, str]:
    match = _SCALED.fullmatch(unit)
    if match is None or not match["scale"]:
        return number, unit
    return number * read_numeral(match["scale"]), match["unit"]
