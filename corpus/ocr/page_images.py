"""A file and a page number in, a picture of the page out."""

import math

import numpy as np
import pypdfium2
from PIL import Image

from corpus.formats.pdf import open_pdf
from corpus.formats.pdf_pictures import has_damaged_picture
from corpus.formats.picture import PICTURES, open_frame
from corpus.ocr.reasons import PICTURE_DAMAGED
from corpus.reader import Limits, UnreadableFile

_DOTS_PER_POINT = 300 / 72
_LONGEST_SIDE = 5000
_SHORTEST_SIDE = 1200
_INK = 0.0005
"""A page with less than this share of dark pixels has nothing on it but dust."""


def page_image(data: bytes, suffix: str, page_number: int, limits: Limits) -> Image.Image:
    """The page as it is shown, in RGB: a PDF's at 300 dots to the inch, a picture file's in its own pixels,
    smaller where it has too many of them and larger where it has too few for OCR."""
    if suffix == ".pdf":
        return draw_page(data, page_number, limits)
    if suffix not in PICTURES:
        raise UnreadableFile(f"OCR reads PDFs and pictures, not files named {suffix}")
    image = open_frame(data, page_number, limits)
    longest = max(image.size)
    if _SHORTEST_SIDE <= longest <= _LONGEST_SIDE:
        return image
    scale = _LONGEST_SIDE / longest if longest > _LONGEST_SIDE else min(2.0, _SHORTEST_SIDE / longest)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS)


def draw_page(data: bytes, page_number: int, limits: Limits) -> Image.Image:
    """A page of a PDF at 300 dots to the inch, or fewer where it would have too many pixels."""
    document = open_pdf(data)
    try:
        if not 1 <= page_number <= len(document):
            raise UnreadableFile(f"it has no page {page_number}, only pages 1 to {len(document)}")
        page = document[page_number - 1]
        width, height = page.get_size()
        if not width > 0 or not height > 0:
            raise UnreadableFile(f"page {page_number} has no size")
        scale = min(
            _DOTS_PER_POINT, _LONGEST_SIDE / max(width, height), math.sqrt(limits.pixels / (width * height))
        )
        picture: Image.Image = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
        if is_blank(picture) and has_damaged_picture(page):
            raise UnreadableFile(PICTURE_DAMAGED)
        return picture
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"page {page_number} cannot be drawn ({error})") from None
    finally:
        document.close()


def is_blank(image: Image.Image) -> bool:
    """Whether a picture is one even ground with nothing on it but dust."""
    grey = np.asarray(
        image.convert("L").resize((image.width // 4 + 1, image.height // 4 + 1), Image.Resampling.BOX)
    )
    ground = float(np.median(grey))
    return float(np.mean(np.abs(grey - ground) > 48)) < _INK
