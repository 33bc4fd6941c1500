"""A page and places in its text in, a picture with the places marked out."""

import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from corpus.formats.pdf import open_pdf
from corpus.picture_boxes import PictureBox, merged_boxes, scanned_boxes, text_boxes
from corpus.picture_files import PICTURE_SUFFIXES, open_picture
from corpus.reader import Limits, UnreadableFile
from corpus.types import Page, Span

_BOX_LINE = (196, 60, 30, 255)
_BOX_FILL = (255, 214, 102, 56)
_MARK_FILL = (255, 186, 0, 120)
_PADDING = 2.0
_PIXELS_TO_THE_POINT_OF_A_SCAN = 150 / 72


def render_page(
    path: Path,
    page: Page,
    spans: Sequence[Span] = (),
    highlights: Sequence[Span] = (),
    scale: float = 1.8,
    limits: Limits | None = None,
) -> bytes:
    """A PNG of a page of a PDF or of a picture file, `scale` pixels to the point (1/72 inch).

    The lines of `spans` on this page are boxed, those of `highlights` marked more strongly, where the page's
    `runs` and `boxes` tell their places; spans of other pages are left out. A picture with more pixels than
    the limits allow is drawn smaller. Raises UnreadableFile where the file is no readable PDF or picture or
    has no such page.
    """
    limits = limits or Limits()
    here = [span for span in spans if span.page == page.number]
    marked = [span for span in highlights if span.page == page.number]
    if path.suffix.lower() in PICTURE_SUFFIXES:
        picture = open_picture(path, page.number, limits)
        picture.thumbnail(_shown_size(picture.size, scale))
        boxes, marks = (scanned_boxes(page, stretch, picture.size) for stretch in (here, marked))
    else:
        picture, boxes, marks = _pdf_page(path, page, here, marked, scale, limits)
    return _png(draw_boxes(picture, merged_boxes(boxes), merged_boxes(marks)))


def _shown_size(size: tuple[int, int], scale: float) -> tuple[int, int]:
    """A scan's size as shown: that of a page scanned at 150 dots to the inch, at `scale`, never enlarged."""
    share = min(scale / _PIXELS_TO_THE_POINT_OF_A_SCAN, 1.0)
    return max(int(size[0] * share), 1), max(int(size[1] * share), 1)


def _pdf_page(
    path: Path, page: Page, spans: Sequence[Span], highlights: Sequence[Span], scale: float, limits: Limits
) -> tuple[Image.Image, list[PictureBox], list[PictureBox]]:
    try:
        document = open_pdf(path.read_bytes())
    except OSError as error:
        raise UnreadableFile(f"it cannot be read from the disk ({error.strerror})") from None
    try:
        if not 1 <= page.number <= len(document):
            raise UnreadableFile(f"it has no page {page.number}, only pages 1 to {len(document)}")
        drawn = document[page.number - 1]
        width, height = drawn.get_size()
        scale = min(scale, (limits.pixels / max(width * height, 1)) ** 0.5)
        picture = drawn.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
        boxes, marks = (
            [*text_boxes(drawn, page, stretch, picture.size), *scanned_boxes(page, stretch, picture.size)]
            for stretch in (spans, highlights)
        )
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"page {page.number} cannot be drawn ({error})") from None
    finally:
        document.close()
    return picture, boxes, marks


def draw_boxes(picture: Image.Image, boxes: Sequence[PictureBox], marks: Sequence[PictureBox]) -> Image.Image:
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


def _padded(box: PictureBox) -> tuple[float, float, float, float]:
    return box.left - _PADDING, box.top - _PADDING, box.right + _PADDING, box.bottom + _PADDING


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    # Level 3 takes half the time of the usual 6, and pages of text become no larger.
    picture.save(buffer, "PNG", compress_level=3)
    return buffer.getvalue()
