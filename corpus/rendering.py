"""A page and places in its text in, a picture with the places marked out."""

import ctypes
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageDraw

from corpus.formats.pdf import open_pdf
from corpus.reader import Limits, UnreadableFile
from corpus.types import Span

_BOX_LINE = (196, 60, 30, 255)
_BOX_FILL = (255, 214, 102, 56)
_MARK_FILL = (255, 186, 0, 120)
_PADDING = 2.0


@dataclass(frozen=True, slots=True)
class Box:
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

    def joined(self, other: "Box") -> "Box":
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


def render_page(
    path: Path,
    page_number: int,
    spans: Sequence[Span] = (),
    highlights: Sequence[Span] = (),
    scale: float = 1.8,
    limits: Limits | None = None,
) -> bytes:
    """A PNG of page `page_number` (from 1) of a PDF, `scale` pixels to the point (1/72 inch).

    The lines of `spans` on this page are boxed, those of `highlights` marked more strongly; spans of other
    pages are left out. A picture with more pixels than the limits allow is drawn smaller. Raises
    UnreadableFile where the file is no readable PDF or has no such page.
    """
    limits = limits or Limits()
    try:
        document = open_pdf(path.read_bytes())
    except OSError as error:
        raise UnreadableFile(f"it cannot be read from the disk ({error.strerror})") from None
    try:
        if not 1 <= page_number <= len(document):
            raise UnreadableFile(f"it has no page {page_number}, only pages 1 to {len(document)}")
        page = document[page_number - 1]
        width, height = page.get_size()
        scale = min(scale, (limits.pixels / max(width * height, 1)) ** 0.5)
        picture = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
        boxes = span_boxes(page, picture, [span for span in spans if span.page == page_number])
        marks = span_boxes(page, picture, [span for span in highlights if span.page == page_number])
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"page {page_number} cannot be drawn ({error})") from None
    finally:
        document.close()
    return _png(draw_boxes(picture, boxes, marks))


def span_boxes(page: pypdfium2.PdfPage, picture: Image.Image, spans: Iterable[Span]) -> list[Box]:
    """One box for each line that the spans cover, in the picture's pixels."""
    textpage = page.get_textpage()
    try:
        boxes = [
            box
            for span in spans
            for box in line_boxes(
                character_box(page, textpage, picture.size, index) for index in range(span.start, span.end)
            )
        ]
    finally:
        textpage.close()
    return merged_boxes(boxes)


def character_box(
    page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, size: tuple[int, int], index: int
) -> Box | None:
    """The box of one character in a picture of `size` pixels, turned as the page is; None for white space."""
    rectangle = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(textpage, index, rectangle):
        return None
    if rectangle.right == rectangle.left or rectangle.top == rectangle.bottom:
        return None
    if pdfium.FPDFText_GetUnicode(textpage, index) in (0x20, 0x0D, 0x0A, 0x3000, 0xFFFE):
        return None
    x0, y0 = _device_point(page, size, rectangle.left, rectangle.top)
    x1, y1 = _device_point(page, size, rectangle.right, rectangle.bottom)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _device_point(page: pypdfium2.PdfPage, size: tuple[int, int], x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down)
    return across.value, down.value


def line_boxes(characters: Iterable[Box | None]) -> list[Box]:
    """One box for each line of characters that follow each other: across the page, or down it in vertical
    writing."""
    lines: list[Box] = []
    last: Box | None = None
    for box in characters:
        if box is None:
            continue
        if last is not None and (_same_row(last, box) or _same_column(last, box)):
            lines[-1] = lines[-1].joined(box)
        else:
            lines.append(box)
        last = box
    return lines


def _same_row(first: Box, second: Box) -> bool:
    overlap = min(first.bottom, second.bottom) - max(first.top, second.top)
    gap = max(second.left - first.right, first.left - second.right)
    return overlap > 0.5 * min(first.height, second.height) and gap < 4 * max(first.height, second.height)


def _same_column(first: Box, second: Box) -> bool:
    overlap = min(first.right, second.right) - max(first.left, second.left)
    gap = second.top - first.bottom
    return overlap > 0.8 * min(first.width, second.width) and -0.2 * first.height < gap < 0.3 * first.height


def merged_boxes(boxes: Sequence[Box]) -> list[Box]:
    """The boxes with those of one line that touch made one."""
    merged: list[Box] = []
    for box in boxes:
        if merged and _same_row(merged[-1], box) and box.left - merged[-1].right < box.height:
            merged[-1] = merged[-1].joined(box)
        else:
            merged.append(box)
    return merged


def draw_boxes(picture: Image.Image, boxes: Sequence[Box], marks: Sequence[Box]) -> Image.Image:
    """The picture with `boxes` framed and `marks` painted over as with a text marker."""
    if not boxes and not marks:
        return picture
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    for box in boxes:
        pen.rectangle(_padded(box), fill=_BOX_FILL, outline=_BOX_LINE, width=2)
    for box in marks:
        pen.rectangle(_padded(box), fill=_MARK_FILL)
    return Image.alpha_composite(picture.convert("RGBA"), layer).convert("RGB")


def _padded(box: Box) -> tuple[float, float, float, float]:
    return box.left - _PADDING, box.top - _PADDING, box.right + _PADDING, box.bottom + _PADDING


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()
