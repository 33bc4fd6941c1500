"""A cell's text in, the figure that it states and its unit out."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from corpus.tables.units import UNIT, shown_unit

_LEAST_SPACED = 3
_NUMBER = r"(?:[1-9]\d{0,2}(?:[,、]\d{3})+|0|[1-9]\d*)(?:\.\d+)?"
_FIGURE = re.compile(
    rf"(?P<open>[(\[【〔])?(?P<sign>[△▲+±-])?\s*(?P<inner>\()?\s*(?P<number>{_NUMBER})\s*(?P<unit>{UNIT})?"
    r"(?(inner)\s*\))(?(open)\s*[)\]】〕])"
)
_COMPOUND = re.compile(
    rf"(?P<sign>[△▲-])?\s*(?:(?P<trillion>{_NUMBER})兆)?\s*(?:(?P<hundred>{_NUMBER})億)?\s*(?:(?P<ten>{_NUMBER})万)?\s*"
    rf"(?P<rest>{_NUMBER})?\s*円"
)
_SCALES = (("trillion", 10**12), ("hundred", 10**8), ("ten", 10**4), ("rest", 1))
_DASH = str.maketrans("－−‐‑–—―ー", "--------")
_DITTO = re.compile(r"[〃々\u201d″〟\"]|同上|〃+")
_NOTHING = re.compile(r"[-*…‥・/.△▲×xX]+|皆[増減]|全[増減]|\(-\)|該当なし|なし|n/?a", re.IGNORECASE)
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the unit that its own cell gives it (千円, ％), None where it gives none."""

    number: Decimal
    unit: str | None


def is_ditto(text: str) -> bool:
    """Whether a cell says that it repeats the one above (〃, 同上)."""
    return bool(_DITTO.fullmatch(text.strip()))


def stands_for_none(text: str) -> bool:
    """Whether a cell stands where a figure would, and states none (－, 皆増, …)."""
    return bool(_NOTHING.fullmatch(_plain(text)))


@lru_cache(maxsize=8192)
def parse_figure(text: str) -> Figure | None:
    """The figure that a whole cell states; None where it states none, or none for sure.

    △, ▲ and － before it are minus. A cell with two numbers, digits grouped as no number is (861,3751), codes
    (001) and dates state none. 581億5,195万9,000円 is 58,151,959,000 円; 1,234千円 is 1,234 千円.
    """
    if len(text) > _LONGEST:
        return None
    plain = _plain(text)
    if not any(map(str.isdigit, plain)):
        return None
    if match := _FIGURE.fullmatch(plain):
        number = Decimal(_digits(match["number"]))
        unit = shown_unit(match["unit"]) if match["unit"] else None
        return Figure(-number if match["sign"] in ("△", "▲", "-") else number, unit)
    if match := _COMPOUND.fullmatch(plain):
        total = sum(Decimal(_digits(match[name])) * scale for name, scale in _SCALES if match[name])
        return Figure(Decimal(-total if match["sign"] else total), "円")
    return None


def _plain(text: str) -> str:
    tokens = unicodedata.normalize("NFKC", text).translate(_DASH).split()
    spaced_out = len(tokens) >= _LEAST_SPACED and all(len(token) == 1 for token in tokens)
    return ("" if spaced_out else " ").join(tokens)


def _digits(number: str) -> str:
    return number.replace(",", "").replace("、", "")
