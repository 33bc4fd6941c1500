"""An engine's lines in, a page's text with its boxes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from PIL import Image

from corpus.ocr.amounts import close_amounts
from corpus.ocr.cells import CellRow, joint, part_cells
from corpus.ocr.look_alikes import put_look_alikes_right
from corpus.ocr.reading_order import is_vertical, order_rows
from corpus.ocr.types import OcrLine
from corpus.ocr.upright_rules import UprightRule, find_upright_rules
from corpus.ocr.uprighting import Uprighting, UprightLine, find_uprighting, upright_lines
from corpus.types import Box

_RULE_HEIGHTS = 2.5
"""A rule that parts columns is at least this many line heights long."""

_FEWEST_RULES = 3
_THROUGH = 0.6


@dataclass(frozen=True, slots=True)
class ScannedText:
    """What was read on a picture: text in reading order, where it stands, the mean over its characters of
    the engine's confidence."""

    text: str
    boxes: tuple[Box, ...]
    confidence: float


def compose_text(lines: Sequence[OcrLine], image: Image.Image, page: bool = True) -> ScannedText:
    """The text of a picture's lines: rows down the page, the cells of a row parted by tabs.

    Of a picture on a page (`page` False) only what rules part is a table: the words of a drawing or a chart
    that happen to stand side by side are not its cells.
    """
    if not lines:
        return ScannedText("", (), 0.0)
    uprighting = find_uprighting(lines, image.size)
    upright = upright_lines(lines, uprighting)
    rules: Sequence[UprightRule] = ()
    plain = is_vertical(upright)
    if not plain:
        rules = find_upright_rules(image, uprighting, _RULE_HEIGHTS * median(line.height for line in upright))
        plain = not page and not _is_ruled_table(upright, rules)
    writer = _Writer(uprighting, image.size)
    rows = order_rows(upright, rules)
    for row in [CellRow((row.lines,)) for row in rows] if plain else part_cells(rows, rules):
        writer.write_row(row.cells)
    characters = sum(len(line.text) for line in lines)
    confidence = sum(line.confidence * len(line.text) for line in lines) / characters
    return ScannedText("\n".join(writer.rows), tuple(writer.boxes), confidence)


def _is_ruled_table(lines: Sequence[UprightLine], rules: Sequence[UprightRule]) -> bool:
    top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
    through = [
        rule for rule in rules if min(rule.bottom, bottom) - max(rule.top, top) > _THROUGH * (bottom - top)
    ]
    return len(through) >= _FEWEST_RULES


class _Writer:
    """Puts rows together to a text and keeps where each piece stands on the page as it is shown."""

    def __init__(self, uprighting: Uprighting, size: tuple[int, int]) -> None:
        turn = uprighting.matrix[:, :2]
        self._back = turn.T, uprighting.matrix[:, 2]
        self._size = np.array(size)
        self.rows: list[str] = []
        self.boxes: list[Box] = []
        self._offset = 0

    def write_row(self, cells: Sequence[Sequence[UprightLine]]) -> None:
        """Adds one row."""
        row = ""
        for number, cell in enumerate(cells):
            row += "\t" if number else ""
            for place, line in enumerate(cell):
                row += joint(cell[place - 1], line) if place else ""
                text = close_amounts(put_look_alikes_right(line.line.text.strip()))
                start = self._offset + len(row)
                row += text
                self.boxes.append(self._box(start, start + len(text), line))
        self.rows.append(row)
        self._offset += len(row) + 1

    def _box(self, start: int, end: int, line: UprightLine) -> Box:
        turn_back, shift = self._back
        corners = np.array(
            [
                (line.left, line.top),
                (line.right, line.top),
                (line.right, line.bottom),
                (line.left, line.bottom),
            ]
        )
        shares = np.clip((corners - shift) @ turn_back.T / self._size, 0, 1)
        left, top = shares.min(axis=0)
        right, bottom = shares.max(axis=0)
        return Box(start, end, float(left), float(top), float(right), float(bottom))
