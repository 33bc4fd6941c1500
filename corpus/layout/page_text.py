"""A text page of pdfium in; its text, one character for each of pdfium's character indexes, out."""

import ctypes
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

SECOND_HALF = "\u200b"
"""What stands for the second UTF-16 half of a letter."""

_SURROGATES = range(0xD800, 0xE000)
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


def page_text(textpage: pypdfium2.PdfTextPage) -> str:
    """The text of a page in pdfium's order; a letter of two UTF-16 halves stands at its first, SECOND_HALF at
    its second."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    units = buffer[: max(written - 1, 0)]
    if written - 1 != count:
        units = [pdfium.FPDFText_GetUnicode(textpage, index) for index in range(count)]
    if any(unit in _SURROGATES for unit in units):
        return _joined_surrogates(units)
    return "".join(map(_character, units))


def _joined_surrogates(units: Sequence[int]) -> str:
    characters: list[str] = []
    for index, unit in enumerate(units):
        after = units[index + 1] if index + 1 < len(units) else 0
        before = units[index - 1] if index else 0
        if unit in _HIGH and after in _LOW:
            characters.append(chr(0x10000 + ((unit - _HIGH.start) << 10) + after - _LOW.start))
        elif unit in _LOW and before in _HIGH:
            characters.append(SECOND_HALF)
        else:
            characters.append(_character(unit))
    return "".join(characters)


def _character(code: int) -> str:
    if code == 0:
        return " "
    return "\ufffd" if code in _SURROGATES or code > 0x10FFFF else chr(code)
