"""A PDF in; its pages in reading order, its tables and the headings that its type sets apart, out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.formats.pdf_pictures import has_damaged_picture, picture_share, unread_pictures
from corpus.formats.signatures import is_pdf
from corpus.layout.characters import page_characters
from corpus.layout.grids import find_grids
from corpus.layout.headings import headings_by_type
from corpus.layout.page_layout import PageLayout, lay_out
from corpus.legibility import is_legible
from corpus.ocr.reasons import PICTURE_DAMAGED, PICTURES_NOT_READ
from corpus.reader import FileText, Limits, UnreadableFile
from corpus.types import Page, ReadBy

_FEW_CHARACTERS = 30
_MOST_OF_THE_PAGE = 0.5
_Name = TypeVar("_Name", str, int)
_EMPTY = PageLayout("", (), (), (), ())


@dataclass(frozen=True, slots=True)
class _ReadPage:
    page: Page
    layout: PageLayout = _EMPTY


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """The opened PDF; one encrypted for its owner alone opens too. Raises UnreadableFile."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableFile("it is encrypted and needs a password") from None
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise UnreadableFile("it is encrypted in a way that cannot be read") from None
        if not is_pdf(data):
            raise UnreadableFile("it is named .pdf but is no PDF") from None
        cut = b"%%EOF" not in data[-2048:]
        raise UnreadableFile(
            "the PDF is truncated: its end is missing" if cut else "the PDF is damaged"
        ) from None
    return document


def read_pdf(data: bytes, limits: Limits) -> FileText:
    """The pages of a PDF in reading order; their `runs` lead to pdfium's character indexes."""
    document = open_pdf(data)
    try:
        count = len(document)
        if count == 0:
            raise UnreadableFile("the PDF has no pages")
        if count > limits.pages:
            raise UnreadableFile(f"it has {count:,} pages, and a file may have {limits.pages:,}")
        read = [_read_page(document, number) for number in range(1, count + 1)]
        title = _stated(document.get_metadata_value, "Title")
    finally:
        document.close()
    headings = headings_by_type([(found.page.number, found.page.text, found.layout.lines) for found in read])
    tables = tuple(table for found in read for table in found.layout.tables)
    return FileText(
        tuple(found.page for found in read),
        count,
        headings,
        tables,
        title if title is not None and is_legible(title) else None,
    )


def _stated(get: Callable[[_Name], str], name: _Name) -> str | None:
    """A text that a PDF states outside its pages, None where it is empty or no text."""
    try:
        return get(name).strip() or None
    except UnicodeDecodeError:  # half a surrogate pair
        return None


def read_page(document: pypdfium2.PdfDocument, number: int) -> Page:
    """Page `number` (from 1) of an opened PDF, as `read_pdf` gives it."""
    return _read_page(document, number).page


def _read_page(document: pypdfium2.PdfDocument, number: int) -> _ReadPage:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return _ReadPage(Page(number, None, "", "none", reason="the page is damaged"))
    textpage = None
    try:
        textpage = page.get_textpage()
        return _laid_out(page, textpage, number, _stated(document.get_page_label, number - 1))
    except pypdfium2.PdfiumError:
        return _ReadPage(Page(number, None, "", "none", reason="the page's text is damaged"))
    finally:
        if textpage is not None:
            textpage.close()
        page.close()


def _laid_out(
    page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, number: int, label: str | None
) -> _ReadPage:
    characters = page_characters(page, textpage)
    layout = lay_out(characters, number, find_grids(characters))
    letters = sum(not character.isspace() for character in layout.text)
    if not letters and _looks_blank(page):
        if has_damaged_picture(page):
            return _ReadPage(Page(number, label, layout.text, "none", reason=PICTURE_DAMAGED))
        return _ReadPage(Page(number, label, layout.text, "blank"))
    reason = _why_not_read(page, layout.text, letters)
    how: ReadBy = "none" if reason else "text"
    if not reason and unread_pictures(page, characters):
        reason = PICTURES_NOT_READ
    found = Page(number, label, layout.text, how, reason=reason, runs=layout.runs, right=layout.right)
    return _ReadPage(found, layout)


def _why_not_read(page: pypdfium2.PdfPage, text: str, letters: int) -> str | None:
    if not letters:
        pictures = picture_share(page) > 0
        return "the page is a picture without text" if pictures else "the page's letters are drawn as shapes"
    if not is_legible(text):
        return "the page's fonts do not tell its letters"
    if letters < _FEW_CHARACTERS and picture_share(page) > _MOST_OF_THE_PAGE:
        return f"the page is a picture, and only {letters} characters on it are text"
    return None


def _looks_blank(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    longest = max(width, height, 1)
    bitmap = page.render(scale=400 / longest, grayscale=True)
    try:
        return min(bytes(bitmap.buffer), default=255) > 200
    finally:
        bitmap.close()
