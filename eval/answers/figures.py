"""A comparable text in, the figures that it states with their units out."""

import re
from dataclasses import dataclass
from decimal import Decimal

_SCALES = {"十": 10, "百": 100, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12}
_SCALES |= {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALE = r"(?:[十百千]?[兆億万]|[十百千]|thousand|million|billion)"
_NUMBER = r"\d+(?:\.\d+)?"
_FIGURE = re.compile(
    rf"(?:(?<![a-z\d])(?P<sign>-))?(?<![\d.])(?P<number>(?:{_NUMBER}{_SCALE})+(?:{_NUMBER})?|{_NUMBER})(?!\.?\d)"
)
_PART = re.compile(rf"(?P<digits>{_NUMBER})(?P<scale>{_SCALE})?")
_ABOUT = re.compile(r"^(?:約|およそ)")
_UNIT = re.compile(r"[^\W\d]{0,6}|%|%?ポイント")
"""What may follow a number for the whole to be one figure: a few letters, no digits and no marks."""

_SAME_UNITS = {"yen": "円", "percent": "%", "パーセント": "%", "名": "人", "頁": "ページ"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in whole units, scaled (118,800千円 is 118800000 円); `unit` is "" where none is written."""

    number: Decimal
    unit: str


def stated_figure(text: str) -> Figure | None:
    """The figure that a comparable text is and nothing else (約39%, 6.8百万円), None where it is none."""
    text = _ABOUT.sub("", text)
    match = _FIGURE.match(text)
    if match is None or not _UNIT.fullmatch(text, match.end()):
        return None
    unit = text[match.end() :]
    return Figure(_value(match), _SAME_UNITS.get(unit, unit))


def states(text: str, wanted: Figure) -> bool:
    """Whether a comparable text states a figure equal to the one wanted in value, sign and unit."""
    units = (wanted.unit, *(written for written, unit in _SAME_UNITS.items() if unit == wanted.unit))
    unit = re.compile(rf"(?:{'|'.join(map(re.escape, units))})(?![a-z0-9]|ポイント)")
    return any(
        _value(match) == wanted.number and unit.match(text, match.end()) for match in _FIGURE.finditer(text)
    )


def _value(match: re.Match[str]) -> Decimal:
    parts = _PART.finditer(match["number"])
    total = sum((Decimal(part["digits"]) * _scale(part["scale"]) for part in parts), Decimal(0))
    return -total if match["sign"] else total


def _scale(words: str | None) -> int:
    if words is None:
        return 1
    if words in _SCALES:
        return _SCALES[words]
    return _SCALES[words[0]] * _SCALES[words[1]]
