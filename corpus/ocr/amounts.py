"""An OCR'd line in, its amounts with commas between their groups out: no digit is changed."""

import re

AMOUNT = re.compile(r"(?<![\d,.])\d{1,3}(?:[,.;，] ?\d{3}){1,6}(?![\d,.])")
"""An amount in groups of three digits, as OCR reads them: a space after a comma, a full stop for one."""

_GROUPING = re.compile(r"[,.;，]")


def close_amounts(text: str) -> str:
    """Amounts with a comma where OCR took one for a full stop or a semicolon: 15; 252, 828 and 9.084,168.
    One with full stops alone stays (1.250 may be a fraction). No character moves."""
    return AMOUNT.sub(_with_commas, text)


def _with_commas(found: re.Match[str]) -> str:
    amount = found.group()
    return _GROUPING.sub(",", amount) if "," in amount or "，" in amount else amount
