"""Two readings of a column of vertical writing in, one with its characters and its punctuation out."""

import re
from difflib import SequenceMatcher
from itertools import pairwise
from statistics import median

from corpus.ocr.decoding import DecodedLine

_SIGNS = "、。，．・：（）()"
_KATAKANA = re.compile(r"[ァ-ヶ]")
_GAP = 0.6
_LONG_VOWEL = "ー一|｜l1I"


def with_signs(turned: DecodedLine, across: DecodedLine) -> DecodedLine:
    """The column read turned, which leaves out punctuation, with the punctuation and the long vowels of the
    column read with its characters set across, which takes signs that stand upright for others; and with
    what that has where the turned one leaves a gap."""
    if not turned.text.strip() or not across.text.strip():
        return max(turned, across, key=lambda decoded: decoded.confidence)
    characters: list[tuple[str, float, float]] = []
    pitch = median([after - before for before, after in pairwise(turned.centres)] or [1.0])
    matcher = SequenceMatcher(None, turned.text, across.text, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        characters += zip(
            turned.text[start:end], turned.probabilities[start:end], turned.centres[start:end], strict=True
        )
        if kind != "insert":
            continue
        leaves_gap = 0 < start < len(turned.text) and (
            turned.centres[start] - turned.centres[start - 1] > (other_end - other_start + _GAP) * pitch
        )
        for index in range(other_start, other_end):
            before = characters[-1][0] if characters else ""
            sign = across.text[index] if leaves_gap else _sign(across.text[index], before)
            if sign:
                characters.append((sign, across.probabilities[index], across.centres[index]))
    text, probabilities, centres = zip(*characters, strict=True)
    return DecodedLine("".join(text), probabilities, centres)


def _sign(character: str, before: str) -> str:
    if character in _LONG_VOWEL and _KATAKANA.match(before):
        return "ー"
    return character if character in _SIGNS else ""
