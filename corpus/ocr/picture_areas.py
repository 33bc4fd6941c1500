"""A PDF page that has text and large pictures in, the page with the text of its pictures out."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pypdfium2
from PIL import Image

from corpus.formats.pdf import open_pdf
from corpus.formats.pdf_pictures import picture_areas
from corpus.layout.characters import page_characters
from corpus.layout.types import Floats
from corpus.ocr.composing import compose_text
from corpus.ocr.pages import draw_page
from corpus.ocr.types import OcrEngine, OcrLine, Quad
from corpus.reader import Limits, UnreadableFile
from corpus.types import Page

_MOST_AREAS = 8
_LEAST_SHARE = 0.03
"""Of the page: a chart in one column has more, a logo less."""
_LEAST_CONFIDENCE = 0.8
"""Photographs are full of what is nearly text."""
_FEWEST_CHARACTERS = 12
"""A picture with less text is a logo or a photograph."""
_ALREADY_TEXT = 0.5
"""A line over which the page has this share of as many characters is in its text already."""


def read_picture_areas(data: bytes, page: Page, limits: Limits, engine: OcrEngine) -> Page:
    """The page of a PDF with what OCR reads in its pictures after its own text, as lines with boxes.

    What stands in the page's text already is left out; a page without large pictures, or with nothing to read
    in them, comes back as it is. Raises UnreadableFile.
    """
    areas, written = _look_at(data, page.number)
    if not areas:
        return page
    image = draw_page(data, page.number, limits)
    text, boxes = page.text, list(page.boxes)
    for area in areas:
        read = _read_area(image, area, engine)
        lines = [line for line in read if _is_new(line, written, image.size)]
        if sum(len(line.text) for line in lines) < _FEWEST_CHARACTERS:
            continue
        found = compose_text(lines, image, page.number)
        start = len(text) + 1 if text else 0
        text = text + "\n" + found.text if text else found.text
        boxes += (replace(box, start=box.start + start, end=box.end + start) for box in found.boxes)
    return replace(page, text=text, boxes=tuple(boxes))


def _look_at(data: bytes, page_number: int) -> tuple[Sequence[tuple[float, float, float, float]], Floats]:
    """The largest pictures of a page, and the middles (x, y) of its characters; both in shares of it."""
    document = open_pdf(data)
    try:
        page = document[page_number - 1]
        areas = sorted(
            picture_areas(page, _LEAST_SHARE), key=lambda area: -(area[2] - area[0]) * (area[3] - area[1])
        )
        characters = page_characters(page, page.get_textpage())
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise UnreadableFile(f"page {page_number} cannot be read ({error})") from None
    finally:
        document.close()
    seen = [index for index, character in enumerate(characters.text) if not character.isspace()]
    boxes = characters.boxes[seen]
    middles = np.stack([boxes[:, [0, 2]].mean(axis=1), boxes[:, [1, 3]].mean(axis=1)], axis=1)
    return areas[:_MOST_AREAS], (middles / [characters.width or 1, characters.height or 1]).astype(np.float32)


def _read_area(
    image: Image.Image, area: tuple[float, float, float, float], engine: OcrEngine
) -> list[OcrLine]:
    left, top = round(area[0] * image.width), round(area[1] * image.height)
    right, bottom = round(area[2] * image.width), round(area[3] * image.height)
    if right - left < 8 or bottom - top < 8:
        return []
    return [_moved(line, left, top) for line in engine(image.crop((left, top, right, bottom)))]


def _moved(line: OcrLine, across: int, down: int) -> OcrLine:
    a, b, c, d = ((x + across, y + down) for x, y in line.box)
    box: Quad = (a, b, c, d)
    return replace(line, box=box)


def _is_new(line: OcrLine, written: Floats, size: tuple[int, int]) -> bool:
    """Whether a line reads well and does not stand in the page's text already."""
    corners = np.array(line.box) / size
    low, high = corners.min(axis=0), corners.max(axis=0)
    inside = int(((written >= low) & (written <= high)).all(axis=1).sum())
    return line.confidence >= _LEAST_CONFIDENCE and inside < _ALREADY_TEXT * len(line.text)
