"""Pictures of Japanese text, and lines as an OCR engine gives them, for the tests of corpus/ocr/."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from corpus.ocr.types import OcrLine

FONTS = (
    "ipam.ttf",
    "ipaexm.ttf",
    "ipag.ttf",
    "ipaexg.ttf",
    "NotoSerifCJK-Regular.ttc",
    "NotoSansCJK-Regular.ttc",
)
FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
LINE_HEIGHT = 70
SIDE = 800


def japanese_font(size: int) -> ImageFont.FreeTypeFont:
    """A Japanese font of this machine. Without one the test is skipped, or fails where CI is set."""
    for folder in FOLDERS:
        for name in FONTS:
            for path in folder.rglob(name):
                return ImageFont.truetype(path, size)
    absent = "no Japanese font on this machine; on Debian: apt-get install fonts-ipafont-mincho"
    if os.environ.get("CI"):
        pytest.fail(absent)
    pytest.skip(absent)


def draw_lines(lines: Sequence[str], ink: int = 0, ground: int = 255, size: int = 30) -> Image.Image:
    """A picture with these lines one below the other."""
    picture = Image.new("L", (SIDE, SIDE), ground)
    pen, font = ImageDraw.Draw(picture), japanese_font(size)
    for number, line in enumerate(lines):
        pen.text((80, 80 + number * LINE_HEIGHT), line, font=font, fill=ink)
    return picture.convert("RGB")


def draw_columns(columns: Sequence[str], size: int = 30) -> Image.Image:
    """A picture with these columns of vertical writing, the first on the right."""
    picture = Image.new("L", (SIDE, SIDE), 255)
    pen, font = ImageDraw.Draw(picture), japanese_font(size)
    for number, column in enumerate(columns):
        for place, character in enumerate(column):
            pen.text((650 - number * LINE_HEIGHT, 80 + place * (size + 3)), character, font=font, fill=0)
    return picture.convert("RGB")


def line(
    text: str,
    left: float,
    top: float,
    width: float | None = None,
    height: float = 20,
    confidence: float = 0.99,
) -> OcrLine:
    """A level line whose upper left corner is there; its characters are as wide as high unless told."""
    right = left + (height * len(text) if width is None else width)
    bottom = top + height
    centres = tuple((place + 0.5) / len(text) for place in range(len(text)))
    box = ((left, top), (right, top), (right, bottom), (left, bottom))
    return OcrLine(text, confidence, box, (confidence,) * len(text), centres)
