"""The characters of a cell in; its lines out, each told whether it is an amount."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.layout.types import PageCharacters
from corpus.normalising import squeeze

_SAME_LINE = 0.45
_LEAST_DOWN = 2
_STRAIGHT = 0.35
_FIGURES = r"\d+(?:,\d+)*(?:\.\d+)?"
_UNIT = (
    r"(?:%|[百千十]?[万億]?円|千円|人|件|台|名|時間|回|か所|箇所|枚|本|戸|棟|校|園"
    r"|m2|m|km|ha|t|kg|kWh|ポイント|pt)?"
)
_AMOUNT = re.compile(rf"[((〔\[]?[△▲+\-−±約]?{_FIGURES}{_UNIT}[)\]〕)]?|[〃\-―‐–—ー−…]+|皆[増減]|\"|々")
_STRICT = re.compile(rf"[(\[]?[△▲+\-−±]?{_FIGURES}%?[)\]]?")
_MARK = re.compile(
    r"[○◯〇●◎◇◆■□▼▽・※*☆★]|[①-⑳]|\(\d{1,3}\)|\([ア-ンa-z一-十]\)|\d{1,3}[.、)]"
    r"|\d{1,3}(?=[^\d,.年月日人件%])|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|第\d+"
)
_UNITS = frozenset(
    ["円", "千円", "百万円", "億円", "万円", "%", "人", "件", "台", "戸", "回", "m2", "ha", "km"]
)


@dataclass(frozen=True, slots=True, eq=False)
class TextLine:
    """A line: its characters (indexes, in reading order), their text, the box around them in points."""

    characters: tuple[int, ...]
    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way between its top and bottom."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """The height of its box in points: about one em."""
        return self.bottom - self.top

    @property
    def is_amount(self) -> bool:
        """Whether all of it is one figure, with its sign and unit, or stands for one (〃, －)."""
        return bool(_AMOUNT.fullmatch(squeeze(self.text)))

    @property
    def is_figure(self) -> bool:
        """Whether all of it is one figure with a sign at most."""
        return bool(_STRICT.fullmatch(squeeze(self.text)))

    @property
    def is_marked(self) -> bool:
        """Whether it begins as an item of a list does: 1. ○ (1) ①."""
        return bool(_MARK.match(squeeze(self.text)))


def is_unit(line: TextLine) -> bool:
    """Whether a line is the unit of the amounts below it."""
    return squeeze(line.text).strip("()") in _UNITS


def text_line(page: PageCharacters, characters: Sequence[int]) -> TextLine:
    """The line of these characters, given in reading order."""
    boxes = page.boxes[list(characters)]
    left, top = boxes[:, :2].min(axis=0).tolist()
    right, bottom = boxes[:, 2:].max(axis=0).tolist()
    return TextLine(
        tuple(characters), "".join(page.text[index] for index in characters), left, top, right, bottom
    )


def cell_lines(page: PageCharacters, characters: Sequence[int]) -> list[TextLine]:
    """The lines of a cell's characters from top to bottom; one whose characters stand one below the other
    is a single line."""
    placed = sorted(
        ((float(box[1] + box[3]) / 2, float(box[3] - box[1]), index)
         for box, index in zip(page.boxes[list(characters)].tolist(), characters, strict=True)),
    )  # fmt: skip
    lines: list[list[int]] = []
    sums: list[float] = []
    height = 0.0
    for middle, tall, index in placed:
        if lines and abs(middle - sums[-1] / len(lines[-1])) <= _SAME_LINE * max(height, tall):
            lines[-1].append(index)
            sums[-1] += middle
            height = max(height, tall)
        else:
            lines.append([index])
            sums.append(middle)
            height = tall
    found = [text_line(page, sorted(line, key=lambda index: float(page.boxes[index, 0]))) for line in lines]
    if _runs_down(found):
        return [text_line(page, [index for line in found for index in line.characters])]
    return found


def _runs_down(lines: Sequence[TextLine]) -> bool:
    """Whether lines of a letter each stand straight one below the other."""
    if len(lines) < _LEAST_DOWN or not all(_is_letter(line) for line in lines):
        return False
    if all(line.is_figure for line in lines):
        return False
    middles = [(line.left + line.right) / 2 for line in lines]
    return max(middles) - min(middles) <= _STRAIGHT * max(line.height for line in lines)


def _is_letter(line: TextLine) -> bool:
    return len(line.text) == 1 or (len(line.text) == 2 and line.text.isascii() and line.text.isdigit())


def split_at_gaps(page: PageCharacters, line: TextLine, widest: float) -> list[TextLine]:
    """The line parted where a gap is wider than `widest` times its height."""
    boxes = page.boxes
    parts: list[list[int]] = [[line.characters[0]]]
    for before, after in pairwise(line.characters):
        if float(boxes[after, 0] - boxes[before, 2]) > widest * line.height:
            parts.append([])
        parts[-1].append(after)
    return [line] if len(parts) == 1 else [text_line(page, part) for part in parts]


def joined(first: TextLine, second: TextLine) -> TextLine:
    """The line of two, the second right of the first."""
    return replace(
        first,
        characters=first.characters + second.characters,
        text=first.text + second.text,
        left=min(first.left, second.left),
        top=min(first.top, second.top),
        right=max(first.right, second.right),
        bottom=max(first.bottom, second.bottom),
    )
