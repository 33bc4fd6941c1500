"""A text body of a slide (a:txBody, ECMA-376 part 1, 21.1.2) in, its lines out."""

import re

from corpus.formats.office_package import Element
from corpus.formats.office_text import plain
from corpus.formats.word.numerals import numeral
from corpus.formats.word.symbols import symbol
from corpus.formats.word.xml import MC, M, chosen_branch, whole_number

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LEVELS = 9
_SCHEMES = {
    "arabic": "decimal",
    "arabicDb": "decimalFullWidth",
    "circleNumDb": "decimalEnclosedCircle",
    "circleNumWdBlack": "decimalEnclosedCircle",
    "circleNumWdWhite": "decimalEnclosedCircle",
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
    "ea1Jpn": "japaneseCounting",
    "ea1JpnChsDb": "japaneseCounting",
    "ea1JpnKor": "japaneseCounting",
}
"""20.1.10.61 ST_TextAutonumberScheme without its ending, which tells what stands around the number."""
_ENDINGS = {"ParenBoth": "({})", "ParenR": "{})", "Period": "{}.", "Plain": "{}"}
_SCHEME = re.compile(r"(\w+?)(ParenBoth|ParenR|Period|Plain)$")


def body_lines(body: Element) -> list[str]:
    """The lines of a text body, its automatic numbers and bullets written before them."""
    counts: list[tuple[str, int]] = [("", 0)] * _LEVELS
    lines: list[str] = []
    for paragraph in body.iterchildren(f"{A}p"):
        text = paragraph_text(paragraph)
        if not text.strip():
            continue
        label = _label(paragraph.find(f"{A}pPr"), counts)
        first, *more = text.split("\n")
        lines += [label + first.strip(), *(line.strip() for line in more if line.strip())]
    return lines


def paragraph_text(paragraph: Element) -> str:
    """The text of a paragraph, line breaks in it."""
    pieces: list[str] = []
    for child in paragraph:
        tag = child.tag
        if tag == f"{A}r" or (tag == f"{A}fld" and child.get("type") != "slidenum"):
            pieces += [plain(text.text or "") for text in child.iterchildren(f"{A}t")]
        elif tag == f"{A}br":
            pieces.append("\n")
        elif tag == f"{MC}AlternateContent":
            branch = chosen_branch(child)
            pieces += _maths(branch) if branch is not None else []
        elif tag != f"{A}pPr":
            pieces += _maths(child)
    return "".join(pieces)


def _maths(element: Element) -> list[str]:
    return [plain(text.text or "") for text in element.iter(f"{M}t", f"{A}t")]


def _label(properties: Element | None, counts: list[tuple[str, int]]) -> str:
    level = min(max(whole_number(properties.get("lvl"), 0), 0), _LEVELS - 1) if properties is not None else 0
    counts[level + 1 :] = [("", 0)] * (_LEVELS - level - 1)
    automatic = properties.find(f"{A}buAutoNum") if properties is not None else None
    if properties is None or automatic is None:
        counts[level] = ("", 0)
        return _bullet(properties)
    scheme = automatic.get("type", "")
    start = whole_number(automatic.get("startAt"), 1)
    kind = f"{scheme} {start}"
    number = counts[level][1] + 1 if counts[level][0] == kind else start
    counts[level] = (kind, number)
    match = _SCHEME.match(scheme)
    if match is None:
        return f"{number} "
    return f"{_ENDINGS[match[2]].format(numeral(number, _SCHEMES.get(match[1], 'decimal')))} "


def _bullet(properties: Element | None) -> str:
    bullet = properties.find(f"{A}buChar") if properties is not None else None
    if properties is None or bullet is None:
        return ""
    font = properties.find(f"{A}buFont")
    sign = plain(bullet.get("char", ""))[:1].strip()
    if not sign:
        return ""
    shown = symbol(sign, font.get("typeface", "") if font is not None else "")
    return "・" if shown in "•‣∙●・-‐–—" else shown
