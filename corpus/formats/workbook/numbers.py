"""A spreadsheet's number format and a number in, the text that a reader of the sheet sees out.

The formats are those of ECMA-376 part 1, 18.8.31. Thousands are not grouped, so that a figure is found
whichever way it is asked for.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|([#0?,.]+)|([%])|(.)', re.DOTALL)
_DIGITS = re.compile(r"[#0?,]*[#0?](?P<scale>,*)(?:\.(?P<decimals>[#0?]+))?(?P<late>,*)|\.(?P<only>[#0?]+)")
_KEPT = re.compile(r"[()△▲+\-−:$¥ \u3000-\u9fff\uff00-\uffef]")
_CONDITION = re.compile(r"\[[<>=]")
_AS_KEPT = "0.##########"
_LONGEST = 200
_MOST_DECIMALS = 30


@dataclass(frozen=True, slots=True)
class _Part:
    """How numbers of one sign are shown; `decimals` None where only the words before and after stand."""

    before: str
    after: str
    decimals: int | None
    optional: int
    power: int
    """The power of ten that a number is shown times."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How positive numbers, negative ones and zero are shown; `negative` None: as positive, with a minus."""

    positive: _Part
    negative: _Part | None
    zero: _Part | None


def parse_number_format(code: str) -> NumberFormat | None:
    """The format; None where it shows a number as it is kept, is of dates, or is not understood."""
    if len(code) > _LONGEST or _CONDITION.search(code):
        return None
    code = code.replace("General", _AS_KEPT)
    parts = [_parse_part(text) for text in _sections(code)[:3]]
    if not parts or any(part is None for part in parts) or parts[0] is None or parts[0].decimals is None:
        return None
    return NumberFormat(parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None)


def show_number(number: float, shown: NumberFormat) -> str:
    """A number as its format shows it: 0.94 under 0.0% is 94.0%, -5 under #,##0;△#,##0 is △5."""
    exact = Decimal(repr(number))
    part, sign = shown.positive, "-" if exact < 0 else ""
    if exact < 0 and shown.negative is not None:
        part, sign = shown.negative, ""
    elif exact == 0 and shown.zero is not None:
        part = shown.zero
    if part.decimals is None:
        return f"{part.before}{part.after}".strip()
    try:
        scaled = abs(exact).scaleb(part.power)
        text = f"{scaled.quantize(Decimal(1).scaleb(-part.decimals), ROUND_HALF_UP):f}"
    except InvalidOperation:
        text = f"{abs(exact):f}"
    for _ in range(part.optional):
        text = text[:-1] if text.endswith("0") and "." in text else text
    return f"{sign}{part.before}{text.rstrip('.') if '.' in text else text}{part.after}".strip()


def _sections(code: str) -> list[str]:
    found, at = [""], 0
    while at < len(code):
        match = _TOKEN.match(code, at)
        piece = match[0] if match else code[at]
        if piece == ";":
            found.append("")
        else:
            found[-1] += piece
        at += len(piece)
    return found


def _parse_part(text: str) -> _Part | None:
    before, after, digits, percent = "", "", "", 0
    for match in _TOKEN.finditer(text):
        words = match[1] if match[1] is not None else match[2]
        if match[3]:
            if digits:
                return None
            digits = match[3]
        elif match[4]:
            percent += 1
            words = "%"
        elif match[5]:
            if not _KEPT.match(match[5]):
                return None
            words = match[5]
        if words and digits:
            after += words
        elif words:
            before += words
    if not digits:
        return _Part(before, after, None, 0, 0)
    found = _DIGITS.fullmatch(digits)
    if found is None:
        return None
    decimals = found["decimals"] or found["only"] or ""
    if len(decimals) > _MOST_DECIMALS:
        return None
    optional = len(decimals) - len(decimals.rstrip("#"))
    power = 2 * percent - 3 * (len(found["scale"] or "") + len(found["late"] or ""))
    return _Part(before, after, len(decimals), optional, power)
