import io

import numpy as np
import pytest
from PIL import Image

from corpus.formats.picture import PICTURES, open_frame, read_picture
from corpus.ocr.reasons import NOT_READ_YET
from corpus.reader import Limits, UnreadableFile

FORMATS = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".bmp": "BMP",
    ".webp": "WEBP",
    ".gif": "GIF",
}


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, form, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("suffix", PICTURES)
def test_a_picture_is_one_page_that_ocr_reads_later(suffix: str) -> None:
    data = saved(Image.new("RGB", (40, 30), "red"), FORMATS[suffix])
    found = read_picture(data, Limits())
    assert found.page_count == 1
    assert (found.pages[0].read_by, found.pages[0].reason) == ("none", NOT_READ_YET)
    frame = open_frame(data, 1, Limits())
    assert (frame.size, frame.mode) == ((40, 30), "RGB")


def test_a_tiff_has_a_page_for_each_frame() -> None:
    frames = [Image.new("L", (20, 10), shade) for shade in (10, 200)]
    data = saved(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    assert [page.number for page in read_picture(data, Limits()).pages] == [1, 2]
    assert open_frame(data, 2, Limits()).getpixel((0, 0)) == (200, 200, 200)
    with pytest.raises(UnreadableFile, match="no page 3"):
        open_frame(data, 3, Limits())
    with pytest.raises(UnreadableFile, match="2 pages"):
        read_picture(data, Limits(pages=1))


def test_a_moving_picture_is_one_page() -> None:
    frames = [Image.new("P", (20, 10), shade) for shade in (1, 2)]
    assert (
        read_picture(saved(frames[0], "GIF", save_all=True, append_images=frames[1:]), Limits()).page_count
        == 1
    )


def test_a_photograph_is_turned_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(Image.new("RGB", (40, 30), "red"), "JPEG", exif=exif)
    assert open_frame(data, 1, Limits()).size == (30, 40)


def test_what_is_transparent_is_white() -> None:
    assert open_frame(saved(Image.new("RGBA", (4, 4), (0, 0, 0, 0)), "PNG"), 1, Limits()).getpixel(
        (0, 0)
    ) == (
        255,
        255,
        255,
    )


def test_sixteen_bits_of_grey_keep_their_contrast() -> None:
    values = np.array([[1000, 60000]], dtype=np.uint16)
    frame = open_frame(saved(Image.fromarray(values), "PNG"), 1, Limits())
    assert [frame.getpixel((x, 0)) for x in (0, 1)] == [(0, 0, 0), (255, 255, 255)]


def test_too_many_pixels_are_refused_before_they_are_decoded() -> None:
    data = saved(Image.new("1", (5000, 5000)), "PNG")
    with pytest.raises(UnreadableFile, match="5,000 by 5,000 pixels"):
        read_picture(data, Limits(pixels=1_000_000))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF"])
def test_a_damaged_picture_is_unreadable_and_no_error(form: str) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (60, 60, 3), dtype=np.uint8)
    data = saved(Image.fromarray(noise), form)
    for length in (10, 60, len(data) // 2):
        try:
            open_frame(data[:length], 1, Limits())
        except UnreadableFile as error:
            assert "picture" in error.reason or "page" in error.reason


def test_what_is_no_picture_is_unreadable() -> None:
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_picture(b"no picture at all", Limits())
