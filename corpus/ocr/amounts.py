"""An OCR'd line in, its amounts as they are printed out: no digit is changed."""

import re
from dataclasses import replace

from corpus.ocr.types import OcrLine

AMOUNT = re.compile(r"(?<![\d,.])\d{1,3}(?:[,.;，] ?\d{3}){1,6}(?![\d,.])")
"""An amount in groups of three digits, as OCR reads them: a space after a comma, a full stop for one."""

_GROUPING = re.compile(r"[,.;，]")
_BARE_AMOUNT = re.compile(r"[△▲-]?\d{1,3}(?:[,.;，] ?\d{3}){2,6}|[△▲-]?\d{1,3}[,;，] ?\d{3}")
_SPECKS_AROUND = re.compile(r"[.・,' ]*([△▲-]?\d{1,3}(?:[,.;，] ?\d{3})*)[.・,' -]*")
_SPECK_WITHIN = re.compile(r"(?<=\d)[.・'](?=\d{0,2},)")


def close_amounts(text: str) -> str:
    """Amounts with a comma where OCR took one for a full stop or a semicolon: 15; 252, 828 and 9.084,168.

    Of full stops alone it takes two, and nothing else in the line: 1.250 may be a fraction. No character
    moves.
    """
    if _BARE_AMOUNT.fullmatch(text):
        return _GROUPING.sub(",", text)
    return AMOUNT.sub(_with_commas, text)


def without_specks(line: OcrLine) -> OcrLine:
    """A line that holds an amount and nothing else without the specks that OCR took for stops before, after
    or within it: .142,500 and 11.0,150 and 67,262-. Any other line comes back as it is."""
    text = line.text
    kept = set(range(len(text)))
    around = _SPECKS_AROUND.fullmatch(_SPECK_WITHIN.sub("", text))
    if around is None or "," not in text:
        return line
    kept -= {found.start() for found in _SPECK_WITHIN.finditer(text)}
    left = len(text) - len(text.lstrip(".・,' "))
    right = len(text.rstrip(".・,' -"))
    kept &= set(range(left, right))
    return _with_characters(line, sorted(kept)) if len(kept) < len(text) else line


def _with_characters(line: OcrLine, kept: list[int]) -> OcrLine:
    return replace(
        line,
        text="".join(line.text[at] for at in kept),
        certainty=tuple(line.certainty[at] for at in kept if line.certainty),
        centres=_centres(line, kept),
    )


def _centres(line: OcrLine, kept: list[int]) -> tuple[float, ...]:
    """Where the characters kept stand: of an engine that does not tell, spread as before."""
    told = line.centres or tuple((at + 0.5) / len(line.text) for at in range(len(line.text)))
    return tuple(told[at] for at in kept)


def _with_commas(found: re.Match[str]) -> str:
    amount = found.group()
    return _GROUPING.sub(",", amount) if "," in amount or "，" in amount else amount
