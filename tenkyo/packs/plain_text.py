"""Text from documents in, text that office files may hold out."""

import re

_SPACES = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Marks that turn the order of reading round could make a quote look other than it is.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EXCEL_ESCAPE = re.compile("_(?=[xX][0-9a-fA-F]{4}_)")
MOST_OF_A_CELL = 32_767
"""The most characters of an Excel cell (Excel's specifications and limits)."""
CUT = "…（以下略）"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What Excel and its kin take for the beginning of a formula (OWASP, CSV injection)."""


def clean(text: str) -> str:
    """The text without the control characters that XML 1.0 forbids or that turn its order round."""
    text = _SPACES.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _TURNING.sub("", _FORBIDDEN.sub("", text))


def cell_text(text: str) -> str:
    """The text as a cell may hold it: cleaned, not unescaped by Excel, not too long."""
    cleaned = _EXCEL_ESCAPE.sub("_x005F_", clean(text))
    return cleaned if len(cleaned) <= MOST_OF_A_CELL else cleaned[: MOST_OF_A_CELL - len(CUT)] + CUT
