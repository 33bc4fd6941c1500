"""The picture of a page with the passage boxed: one box a line, also on turned pages."""

import io
from pathlib import Path

import pytest
from PIL import Image

from corpus import Limits, Span, UnreadableFile
from corpus.formats.pdf import read_pdf
from corpus.picture_boxes import PictureBox, line_boxes, merged_boxes
from corpus.rendering import render_page
from corpus.types import Box, Page
from tests.corpus_files import write_pdf

LINES = ["一行目の文である。", "二行目の文である。", "三行目の文である。"]


def first_page(path: Path) -> Page:
    return read_pdf(path.read_bytes(), Limits()).pages[0]


def picture(path: Path, *spans: Span, highlights: tuple[Span, ...] = (), scale: float = 1.0) -> Image.Image:
    return Image.open(io.BytesIO(render_page(path, first_page(path), spans, highlights, scale)))


def unread(number: int) -> Page:
    return Page(number, None, "", "none")


def changed_area(first: Image.Image, second: Image.Image) -> tuple[int, int, int, int]:
    from PIL import ImageChops

    area = ImageChops.difference(first, second).getbbox()
    assert area is not None
    return area


def ink_area(image: Image.Image) -> tuple[int, int, int, int]:
    from PIL import ImageOps

    area = ImageOps.invert(image.convert("L")).getbbox()
    assert area is not None
    return area


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_box_surrounds_what_it_marks(tmp_path: Path, rotation: int) -> None:
    path = write_pdf(tmp_path / "a.pdf", [["この行だけがある。"]], rotation=rotation)
    text = first_page(path).text
    plain = picture(path)
    boxed = picture(path, Span(1, 0, len(text.rstrip())))
    left, top, right, bottom = ink_area(plain)
    box = changed_area(plain, boxed)
    assert box[0] <= left + 1 and box[1] <= top + 1 and box[2] >= right - 1 and box[3] >= bottom - 1
    assert (box[2] - box[0]) * (box[3] - box[1]) < 2.5 * (right - left) * (bottom - top)


def test_a_turned_page_is_drawn_turned(tmp_path: Path) -> None:
    upright = picture(write_pdf(tmp_path / "a.pdf", [LINES]))
    turned = picture(write_pdf(tmp_path / "b.pdf", [LINES], rotation=90))
    assert upright.size == tuple(reversed(turned.size))


def test_a_highlight_is_marked_more_strongly_than_the_passage(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [LINES])
    text = first_page(path).text
    passage = Span(1, 0, len(text))
    boxed = picture(path, passage)
    marked = picture(path, passage, highlights=(Span(1, 0, 3),))
    area = changed_area(boxed, marked)
    assert area[2] - area[0] < 0.6 * (ink_area(boxed)[2] - ink_area(boxed)[0])
    assert area[3] - area[1] < 30


def test_spans_of_other_pages_are_left_out(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [LINES, LINES])
    assert picture(path).tobytes() == picture(path, Span(2, 0, 5)).tobytes()


def test_a_picture_never_has_more_pixels_than_allowed(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [LINES])
    image = Image.open(io.BytesIO(render_page(path, unread(1), scale=50, limits=Limits(pixels=100_000))))
    assert image.width * image.height <= 101_000


def test_a_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [LINES])
    with pytest.raises(UnreadableFile, match="it has no page 7, only pages 1 to 1"):
        render_page(path, unread(7))


def scan(path: Path, size: tuple[int, int] = (400, 600)) -> Path:
    Image.new("RGB", size, "white").save(path)
    return path


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif"])
def test_a_scan_is_boxed_where_ocr_read(tmp_path: Path, suffix: str) -> None:
    path = scan(tmp_path / f"a{suffix}")
    page = Page(1, None, "読取結果", "ocr", boxes=(Box(0, 4, 0.25, 0.5, 0.75, 0.55),))
    plain, boxed, half = (
        Image.open(io.BytesIO(render_page(path, page, spans)))
        for spans in ((), (Span(1, 0, 4),), (Span(1, 2, 4),))
    )
    width, height = plain.size
    left, top, right, bottom = changed_area(plain, boxed)
    assert abs(left - 0.25 * width) < 5 and abs(right - 0.75 * width) < 5
    assert abs(top - 0.5 * height) < 5 and abs(bottom - 0.55 * height) < 5
    assert abs(changed_area(plain, half)[0] - 0.5 * width) < 5, "the box starts half way along the line"


def test_a_picture_file_with_too_many_pixels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="240,000 pixels"):
        render_page(scan(tmp_path / "a.png"), unread(1), limits=Limits(pixels=100_000))


def test_a_picture_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"no picture at all")
    with pytest.raises(UnreadableFile, match="no picture that can be read"):
        render_page(path, unread(1))


def letters(top: float, *lefts: float) -> list[PictureBox | None]:
    return [PictureBox(left, top, left + 10, top + 10) for left in lefts]


def test_letters_of_a_line_make_one_box() -> None:
    assert line_boxes([*letters(0, 0, 10, 20), None, *letters(20, 0, 10)]) == [
        PictureBox(0, 0, 30, 10),
        PictureBox(0, 20, 20, 30),
    ]


def test_letters_set_from_top_to_bottom_make_one_box() -> None:
    column = [PictureBox(100, 10 * at, 110, 10 * at + 10) for at in range(4)]
    assert line_boxes(column) == [PictureBox(100, 0, 110, 40)]


def test_boxes_of_one_line_that_touch_are_merged() -> None:
    assert merged_boxes([PictureBox(0, 0, 30, 10), PictureBox(32, 0, 50, 10), PictureBox(0, 20, 9, 30)]) == [
        PictureBox(0, 0, 50, 10),
        PictureBox(0, 20, 9, 30),
    ]
