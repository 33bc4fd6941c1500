"""A sample document in, the texts of its pages out, as they stand in the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import docx
import openpyxl
import pypdfium2


def fold(text: str) -> str:
    """Text as the judging compares it: NFKC, white space removed."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@cache
def read_pages(path: Path) -> tuple[str, ...]:
    """The texts of a document's pages. Raises ValueError for a kind of file that the samples do not have."""
    if path.suffix not in PAGE_READERS:
        raise ValueError(f"no way to read {path.name}; known: {', '.join(PAGE_READERS)}")
    return PAGE_READERS[path.suffix](path)


def _read_pdf(path: Path) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(path) as pdf:
        return tuple(page.get_textpage().get_text_range() for page in pdf)


def _read_docx(path: Path) -> tuple[str, ...]:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return ("\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells]),)


def _read_xlsx(path: Path) -> tuple[str, ...]:
    """One page a sheet, in the order of the file."""
    book = openpyxl.load_workbook(path, data_only=True)
    return tuple(
        "\n".join(
            "\t".join(str(cell) for cell in row if cell is not None)
            for row in sheet.iter_rows(values_only=True)
        )
        for sheet in book.worksheets
    )


class _HtmlText(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def _read_html(path: Path) -> tuple[str, ...]:
    parser = _HtmlText()
    parser.feed(path.read_text(encoding="utf-8"))
    return ("\n".join(parser.texts),)


def _read_markdown(path: Path) -> tuple[str, ...]:
    """The text with the rules between a table's cells taken out."""
    return (path.read_text(encoding="utf-8").replace("|", " "),)


def _read_text(path: Path) -> tuple[str, ...]:
    return (path.read_text(encoding="utf-8"),)


PAGE_READERS: dict[str, Callable[[Path], tuple[str, ...]]] = {
    ".pdf": _read_pdf, ".docx": _read_docx, ".xlsx": _read_xlsx, ".html": _read_html,
    ".txt": _read_text, ".md": _read_markdown,
}  # fmt: skip
