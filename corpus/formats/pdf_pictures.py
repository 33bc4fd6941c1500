"""A page of a PDF in; where pictures stand on it, out."""

import ctypes
from collections.abc import Iterator
from itertools import islice

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from corpus.layout import pdfium_calls as calls
from corpus.layout.types import PageCharacters
from corpus.layout.upright import page_turn

_LEAST_SHARE = 0.05
_WORTH_READING = 0.03
_TEXT_ON_A_PAGE = 200
_MOST_READ = 8
_EDGE = 0.005
_DEEPEST = 3
_MOST_PICTURES = 500
_MOST_OBJECTS = 100_000

Area = tuple[float, float, float, float]


def picture_areas(page: pypdfium2.PdfPage, least: float = _LEAST_SHARE) -> tuple[Area, ...]:
    """The pictures that cover at least `least` of the page, in the order drawn: left, top, right, bottom in
    shares of the page as it is shown (0, 0 is its upper left corner).

    Pictures drawn in strips that touch count as one; one within another is left out.
    """
    turn = page_turn(page)
    boxes = np.array(list(_bounds(page)), dtype=np.float32).reshape(-1, 4)
    if not len(boxes) or not turn.width or not turn.height:
        return ()
    shares = turn.boxes(boxes) / np.array([turn.width, turn.height] * 2, dtype=np.float32)
    areas = _joined([(a, b, c, d) for a, b, c, d in np.clip(shares, 0, 1).tolist()])
    large = dict.fromkeys(area for area in areas if (area[2] - area[0]) * (area[3] - area[1]) >= least)
    return tuple(area for area in large if not any(_is_within(area, other) for other in large))


def _is_within(area: Area, other: Area) -> bool:
    return area != other and all(
        inner >= outer - _EDGE if side < 2 else inner <= outer + _EDGE
        for side, (inner, outer) in enumerate(zip(area, other, strict=True))
    )


def unread_pictures(page: pypdfium2.PdfPage, characters: PageCharacters) -> tuple[Area, ...]:
    """The pictures of a page that may say more than its text does, the largest first, eight at the most.

    Left out are small ones (a logo), and those that text lies on as close as on a page: the ground of a
    slide, or a scan whose text someone's OCR has put behind it.
    """
    areas = picture_areas(page, _WORTH_READING)
    if not areas:
        return ()
    size = np.array([characters.width, characters.height], dtype=np.float32)
    seen = [index for index, character in enumerate(characters.text) if not character.isspace()]
    boxes = characters.boxes[seen]
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2 / np.maximum(size, 1)
    found = []
    for area in areas:
        within = int(((middles >= area[:2]) & (middles <= area[2:])).all(axis=1).sum())
        share = (area[2] - area[0]) * (area[3] - area[1])
        if within < _TEXT_ON_A_PAGE * share:
            found.append((share, area))
    return tuple(area for _, area in sorted(found, reverse=True)[:_MOST_READ])


def picture_share(page: pypdfium2.PdfPage) -> float:
    """How much of the page its pictures cover, 0 to 1."""
    areas = picture_areas(page, 0)
    return min(sum((right - left) * (bottom - top) for left, top, right, bottom in areas), 1.0)


def has_damaged_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether a picture on the page cannot be decoded, so that nothing is drawn in its place; of many
    pictures the first ones are looked at."""
    pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST)
    return not all(map(_decodes, islice(pictures, _MOST_READ)))


def _decodes(picture: pypdfium2.PdfObject) -> bool:
    bitmap = pdfium.FPDFImageObj_GetBitmap(picture)
    if bitmap:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return bool(bitmap)


def _bounds(page: pypdfium2.PdfPage) -> Iterator[Area]:
    budget = iter(range(_MOST_OBJECTS))
    pictures = _pictures(calls.address(page), calls.count_objects, calls.page_object, budget)
    for picture in islice(pictures, _MOST_PICTURES):
        sides = [ctypes.c_float() for _ in range(4)]
        if pdfium.FPDFPageObj_GetBounds(ctypes.cast(picture, pdfium.FPDF_PAGEOBJECT), *sides):
            left, bottom, right, top = (side.value for side in sides)
            yield left, bottom, right, top


def _pictures(
    holder: int, count: calls.Count, get: calls.Get, budget: Iterator[int], depth: int = 1
) -> Iterator[int]:
    for index, _ in zip(range(count(holder)), budget, strict=False):
        item = get(holder, index)
        kind = calls.object_type(item) if item else 0
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield item
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _pictures(item, calls.count_form_objects, calls.form_object, budget, depth + 1)


def _joined(areas: list[Area]) -> list[Area]:
    """The areas with those that go on below the one drawn before, as wide as it, made one with it."""
    joined: list[Area] = []
    for area in areas:
        last = joined[-1] if joined else None
        if last and _goes_on(last, area):
            joined[-1] = (last[0], min(last[1], area[1]), last[2], max(last[3], area[3]))
        else:
            joined.append(area)
    return joined


def _goes_on(last: Area, area: Area) -> bool:
    as_wide = abs(last[0] - area[0]) < 0.01 and abs(last[2] - area[2]) < 0.01
    return as_wide and area[1] <= last[3] + 0.005 and area[3] >= last[1] - 0.005
