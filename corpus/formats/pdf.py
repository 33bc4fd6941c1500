"""A PDF in, its pages out: pdfium's text, character by character."""

import ctypes
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.formats.signatures import is_pdf
from corpus.legibility import is_legible
from corpus.reader import FileText, Limits, UnreadableFile
from corpus.types import Page, ReadBy

_FEW_CHARACTERS = 30
_MOST_OF_THE_PAGE = 0.5
_SURROGATES = range(0xD800, 0xE000)
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


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
    """The pages of a PDF; each character of a page's text is pdfium's character of the same index."""
    document = open_pdf(data)
    try:
        count = len(document)
        if count == 0:
            raise UnreadableFile("the PDF has no pages")
        if count > limits.pages:
            raise UnreadableFile(f"it has {count:,} pages, and a file may have {limits.pages:,}")
        pages = tuple(_read_page(document, number) for number in range(1, count + 1))
    finally:
        document.close()
    return FileText(pages, count)


def page_characters(textpage: pypdfium2.PdfTextPage) -> str:
    """The text of a page, one character for each of pdfium's character indexes."""
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    units = buffer[: max(written - 1, 0)]
    if written - 1 != count:
        units = [pdfium.FPDFText_GetUnicode(textpage, index) for index in range(count)]
    if any(unit in _SURROGATES for unit in units):
        return _joined_surrogates(units)
    return "".join(map(_character, units))


def _joined_surrogates(units: Sequence[int]) -> str:
    """The text of UTF-16 units, one character each: a pair's first half its letter, its second noise."""
    characters: list[str] = []
    for index, unit in enumerate(units):
        after = units[index + 1] if index + 1 < len(units) else 0
        before = units[index - 1] if index else 0
        if unit in _HIGH and after in _LOW:
            characters.append(chr(0x10000 + ((unit - _HIGH.start) << 10) + after - _LOW.start))
        elif unit in _LOW and before in _HIGH:
            characters.append("\u200b")
        else:
            characters.append(_character(unit))
    return "".join(characters)


def _character(code: int) -> str:
    if code == 0:
        return " "
    return "\ufffd" if code in _SURROGATES or code > 0x10FFFF else chr(code)


def _read_page(document: pypdfium2.PdfDocument, number: int) -> Page:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return Page(number, None, "", "none")
    textpage = None
    try:
        textpage = page.get_textpage()
        text = page_characters(textpage)
        return Page(number, document.get_page_label(number - 1) or None, text, _read_by(page, text))
    except pypdfium2.PdfiumError:
        return Page(number, None, "", "none")
    finally:
        if textpage is not None:
            textpage.close()
        page.close()


def _read_by(page: pypdfium2.PdfPage, text: str) -> ReadBy:
    letters = [character for character in text if not character.isspace()]
    if not letters:
        return "blank" if _looks_blank(page) else "none"
    if not is_legible(text):
        return "none"
    if len(letters) < _FEW_CHARACTERS and _image_share(page) > _MOST_OF_THE_PAGE:
        return "none"
    return "text"


def _image_share(page: pypdfium2.PdfPage) -> float:
    width, height = page.get_size()
    area = 0.0
    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        area += max(right - left, 0) * max(top - bottom, 0)
    return area / (width * height) if width * height else 0.0


def _looks_blank(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    longest = max(width, height, 1)
    bitmap = page.render(scale=400 / longest, grayscale=True)
    try:
        return min(bytes(bitmap.buffer), default=255) > 200
    finally:
        bitmap.close()
