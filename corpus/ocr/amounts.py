"""An OCR'd line in, its amounts written as printed out: no digit is changed."""

import re

_AMOUNT = re.compile(r"(?<![\d,.])\d{1,3}(?:[,.;，] ?\d{3}){1,6}(?![\d,.])")
_GROUPING = re.compile(r"[,.;，] ?")


def close_amounts(text: str) -> str:
    """Amounts without the spaces that OCR puts after commas, and with a comma where it took one for a full
    stop: 15; 252, 828 and 9.084,168. One with full stops alone stays (1.250 may be a fraction)."""
    return _AMOUNT.sub(_closed, text)


def _closed(found: re.Match[str]) -> str:
    amount = found.group()
    if "," not in amount and "，" not in amount:
        return amount
    return _GROUPING.sub(",", amount)
