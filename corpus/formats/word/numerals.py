"""A number and the name of its format in, as it is printed out (ECMA-376 part 1, 17.18.59)."""

from collections.abc import Callable

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_KANJI_DIGITS = "〇一二三四五六七八九"
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_FORMAL = "零壱弐参四伍六七八九"
_MOST = 32_767  # what Word counts to
_LETTERS_REPEATED = 30


def numeral(value: int, number_format: str) -> str:
    """The number as it is printed in that format; in decimal figures where the format has no sign for it."""
    if number_format == "none":
        return ""
    write = _FORMATS.get(number_format)
    if write is None or not 0 <= value <= _MOST:
        return str(value)
    return write(value) or str(value)


def enclosed(value: int) -> str:
    """①, ㉑, ㊱ …; empty for a number that has no such sign."""
    for first, last, sign in ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")):
        if first <= value <= last:
            return chr(ord(sign) + value - first)
    return "⓪" if value == 0 else ""


def _signs(first: str, count: int) -> Callable[[int], str]:
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= count else ""


def _series(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)] if value > 0 else ""


def _letters(first: str) -> Callable[[int], str]:
    def write(value: int) -> str:
        repeated, place = divmod(value - 1, 26)
        return chr(ord(first) + place) * (repeated + 1) if 0 <= repeated < _LETTERS_REPEATED else ""

    return write


def _roman(value: int) -> str:
    found = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        found += sign * count
    return found


def _kanji_digits(value: int) -> str:
    return "".join(_KANJI_DIGITS[int(digit)] for digit in str(value))


def _counted(digits: str, units: tuple[str, str, str, str], one_before_ten: bool) -> Callable[[int], str]:
    def below_ten_thousand(value: int) -> str:
        found = ""
        for power in (3, 2, 1, 0):
            digit = value // 10**power % 10
            if digit:
                silent = digit == 1 and power and not one_before_ten
                found += ("" if silent else digits[digit]) + (units[power - 1] if power else "")
        return found

    def write(value: int) -> str:
        over, rest = divmod(value, 10_000)
        return (below_ten_thousand(over) + units[3] if over else "") + below_ten_thousand(rest) or digits[0]

    return write


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": enclosed,
    "decimalEnclosedCircleChinese": enclosed,
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "aiueo": _series(_AIUEO),
    "aiueoFullWidth": _series(_AIUEO),
    "iroha": _series(_IROHA),
    "irohaFullWidth": _series(_IROHA),
    "japaneseCounting": _counted(_KANJI_DIGITS, ("十", "百", "千", "万"), False),
    "chineseCounting": _counted(_KANJI_DIGITS, ("十", "百", "千", "万"), False),
    "chineseCountingThousand": _counted(_KANJI_DIGITS, ("十", "百", "千", "万"), False),
    "taiwaneseCountingThousand": _counted(_KANJI_DIGITS, ("十", "百", "千", "万"), False),
    "japaneseLegal": _counted(_FORMAL, ("拾", "百", "阡", "萬"), True),
    "japaneseDigitalTenThousand": _kanji_digits,
    "ideographDigital": _kanji_digits,
    "taiwaneseDigital": _kanji_digits,
    "ideographTraditional": _series(_STEMS),
    "ideographZodiac": _series(_BRANCHES),
    "ideographEnclosedCircle": _signs("㊀", 10),
    "ordinal": lambda value: f"{value}{_ordinal_ending(value)}",
    "numberInDash": lambda value: f"- {value} -",
}
"""Katakana are written full-width in the half-width formats too: the same letters, and those that headings
are known by."""


def _ordinal_ending(value: int) -> str:
    return "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
