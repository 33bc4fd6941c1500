"""PDFs: text by pdfium's own character indexes, and how each page was read."""

import ctypes
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from corpus import Limits
from corpus.formats.pdf import read_pdf
from corpus.legibility import is_legible
from tests.corpus_files import SIZE, write_pdf, write_picture_pdf

LINES = ["第１章　総則", "令和６年度 Cloud services 12,345 千円", "𠮷野家 ①②③"]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_runs_lead_to_the_characters_of_pdfium(tmp_path: Path, rotation: int) -> None:
    path = write_pdf(tmp_path / "a.pdf", [LINES], rotation=rotation)
    page = read_pdf(path.read_bytes(), Limits()).pages[0]
    lines = [line.replace(" ", "").replace("\u3000", "") for line in page.text.splitlines()]
    assert lines == [line.replace(" ", "").replace("\u3000", "") for line in LINES]
    sources = {run.start + at: run.source + at for run in page.runs for at in range(run.length)}
    assert set(sources) == {at for at, letter in enumerate(page.text) if not letter.isspace()}
    document = pypdfium2.PdfDocument(path)
    textpage = document[0].get_textpage()
    for offset, source in sources.items():
        code = pdfium.FPDFText_GetUnicode(textpage, source)
        assert code in range(0xD800, 0xE000) or chr(code) == page.text[offset]
    box = [ctypes.c_double() for _ in range(4)]
    assert pdfium.FPDFText_GetCharBox(textpage, sources[page.text.index("章")], *box)
    assert 60 + SIZE <= box[0].value <= 60 + 3 * SIZE, "the third letter of the first line"
    document.close()


def test_how_each_page_was_read(tmp_path: Path) -> None:
    pages = read_pdf(write_picture_pdf(tmp_path / "a.pdf").read_bytes(), Limits()).pages
    assert [(page.number, page.read_by) for page in pages] == [(1, "none"), (2, "blank"), (3, "text")]


def test_page_labels_of_the_file_are_told(tmp_path: Path) -> None:
    labels = ((0, "ROMAN_LOWER", 1), (2, "ARABIC", 1))
    path = write_pdf(tmp_path / "a.pdf", [["前"], ["目次"], ["本文"], ["本文"]], labels=labels)
    pages = read_pdf(path.read_bytes(), Limits()).pages
    assert [page.label for page in pages] == ["i", "ii", "1", "2"]


@pytest.mark.parametrize("text", ["令和６年度 第1章", "①②③Ⅳ㈱㎡", "ＡＢＣ－１，０００円", "△12.5％〃"])
def test_letters_of_offices_are_legible(text: str) -> None:
    assert is_legible(text)


def test_nonsense_of_broken_fonts_is_not_legible() -> None:
    assert not is_legible("èÿßî Õ ÑÝ1")
