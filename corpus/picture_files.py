"""A picture file in; one of its pictures, upright, out."""

from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from corpus.reader import Limits, UnreadableFile

PICTURE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp"})
"""The files that hold pictures and nothing else, in lower case."""


def open_picture(path: Path, number: int, limits: Limits) -> Image.Image:
    """Picture `number` (from 1) of a file in RGB, turned as its EXIF data says.

    Raises UnreadableFile where it is damaged, has no such picture or has more pixels than allowed; its size
    is looked at before its pixels are.
    """
    try:
        with Image.open(path) as picture:
            try:
                picture.seek(number - 1)
            except EOFError:
                raise UnreadableFile(f"it has no page {number}") from None
            width, height = picture.size
            if width * height > limits.pixels:
                raise UnreadableFile(
                    f"its picture has {width * height:,} pixels, and one may have {limits.pixels:,}"
                )
            return ImageOps.exif_transpose(picture).convert("RGB")
    except (Image.DecompressionBombError, UnidentifiedImageError):
        raise UnreadableFile("it is no picture that can be read") from None
    except (OSError, ValueError, SyntaxError) as error:
        raise UnreadableFile(f"its picture is damaged ({type(error).__name__})") from None
