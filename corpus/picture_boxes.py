"""Places in a page's text in; their boxes in a picture of the page out."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.types import Box, Page, Span


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A rectangle in the picture, in pixels from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """Its width in pixels."""
        return self.right - self.left

    def joined(self, other: "PictureBox") -> "PictureBox":
        """The smallest box around both."""
        return PictureBox(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


def text_boxes(
    drawn: pypdfium2.PdfPage, page: Page, spans: Iterable[Span], size: tuple[int, int]
) -> list[PictureBox]:
    """One box for each line of the spans that the file's own text holds, in a picture of `size` pixels."""
    textpage = drawn.get_textpage()
    try:
        return [
            box
            for span in spans
            for box in line_boxes(
                character_box(drawn, textpage, size, index) for index in _sources(page, span)
            )
        ]
    finally:
        textpage.close()


def _sources(page: Page, span: Span) -> Iterator[int]:
    for run in page.runs:
        for offset in range(max(run.start, span.start), min(run.start + run.length, span.end)):
            yield run.source + offset - run.start


def scanned_boxes(page: Page, spans: Iterable[Span], size: tuple[int, int]) -> list[PictureBox]:
    """One box for each stretch of the spans that OCR read, in a picture of `size` pixels."""
    return [_part(box, span, size) for span in spans for box in page.boxes if _meets(box, span)]


def _meets(box: Box, span: Span) -> bool:
    return box.start < span.end and span.start < box.end


def _part(box: Box, span: Span, size: tuple[int, int]) -> PictureBox:
    """The part of a line's box that a span takes up, as if its letters were all as wide."""
    width, height = size
    left, top, right, bottom = box.left * width, box.top * height, box.right * width, box.bottom * height
    length = box.end - box.start
    first, last = max(span.start - box.start, 0) / length, min(span.end - box.start, length) / length
    if bottom - top > right - left and length > 1:
        return PictureBox(left, top + first * (bottom - top), right, top + last * (bottom - top))
    return PictureBox(left + first * (right - left), top, left + last * (right - left), bottom)


def character_box(
    page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, size: tuple[int, int], index: int
) -> PictureBox | None:
    """The box of one character in a picture of `size` pixels, turned as the page is; None for what has no
    place."""
    rectangle = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(textpage, index, rectangle):
        return None
    if rectangle.right == rectangle.left or rectangle.top == rectangle.bottom:
        return None
    x0, y0 = _device_point(page, size, rectangle.left, rectangle.top)
    x1, y1 = _device_point(page, size, rectangle.right, rectangle.bottom)
    return PictureBox(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _device_point(page: pypdfium2.PdfPage, size: tuple[int, int], x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
    return across.value, down.value


def line_boxes(characters: Iterable[PictureBox | None]) -> list[PictureBox]:
    """One box for each line of characters that follow each other: across the page, or down it in vertical
    writing."""
    lines: list[PictureBox] = []
    last: PictureBox | None = None
    for box in characters:
        if box is None:
            continue
        if last is not None and (_same_row(last, box) or _same_column(last, box)):
            lines[-1] = lines[-1].joined(box)
        else:
            lines.append(box)
        last = box
    return lines


def _same_row(first: PictureBox, second: PictureBox) -> bool:
    overlap = min(first.bottom, second.bottom) - max(first.top, second.top)
    gap = max(second.left - first.right, first.left - second.right)
    return overlap > 0.5 * min(first.height, second.height) and gap < 4 * max(first.height, second.height)


def _same_column(first: PictureBox, second: PictureBox) -> bool:
    overlap = min(first.right, second.right) - max(first.left, second.left)
    gap = second.top - first.bottom
    tall = max(first.height, second.height)
    return overlap > 0.8 * min(first.width, second.width) and -0.3 * tall < gap < 0.5 * tall


def _touches(first: PictureBox, second: PictureBox) -> bool:
    return _same_row(first, second) and second.left - first.right < second.height


def _runs_down(box: PictureBox) -> bool:
    return box.height > 3 * box.width


def merged_boxes(boxes: Sequence[PictureBox]) -> list[PictureBox]:
    """The boxes with those of one line that touch made one."""
    merged: list[PictureBox] = []
    for box in boxes:
        if merged and not _runs_down(box) and _touches(merged[-1], box):
            merged[-1] = merged[-1].joined(box)
        else:
            merged.append(box)
    return merged
