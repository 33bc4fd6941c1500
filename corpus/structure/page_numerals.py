"""A line in, the page numbers that it may print out."""

import re
import unicodedata
from dataclasses import dataclass

_DASH = r"[-‐‑‒–—―−ー一─━~～]"
_DECORATED = re.compile(
    rf"^{_DASH}{{1,2}}\s*(?P<dashed>\d{{1,4}})\s*{_DASH}{{1,2}}(?P<after>\s*\S.{{0,24}})?$"
    rf"|^(?P<before>\S.{{0,30}}?)\s*{_DASH}{{1,2}}\s*(?P<last>\d{{1,4}})\s*{_DASH}{{1,2}}$"
    r"|^(?:[pP]\.?|[pP]age|ページ|頁)\s*(?P<named>\d{1,4})$|^第?\s*(?P<paged>\d{1,4})\s*(?:頁|ページ)$"
    r"|^[\[(<〔【]\s*(?P<bracketed>\d{1,4})\s*[\])>〕】]$|^(?P<of>\d{1,4})\s*/\s*\d{1,4}$"
)
_TWO = re.compile(
    rf"^({_DASH}{{1,2}}\s*\d{{1,4}}\s*{_DASH}{{1,2}})\s+({_DASH}{{1,2}}\s*\d{{1,4}}\s*{_DASH}{{1,2}})$"
)
_BARE = re.compile(r"^(?P<bare>\d{1,4})$")
_ROMAN = re.compile(rf"^(?:{_DASH}\s*)?(?P<roman>[ivxl]{{1,7}})(?:\s*{_DASH})?$", re.IGNORECASE)
_ROMAN_FORM = re.compile(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class PageNumeral:
    """A number that a line may print for its page: `sure` where its form is used for page numbers alone."""

    value: int
    roman: bool
    sure: bool
    beside: str

    @property
    def label(self) -> str:
        """The number as it is printed, in ASCII."""
        return roman_numeral(self.value) if self.roman else str(self.value)


def page_numeral(text: str) -> PageNumeral | None:
    """The page number that a line prints (- 12 -, ― 174 ― 介護保険, －１－, 2, 12頁, iv), or None.

    `beside` is what else stands on the line, in its own words.
    """
    normal = unicodedata.normalize("NFKC", text).strip()
    if len(normal) > 48:
        return None
    if match := _DECORATED.match(normal):
        value = next(
            int(match[name])
            for name in ("dashed", "last", "named", "paged", "bracketed", "of")
            if match[name] is not None
        )
        beside = (match["after"] or match["before"] or "").strip()
        return PageNumeral(value, False, match["of"] is None and match["bracketed"] is None, beside)
    if match := _BARE.match(normal):
        return PageNumeral(int(match["bare"]), False, False, "")
    if (match := _ROMAN.match(normal)) and (value := roman_value(match["roman"])):
        return PageNumeral(value, True, False, "")
    return None


def page_numerals(text: str) -> tuple[PageNumeral, ...]:
    """The page numbers that a line prints: one, or on a sheet of facing pages two (- 2 -  - 3 -)."""
    if match := _TWO.match(unicodedata.normalize("NFKC", text).strip()):
        return tuple(filter(None, map(page_numeral, match.groups())))
    numeral = page_numeral(text)
    return (numeral,) if numeral else ()


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral up to 89, 0 where it is none."""
    lower = numeral.lower()
    if not lower or not _ROMAN_FORM.fullmatch(lower):
        return 0
    digits = [_ROMAN_DIGITS[letter] for letter in lower]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))


def roman_numeral(value: int) -> str:
    """The Roman numeral of 1 to 89, in lower case."""
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx")[value // 10]
    return tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[value % 10]
