import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.formats.pdf import read_pdf
from corpus.formats.picture import read_picture
from corpus.ocr import engines, tesseract
from corpus.ocr.engines import DEFAULT_ENGINE, ENGINES, engine_fingerprint, load_engine
from corpus.ocr.page_images import page_image
from corpus.ocr.pages import read_scanned_page
from corpus.ocr.reasons import NO_TEXT_FOUND, PICTURE_DAMAGED, PICTURES_NOT_READ, low_confidence
from corpus.ocr.tesseract import TesseractEngine, tesseract_fingerprint
from corpus.ocr.types import OcrLine, OcrUnavailable
from corpus.reader import Limits, UnreadableFile
from corpus.scanned_pages import put_scanned, waits_for_ocr
from tests.pictures_of_text import line


class ToldEngine:
    """An engine that reads what it was told to."""

    def __init__(self, *lines: OcrLine) -> None:
        self.lines = lines
        self.sizes: list[tuple[int, int]] = []

    def __call__(self, image: Image.Image) -> tuple[OcrLine, ...]:
        self.sizes.append(image.size)
        return self.lines


def png(size: tuple[int, int] = (1500, 2000), spot: bool = False) -> bytes:
    picture = Image.new("L", size, 240)
    if spot:
        ImageDraw.Draw(picture).rectangle((100, 100, 600, 500), fill=30)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def pdf(text: str = "") -> bytes:
    """A page of 200 by 100 points with a picture on its right half, and text at its lower left."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(200, 100))
    canvas.drawImage(ImageReader(io.BytesIO(png((100, 100), spot=True))), 100, 0, 100, 100)
    canvas.drawString(10, 10, text)
    canvas.save()
    return buffer.getvalue()


def test_a_page_is_read_with_its_boxes_and_confidence() -> None:
    engine = ToldEngine(line("監査の結果", 150, 200, 300, 60, confidence=0.96))
    page = read_scanned_page(png(), ".png", 1, Limits(), engine)
    assert (page.text, page.read_by, page.confidence, page.reason) == ("監査の結果", "ocr", 0.96, None)
    box = page.boxes[0]
    assert (box.left, box.top) == pytest.approx((0.1, 0.1), abs=0.005)


def test_the_tables_of_a_scanned_page_stand_with_the_documents_others() -> None:
    picture = Image.new("L", (1500, 2000), 255)
    pen = ImageDraw.Draw(picture)
    for x in (100, 400, 700):
        pen.line((x, 100, x, 220), fill=0, width=3)
    for y in (100, 160, 220):
        pen.line((100, y, 700, y), fill=0, width=3)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    cells = [("使用料", 150, 115), ("1,200", 450, 115), ("手数料", 150, 175), ("950", 450, 175)]
    engine = ToldEngine(*(line(text, left, top, height=30) for text, left, top in cells))
    page = read_scanned_page(buffer.getvalue(), ".png", 1, Limits(), engine)
    assert page.text == "使用料\t1,200\n手数料\t950"
    found = put_scanned(read_picture(buffer.getvalue(), Limits()), [page])
    assert found.tables == page.tables
    assert [cell.span.end - cell.span.start for cell in found.tables[0].cells] == [3, 5, 3, 3]
    assert found.pages[0].tables == ()


def test_a_badly_read_page_keeps_its_text_and_says_so() -> None:
    page = read_scanned_page(png(), ".png", 1, Limits(), ToldEngine(line("監査", 0, 0, confidence=0.52)))
    assert page.text == "監査"
    assert page.reason == low_confidence(0.52) == "read by OCR with low confidence (.52)"


@pytest.mark.parametrize(
    ("spot", "read_by", "reason"), [(False, "blank", None), (True, "none", NO_TEXT_FOUND)]
)
def test_a_page_without_text_is_blank_or_a_picture(spot: bool, read_by: str, reason: str | None) -> None:
    page = read_scanned_page(png(spot=spot), ".png", 1, Limits(), ToldEngine())
    assert (page.read_by, page.reason) == (read_by, reason)


def test_a_page_of_a_pdf_is_drawn_at_300_dots_to_the_inch_within_the_limits() -> None:
    engine = ToldEngine()
    read_scanned_page(pdf(), ".pdf", 1, Limits(), engine)
    read_scanned_page(pdf(), ".pdf", 1, Limits(pixels=20_000), engine)
    assert engine.sizes[0] == (834, 417)
    assert engine.sizes[1][0] * engine.sizes[1][1] <= 21_000


def test_small_pictures_are_enlarged_and_large_ones_reduced() -> None:
    assert page_image(png((500, 400)), ".png", 1, Limits()).size == (1000, 800)
    assert page_image(png((6000, 3000)), ".png", 1, Limits()).size == (5000, 2500)


def test_a_page_whose_picture_is_damaged_is_not_called_blank() -> None:
    buffer = io.BytesIO()
    Image.new("L", (400, 400), 90).save(buffer, "PDF")
    start = buffer.getvalue().index(b"\xff\xd8")
    damaged = buffer.getvalue()[:start] + bytes(300) + buffer.getvalue()[start + 300 :]
    page = read_pdf(damaged, Limits()).pages[0]
    assert (page.read_by, page.reason) == ("none", PICTURE_DAMAGED)
    with pytest.raises(UnreadableFile, match=PICTURE_DAMAGED):
        read_scanned_page(damaged, ".pdf", 1, Limits(), ToldEngine())


def test_what_fails_in_an_engine_is_one_sentence() -> None:
    def fail(_: Image.Image) -> tuple[OcrLine, ...]:
        raise RuntimeError("[ONNXRuntimeError] : 6 : RUNTIME_EXCEPTION")

    with pytest.raises(UnreadableFile, match=r"OCR failed on it \(RuntimeError\)"):
        read_scanned_page(png(), ".png", 1, Limits(), fail)


@pytest.mark.parametrize("size", [(1, 60_000), (60_000, 1)])
def test_a_picture_of_an_odd_shape_is_made_small(size: tuple[int, int]) -> None:
    assert max(page_image(png(size), ".png", 1, Limits()).size) == 5000


@pytest.mark.parametrize(("suffix", "page"), [(".pdf", 2), (".pdf", 0), (".docx", 1)])
def test_what_cannot_be_drawn_is_unreadable(suffix: str, page: int) -> None:
    with pytest.raises(UnreadableFile):
        page_image(pdf(), suffix, page, Limits())


def with_text(text: str, left: float = 10) -> bytes:
    """The page of `pdf` with thirty letters more, so that its text is the page's."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(200, 100))
    canvas.drawImage(ImageReader(io.BytesIO(png((100, 100), spot=True))), 100, 0, 100, 100)
    canvas.drawString(10, 80, "abcdefghijklmno")
    canvas.drawString(10, 60, "abcdefghijklmno")
    canvas.drawString(left, 10, text)
    canvas.save()
    return buffer.getvalue()


def test_what_a_picture_on_a_page_says_comes_after_the_text_of_the_page() -> None:
    engine = ToldEngine(line("研究費は2725億円であり前年度を上回る", 50, 50, 300))
    found = read_pdf(with_text("text"), Limits())
    assert (found.pages[0].read_by, found.pages[0].reason) == ("text", PICTURES_NOT_READ)
    assert tuple(page.number for page in found.pages if waits_for_ocr(page)) == (1,)
    scanned = read_scanned_page(with_text("text"), ".pdf", 1, Limits(), engine)
    assert engine.sizes == [(417, 417)]
    page = put_scanned(found, [scanned]).pages[0]
    assert page.text == found.pages[0].text + "研究費は2725億円であり前年度を上回る"
    assert (page.read_by, page.reason) == ("text", None)
    assert [page.text[box.start : box.end] for box in page.boxes] == ["研究費は2725億円であり前年度を上回る"]
    assert page.boxes[0].left == pytest.approx((417 + 50) / 834, abs=0.01)


def test_what_the_page_has_as_text_is_not_read_from_its_picture_again() -> None:
    engine = ToldEngine(line("figures of 2022", 0, 340, 400, 60))
    data = with_text("figures of 2022", 105)
    scanned = read_scanned_page(data, ".pdf", 1, Limits(), engine)
    assert (scanned.text, scanned.boxes) == ("", ())
    found = read_pdf(data, Limits())
    page = put_scanned(found, [scanned]).pages[0]
    assert (page.text, page.reason) == (found.pages[0].text, None)


def test_a_scan_with_its_text_behind_it_waits_for_no_ocr() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 400))
    canvas.drawImage(ImageReader(io.BytesIO(png((100, 100), spot=True))), 0, 0, 400, 400)
    for row in range(20):
        canvas.drawString(10, 10 + 18 * row, "text that someone has put there")
    canvas.save()
    assert (
        tuple(page.number for page in read_pdf(buffer.getvalue(), Limits()).pages if waits_for_ocr(page))
        == ()
    )


def test_a_page_without_pictures_waits_for_no_ocr() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(200, 100))
    canvas.drawString(10, 10, "text")
    canvas.save()
    assert (
        tuple(page.number for page in read_pdf(buffer.getvalue(), Limits()).pages if waits_for_ocr(page))
        == ()
    )


def test_another_name_is_no_engine() -> None:
    with pytest.raises(ValueError, match="rapidocr, tesseract"):
        load_engine("paddle")


def test_a_fingerprint_names_engine_models_and_our_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    engine_fingerprint.cache_clear()
    first = engine_fingerprint(DEFAULT_ENGINE)
    assert first.startswith("rapidocr+rapidocr-")
    engine_fingerprint.cache_clear()
    monkeypatch.setattr(engines, "READING_VERSION", 999)
    assert engine_fingerprint(DEFAULT_ENGINE) != first
    engine_fingerprint.cache_clear()


def test_without_tesseract_the_error_names_its_packages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    tesseract_fingerprint.cache_clear()
    with pytest.raises(OcrUnavailable, match="tesseract-ocr-jpn"):
        ENGINES["tesseract"]()
    tesseract_fingerprint.cache_clear()


def test_the_table_of_tesseract_becomes_lines_parted_at_wide_gaps(monkeypatch: pytest.MonkeyPatch) -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    words = [(100, 20, 90, "予算"), (121, 40, 70, "総額"), (400, 60, 80, "1,200"), (462, 30, 80, '"A')]
    rows = "".join(
        f"5\t1\t1\t1\t1\t1\t{left}\t10\t{wide}\t20\t{sure}\t{text}\n" for left, wide, sure, text in words
    )
    monkeypatch.setattr(tesseract, "tesseract_fingerprint", lambda: "tesseract")
    monkeypatch.setattr(
        tesseract, "_run", lambda arguments, given: head + "4\t1\t1\t1\t1\t0\t0\t0\t0\t0\t-1\t\n" + rows
    )
    lines = TesseractEngine()(Image.new("L", (600, 40), 255))
    assert [found.text for found in lines] == ["予算総額", '1,200"A']
    assert lines[0].confidence == pytest.approx(0.8)
    assert lines[0].box[2] == (161, 30)
