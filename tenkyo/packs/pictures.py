"""Pages of a library in, pictures of them small enough for an office file out."""

import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice

from PIL import Image

from tenkyo.application import Application
from tenkyo.errors import TenkyoError
from tenkyo.packs.types import Found, PagePicture

SCALE = 1.9
"""Pixels per point (1/72 inch): an A4 page becomes 1,130 by 1,600 pixels, its small print readable."""
MOST_PAGES = 3
"""The most pages drawn of one passage."""
MOST_SHARED = 40
"""The most pages drawn of places that share them."""
MOST_PIXELS = 1_800
"""The longest side of a picture, in pixels."""
COLOURS = 32
"""The colours of a page of text, its smoothed edges, box and marks included."""
LARGE_PNG = 250_000
"""From this size on, in bytes, a page is taken for a photograph, which JPEG packs better."""
JPEG_QUALITY = 72


def draw_shared_pages(application: Application, found: Sequence[Found]) -> Iterator[PagePicture]:
    """Each page on which any of the places stand once, all of them boxed; otherwise as `draw_pages`."""
    pages: dict[tuple[str, int], list[Found]] = {}
    for one in found:
        if application.draws(one.document.id):
            for page in one.passage.page_numbers:
                pages.setdefault((one.document.id, page), []).append(one)
    for (document_id, page), places in islice(pages.items(), MOST_SHARED):
        spans = tuple(dict.fromkeys(span for one in places for span in one.passage.spans))
        with suppress(TenkyoError):
            png = application.place_image(document_id, page, spans, (), SCALE)
            yield compress(png, tuple(one.number for one in places), page)


def draw_pages(application: Application, found: Found) -> tuple[PagePicture, ...]:
    """The pages that a place stands on, it boxed and its quote marked; none for a format without pictures,
    nor for a page that cannot be drawn any more."""
    if not application.draws(found.document.id):
        return ()
    pictures = []
    for page in found.passage.page_numbers[:MOST_PAGES]:
        try:
            png = application.page_image(found.document.id, page, found.passage, found.quote, SCALE)
        except TenkyoError:
            continue
        pictures.append(compress(png, (found.number,), page))
    return tuple(pictures)


def compress(png: bytes, passages: tuple[int, ...], page: int) -> PagePicture:
    """A page's picture in few bytes: a PNG of few colours, or a JPEG where that is smaller (photographs)."""
    with Image.open(io.BytesIO(png)) as opened:
        picture = opened.convert("RGB")
    picture.thumbnail((MOST_PIXELS, MOST_PIXELS))
    few = _written(picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE), "PNG")
    if len(few) > LARGE_PNG:
        few = min(few, _written(picture, "JPEG", quality=JPEG_QUALITY), key=len)
    return PagePicture(passages, page, few, *picture.size)


def _written(picture: Image.Image, form: str, **how: int) -> bytes:
    written = io.BytesIO()
    picture.save(written, form, **how)
    return written.getvalue()
