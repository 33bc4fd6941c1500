"""A file and a page number in, the page as OCR reads it out."""

from corpus.ocr.composing import compose_text
from corpus.ocr.engine_errors import read_lines
from corpus.ocr.page_images import is_blank, page_image
from corpus.ocr.picture_areas import read_picture_areas
from corpus.ocr.reasons import NO_TEXT_FOUND, low_confidence
from corpus.ocr.types import OcrEngine
from corpus.reader import Limits
from corpus.types import Page

READING_VERSION = 3
"""Counts up whenever the same picture and engine give another text."""


def read_scanned_page(data: bytes, suffix: str, page_number: int, limits: Limits, engine: OcrEngine) -> Page:
    """Page `page_number` (from 1) of a PDF or a picture file, as OCR reads it; its label is not known.

    `suffix` is the file's, in lower case with its dot. A page with nothing on it is blank; one whose picture
    holds no text stays unread, with a reason; of a page with text only what its pictures say is read. Raises
    UnreadableFile and OcrUnavailable.
    """
    if suffix == ".pdf":
        found_in_pictures = read_picture_areas(data, page_number, limits, engine)
        if found_in_pictures is not None:
            return found_in_pictures
    image = page_image(data, suffix, page_number, limits)
    lines = read_lines(image, engine)
    if not lines:
        if is_blank(image):
            return Page(page_number, None, "", "blank")
        return Page(page_number, None, "", "none", reason=NO_TEXT_FOUND)
    found = compose_text(lines, image, page_number)
    return Page(
        page_number,
        None,
        found.text,
        "ocr",
        confidence=round(found.confidence, 4),
        reason=low_confidence(found.confidence),
        boxes=found.boxes,
        tables=found.tables,
    )
