import numpy as np
import pytest
from PIL import Image, ImageDraw

from corpus.ocr.decoding import DecodedLine
from corpus.ocr.small_minus import with_small_minus
from tests.pictures_of_text import japanese_font

PITCH, HEIGHT = 20, 60


def picture_of(text: str, sign: bool, gap: int = 2) -> tuple[np.ndarray, tuple[float, ...]]:
    """A line with these digits; a small △ before them, or nothing. And where the middle of each is."""
    image = Image.new("RGB", (60 + PITCH * len(text), HEIGHT), "white")
    pen, font = ImageDraw.Draw(image), japanese_font(2 * PITCH)
    start = 30
    for at, character in enumerate(text):
        pen.text((start + PITCH * at, 6), character, font=font, fill=0)
    if sign:
        pen.polygon([(start - gap - 18, 42), (start - gap, 42), (start - gap - 9, 24)], outline=0, width=3)
    width = image.width
    centres = tuple((start + PITCH * (at + 0.5)) / width for at in range(len(text)))
    return np.asarray(image)[:, :, ::-1].copy(), centres


def read_as(text: str, centres: tuple[float, ...]) -> DecodedLine:
    return DecodedLine(text, (0.9,) * len(text), centres)


def test_a_small_sign_that_was_left_out_comes_back() -> None:
    picture, centres = picture_of("15,252,828", sign=True)
    found = with_small_minus(picture, read_as("15,252,828", centres))
    assert found.text == "△15,252,828"
    assert len(found.probabilities) == len(found.centres) == len(found.text)
    assert found.centres[0] < found.centres[1]


def test_a_small_sign_that_was_taken_for_a_4_is_put_right() -> None:
    picture, centres = picture_of("9,084,168", sign=True)
    sign = (30 - 11) / picture.shape[1]
    found = with_small_minus(picture, read_as("49,084,168", (sign, *centres)))
    assert found.text == "△9,084,168"


@pytest.mark.parametrize("text", ["49,084,168", "4,257", "12,704", "7,471", "1,111,111", "44,252"])
def test_no_digit_becomes_a_sign(text: str) -> None:
    picture, centres = picture_of(text, sign=False)
    assert with_small_minus(picture, read_as(text, centres)).text == text


@pytest.mark.parametrize("text", ["令和4年度", "4", "△1,200"])
def test_what_is_no_bare_amount_stays(text: str) -> None:
    picture, centres = picture_of(text, sign=True)
    assert with_small_minus(picture, read_as(text, centres)).text == text


def test_a_speck_is_no_sign() -> None:
    picture, centres = picture_of("15,252", sign=False)
    picture[30:34, 20:24] = 0
    assert with_small_minus(picture, read_as("15,252", centres)).text == "15,252"
