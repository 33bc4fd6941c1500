"""An engine's lines in, a page's text with its boxes and tables out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from corpus.layout.grids import find_grids
from corpus.layout.page_layout import PageLayout, lay_out
from corpus.layout.types import Floats
from corpus.ocr.amounts import close_amounts, without_specks
from corpus.ocr.look_alikes import put_look_alikes_right
from corpus.ocr.scanned_characters import ScannedCharacters, scanned_characters
from corpus.ocr.subtotal_rules import without_subtotal_rules
from corpus.ocr.sure_tables import sure_tables
from corpus.ocr.types import OcrLine
from corpus.ocr.uprighting import Uprighting, find_uprighting
from corpus.types import Box, Table

_NOT_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
"""A scan's lines are not level enough to tell a footnote's raised number from a figure."""


@dataclass(frozen=True, slots=True)
class ScannedText:
    """What was read on a picture: text in reading order, where it stands, its tables (of page `number`), and
    the mean over its characters of the engine's confidence."""

    text: str
    boxes: tuple[Box, ...]
    tables: tuple[Table, ...]
    confidence: float


def compose_text(lines: Sequence[OcrLine], image: Image.Image, number: int = 1) -> ScannedText:
    """The text of a picture's lines as the layout of a PDF's page gives it: rows down the page, columns one
    after the other, the cells of a table's row parted by tabs."""
    if not lines:
        return ScannedText("", (), (), 0.0)
    uprighting = find_uprighting(lines, image.size)
    characters = scanned_characters([_put_right(line) for line in lines], image, uprighting)
    page = without_subtotal_rules(characters.page)
    layout = lay_out(page, number, sure_tables(page, find_grids(page)))
    text = put_look_alikes_right(layout.text.translate(_NOT_RAISED))
    boxes = tuple(_boxes(layout, characters, uprighting, image.size))
    count = sum(len(line.text) for line in lines)
    confidence = sum(line.confidence * len(line.text) for line in lines) / count
    return ScannedText(text.rstrip("\n"), boxes, layout.tables, confidence)


def _put_right(line: OcrLine) -> OcrLine:
    line = without_specks(line)
    return replace(line, text=close_amounts(line.text))


def _boxes(
    layout: PageLayout, characters: ScannedCharacters, uprighting: Uprighting, size: tuple[int, int]
) -> Iterator[Box]:
    """A box for each stretch of the text that is of one line of the engine's."""
    stretch: list[tuple[int, int]] = []
    for run in layout.runs:
        for offset in range(run.length):
            place, source = run.start + offset, run.source + offset
            follows = stretch and characters.lines[stretch[-1][1]] == characters.lines[source]
            if stretch and not (follows and place - stretch[-1][0] <= 2):
                yield _box(stretch, characters, uprighting, size)
                stretch = []
            stretch.append((place, source))
    if stretch:
        yield _box(stretch, characters, uprighting, size)


def _box(
    stretch: Sequence[tuple[int, int]],
    characters: ScannedCharacters,
    uprighting: Uprighting,
    size: tuple[int, int],
) -> Box:
    places: Floats = characters.page.boxes[[source for _, source in stretch]] / np.float32(characters.scale)
    left, top = places[:, :2].min(axis=0)
    right, bottom = places[:, 2:].max(axis=0)
    corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)])
    turn = uprighting.matrix[:, :2]
    shares = np.clip((corners - uprighting.matrix[:, 2]) @ turn / np.array(size), 0, 1)
    x0, y0 = shares.min(axis=0)
    x1, y1 = shares.max(axis=0)
    return Box(stretch[0][0], stretch[-1][0] + 1, float(x0), float(y0), float(x1), float(y1))
