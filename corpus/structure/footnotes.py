"""Body lines in, those that hold footnotes out."""

import re
from collections.abc import Sequence

from corpus.structure.lines import Line

_SUPERSCRIPT = re.compile(r"^[¹²³⁰⁴-⁹]+|^[*＊※]\d{1,3}[\s　]")
_NUMBERED = re.compile(r"^([0-9]{1,3})[\s　]+(?=\S*[^\d\s,.，．])")
_ALONE = re.compile(r"^[0-9]{1,3}$")
_NO_FIGURE = r"(?![\d年月日.,%％千億万円人件つかヶ個回名以])"
_LEAST_LENGTH = 12


def find_footnotes(lines: Sequence[Line], on_pages: bool) -> dict[Line, bool]:
    """The lines that hold footnotes, and whether one begins on each.

    A footnote begins with a raised figure or, where the file has pages of its own (`on_pages`), with a
    plain one that sticks to a word elsewhere on the page; it may stand on a line of its own above its note.
    """
    pages: dict[int, list[str]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line.text)
    texts = {page: "\n".join(found) for page, found in pages.items()}
    notes: dict[Line, bool] = {}
    before: Line | None = None
    for line in lines:
        if line.blank:
            before = None
            continue
        if _SUPERSCRIPT.match(line.text) or (on_pages and _is_called(line.text, texts[line.page])):
            notes[line] = True
        elif before is not None and before in notes and _goes_on(before, line):
            notes[line] = False
        before = line
    return notes


def _is_called(text: str, page: str) -> bool:
    if _ALONE.match(text):
        return _has_call(text, page)
    match = _NUMBERED.match(text)
    if match is None or len(text) < _LEAST_LENGTH:
        return False
    if "http" not in text and "「" not in text and "：" not in text and not text.endswith("。"):
        return False
    return _has_call(match[1], page)


def _has_call(number: str, page: str) -> bool:
    after_japanese = rf"[^\W\d_A-Za-z年月第表図][」）]?{number}{_NO_FIGURE}"
    after_latin = rf"[A-Z]{{2,}}{number}[^\W\dA-Za-z]|[A-Z]{number}[）)]"
    return re.search(f"{after_japanese}|{after_latin}", page) is not None


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line goes on with the footnote of the line before it: its address, or the rest of its
    sentence."""
    if before.page != line.page:
        return False
    if _ALONE.match(before.text):
        return True
    if line.text.startswith("http"):
        return True
    return not before.text.endswith("。") and "http" not in before.text and before.width > 1.2 * line.width
