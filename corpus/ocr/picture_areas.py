"""A PDF page that has text and large pictures in, what its pictures say out."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pypdfium2
from PIL import Image

from corpus.formats.pdf import open_pdf, read_page
from corpus.formats.pdf_pictures import Area, unread_pictures
from corpus.layout.characters import page_characters
from corpus.layout.types import Floats
from corpus.ocr.composing import compose_text
from corpus.ocr.engine_errors import read_lines
from corpus.ocr.page_images import draw_page
from corpus.ocr.reasons import PICTURES_NOT_READ
from corpus.ocr.types import OcrEngine, OcrLine, Quad
from corpus.reader import Limits, UnreadableFile
from corpus.types import Box, Page

_LEAST_CONFIDENCE = 0.8
"""Photographs are full of what is nearly text."""
_FEWEST_CHARACTERS = 12
"""A picture with less text is a logo or a photograph."""
_ALREADY_TEXT = 0.5
"""A line over which the page has this share of as many characters is in its text already."""


def read_picture_areas(data: bytes, page_number: int, limits: Limits, engine: OcrEngine) -> Page | None:
    """What OCR reads in the pictures of a PDF's page that has text, as a page of its own; None for any other
    page. What stands in the page's text already is left out. Raises UnreadableFile.
    """
    found = _look_at(data, page_number)
    if found is None:
        return None
    areas, written = found
    image = draw_page(data, page_number, limits)
    text, boxes, sure = "", list[Box](), list[float]()
    for area in areas:
        lines = [line for line in _read_area(image, area, engine) if _is_new(line, written, image.size)]
        if sum(len(line.text) for line in lines) < _FEWEST_CHARACTERS:
            continue
        read = compose_text(lines, image, page_number)
        start = len(text) + 1 if text else 0
        text = text + "\n" + read.text if text else read.text
        boxes += (replace(box, start=box.start + start, end=box.end + start) for box in read.boxes)
        sure.append(read.confidence)
    confidence = round(min(sure), 4) if sure else None
    return Page(page_number, None, text, "ocr", confidence=confidence, boxes=tuple(boxes))


def _look_at(data: bytes, page_number: int) -> tuple[Sequence[Area], Floats] | None:
    """The pictures to be read on a page, and the middles (x, y) of its characters, both in shares of it; None
    where OCR is to read no pictures beside its text."""
    document = open_pdf(data)
    try:
        if not 1 <= page_number <= len(document):
            return None
        if read_page(document, page_number).reason != PICTURES_NOT_READ:
            return None
        page = document[page_number - 1]
        characters = page_characters(page, page.get_textpage())
        areas = unread_pictures(page, characters)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"page {page_number} cannot be read ({error})") from None
    finally:
        document.close()
    seen = [index for index, character in enumerate(characters.text) if not character.isspace()]
    boxes = characters.boxes[seen]
    middles = np.stack([boxes[:, [0, 2]].mean(axis=1), boxes[:, [1, 3]].mean(axis=1)], axis=1)
    return areas, (middles / [characters.width or 1, characters.height or 1]).astype(np.float32)


def _read_area(image: Image.Image, area: Area, engine: OcrEngine) -> list[OcrLine]:
    left, top = round(area[0] * image.width), round(area[1] * image.height)
    right, bottom = round(area[2] * image.width), round(area[3] * image.height)
    if right - left < 8 or bottom - top < 8:
        return []
    return [_moved(line, left, top) for line in read_lines(image.crop((left, top, right, bottom)), engine)]


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
