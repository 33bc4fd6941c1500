"""Text as a file holds it in; text to read, and text to match, out."""

import re
import unicodedata
from functools import lru_cache

from corpus.letter_spacing import closed_gaps
from corpus.mapped_text import MappedText

NOISE = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\ufe00-\ufe0f\ufeff\ufff9-\uffff\U000e0100-\U000e01ef]"
)
"""What carries nothing: controls, soft hyphens (pdfium says U+FFFE), zero-width marks, variation selectors.
"""

_KEPT = re.compile(rf"[^\s{NOISE.pattern[1:]}")
_WIDE = (
    r"\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffef"
    r"\U00020000-\U0003ffff"
)
_BESIDE_WIDE = re.compile(rf"(?<=[{_WIDE}])[ \u3000]+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])[ \u3000]+(?=[{_WIDE}])")
_SPACE = re.compile(r"\s+")
_COMPATIBILITY = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


def is_kept(character: str) -> bool:
    """Whether a character of a page is a letter of the text to read: neither white space nor noise."""
    return not character.isspace() and not NOISE.match(character)


def kept_places(text: str) -> list[int]:
    """The offsets of the characters of a page's text that `is_kept`."""
    return [match.start() for match in _KEPT.finditer(text)]


def readable(text: MappedText) -> MappedText:
    """One line to read: noise dropped, letter-spacing closed up, white space single, its own letters kept.

    Radicals and compatibility ideographs (which fonts put in place of 一, 人, 立) become the ordinary
    character. A tab stays a tab: it parts the cells of a table. Its letters are, one for one, those of the
    line that `is_kept`.
    """
    line = text.text
    if not NOISE.search(line) and not _SPACE.search(line):
        return _with_ordinary_characters(text)
    if NOISE.search(line):
        text = text.picked([index for index, character in enumerate(line) if not NOISE.match(character)])
        line = text.text
    closed = {start for start, _ in closed_gaps(line)}
    kept: list[int] = []
    shown: list[str] = []
    last = 0
    for gap in _SPACE.finditer(line):
        kept.extend(range(last, gap.start()))
        shown.append(line[last : gap.start()])
        if gap.start() not in closed:
            kept.append(gap.start())
            shown.append("\t" if "\t" in gap.group() else " ")
        last = gap.end()
    kept.extend(range(last, len(line)))
    shown.append(line[last:])
    return _with_ordinary_characters(text.picked(kept, "".join(shown)).stripped())


def _with_ordinary_characters(text: MappedText) -> MappedText:
    if not _COMPATIBILITY.search(text.text):
        return text
    shown = "".join(map(ordinary, text.text))
    return MappedText(shown, text.pages, text.offsets)


def ordinary(character: str) -> str:
    """The ordinary character in place of a radical or a compatibility ideograph; any other as it is."""
    normal = unicodedata.normalize("NFKC", character)
    return normal if _COMPATIBILITY.match(character) and len(normal) == 1 else character


def squeeze(text: str) -> str:
    """Text to compare letter by letter: NFKC, all white space removed."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Text to match: NFKC, case folded, noise dropped, letter-spacing closed up, white space single.

    Spaces between Japanese letters and figures or Latin letters go too (平成 26 年 is 平成26年): whether
    there are any depends on the program that wrote the file. `fold(fold(text)) == fold(text)`.
    """
    folded = _folded(text)
    while (again := _folded(folded)) != folded:  # closing one gap can bring the letters of another together
        folded = again
    return folded


def _folded(text: str) -> str:
    lines = (NOISE.sub("", line) for line in text.splitlines())
    closed = " ".join(_without(line, closed_gaps(line)) for line in lines)
    normal = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", closed).casefold())
    return _SPACE.sub(" ", _BESIDE_WIDE.sub("", normal)).strip()


def _without(text: str, stretches: list[tuple[int, int]]) -> str:
    parts, last = [], 0
    for start, end in stretches:
        parts.append(text[last:start])
        last = end
    return "".join([*parts, text[last:]])
