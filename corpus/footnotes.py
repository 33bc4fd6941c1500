"""Body lines in, those that hold footnotes out."""

import re
from collections.abc import Sequence

from corpus.lines import Line

_SUPERSCRIPT = re.compile(r"^[¹²³⁰⁴-⁹]+|^[*＊※]\d{1,3}[\s　]")
_NUMBERED = re.compile(r"^([0-9]{1,3})[\s　]+(?=\S*[^\d\s,.，．])")
_NO_FIGURE = r"(?![\d年月日.,、%％千億万円人件つかヶ個回名以])"
_LEAST_LENGTH = 12


def find_footnotes(lines: Sequence[Line], on_pages: bool) -> dict[Line, bool]:
    """The lines that hold footnotes, and whether one begins on each.

    A footnote begins with a raised figure or, where the file has pages of its own (`on_pages`), with a
    plain one that sticks to a word elsewhere on the page.
    """
    texts: dict[int, str] = {}
    for line in lines:
        texts[line.page] = texts.get(line.page, "") + line.text + "\n"
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
    match = _NUMBERED.match(text)
    if match is None or len(text) < _LEAST_LENGTH:
        return False
    if "http" not in text and "「" not in text and "：" not in text and not text.endswith("。"):
        return False
    call = rf"[^\W\d_A-Za-z年月第表図][」）]?{match[1]}{_NO_FIGURE}|[A-Z]{match[1]}[）)]"
    return re.search(call, page) is not None


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line goes on with the footnote of the line before it: its address, or the rest of its
    sentence."""
    if before.page != line.page:
        return False
    if line.text.startswith("http"):
        return True
    return not before.text.endswith("。") and "http" not in before.text and before.width > 1.2 * line.width
