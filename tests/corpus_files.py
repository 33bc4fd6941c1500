"""Small files and parsed documents that the tests of corpus/ are run on."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpus.types import Document, Page, ParsedDocument

FONT = "HeiseiKakuGo-W5"  # a font of every PDF viewer: its text can be read although no font file is at hand
SIZE = 11
LEADING = 18


def write_pdf(
    path: Path,
    pages: Sequence[Sequence[str]],
    rotation: int = 0,
    owner_password: str | None = None,
    user_password: str = "",
    labels: Sequence[tuple[int, str, int]] = (),
) -> Path:
    """Writes a PDF with a text line for each string; `labels` are (page from 0, style, first number)."""
    encryption = None
    if owner_password is not None:
        encryption = StandardEncryption(user_password, owner_password, strength=128)
    canvas = _canvas(path, encryption)
    for index, style, start in labels:
        canvas.addPageLabel(index, style=style, start=start)
    for lines in pages:
        canvas.setFont(FONT, SIZE)
        for number, line in enumerate(lines):
            canvas.drawString(60, A4[1] - 60 - number * LEADING, line)
        canvas.showPage()
    canvas.save()
    if rotation:
        _turn(path, rotation)
    return path


def _turn(path: Path, rotation: int) -> None:
    document = pypdfium2.PdfDocument(path.read_bytes())
    for index in range(len(document)):
        document[index].set_rotation(rotation)
    document.save(path)
    document.close()


def write_picture_pdf(path: Path) -> Path:
    """Writes a PDF whose first page is a picture only, its second empty, its third text."""
    from PIL import Image, ImageDraw
    from reportlab.lib.utils import ImageReader

    picture = Image.new("L", (600, 800), 255)
    ImageDraw.Draw(picture).rectangle((100, 100, 500, 300), fill=0)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    buffer.seek(0)
    canvas = _canvas(path, None)
    canvas.drawImage(ImageReader(buffer), 0, 0, *A4)
    canvas.showPage()
    canvas.showPage()
    canvas.setFont(FONT, SIZE)
    canvas.drawString(60, 700, "本文のある頁です。")
    canvas.showPage()
    canvas.save()
    return path


def _canvas(path: Path, encryption: Any) -> Any:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return Canvas(str(path), pagesize=A4, encrypt=encryption)


def pages_of(*texts: str, labels: Sequence[str | None] = ()) -> tuple[Page, ...]:
    """Pages with the texts given, numbered from 1."""
    told = [*labels, *([None] * (len(texts) - len(labels)))]
    return tuple(
        Page(number, label, text, "text" if text.strip() else "blank")
        for number, (text, label) in enumerate(zip(texts, told, strict=True), 1)
    )


def parsed_pages(*texts: str, labels: Sequence[str | None] = ()) -> ParsedDocument:
    """A document with pages of its own."""
    return ParsedDocument(_document(len(texts)), pages_of(*texts, labels=labels))


def parsed_text(text: str) -> ParsedDocument:
    """A plain text: one page, none of its own."""
    return ParsedDocument(_document(0), pages_of(text))


def _document(page_count: int) -> Document:
    return Document("ab" * 32, "試験.txt", "試験", None, None, None, page_count)
