"""A picture file in, a page for each of its frames out: OCR reads them later."""

import io
import warnings

import numpy as np
from PIL import Image, ImageOps

from corpus.ocr.reasons import NOT_READ_YET
from corpus.reader import FileText, Limits, UnreadableFile
from corpus.types import Page

PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".gif")
"""The suffixes of picture files."""

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")


def read_picture(data: bytes, limits: Limits) -> FileText:
    """A page for each frame of a TIFF, one page for any other picture; none of them read yet."""
    with _open(data, limits) as picture:
        count = _frames(picture)
    if count > limits.pages:
        raise UnreadableFile(f"it has {count:,} pages, and a file may have {limits.pages:,}")
    pages = tuple(Page(number, None, "", "none", reason=NOT_READ_YET) for number in range(1, count + 1))
    return FileText(pages, count)


def open_frame(data: bytes, number: int, limits: Limits) -> Image.Image:
    """Frame `number` (from 1) as it is shown: turned as its camera says, RGB, on white.

    Raises UnreadableFile where it is damaged, has no such frame, or more pixels than the limits allow.
    """
    with _open(data, limits) as picture:
        if not 1 <= number <= _frames(picture):
            raise UnreadableFile(f"it has no page {number}")
        try:
            picture.seek(number - 1)
            _check_pixels(picture, limits)
            shown = ImageOps.exif_transpose(picture)
            return _on_white(shown)
        except UnreadableFile:
            raise
        except Exception as error:  # Pillow's decoders raise what they like on damaged data
            raise UnreadableFile(f"the picture is damaged ({type(error).__name__})") from None


def _open(data: bytes, limits: Limits) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError:
        raise UnreadableFile(
            f"it has more than the {limits.pixels:,} pixels that a picture may have"
        ) from None
    except Exception as error:  # as above: Image.open raises OSError, SyntaxError, struct.error and others
        raise UnreadableFile(f"the picture cannot be opened ({type(error).__name__})") from None
    _check_pixels(picture, limits)
    return picture


def _check_pixels(picture: Image.Image, limits: Limits) -> None:
    width, height = picture.size
    if width * height > limits.pixels:
        raise UnreadableFile(
            f"it has {width:,} by {height:,} pixels, and a picture may have {limits.pixels:,} in all"
        )


def _frames(picture: Image.Image) -> int:
    if picture.format != "TIFF":
        return 1
    try:
        return int(getattr(picture, "n_frames", 1))
    except Exception as error:  # as above
        raise UnreadableFile(f"the picture is damaged ({type(error).__name__})") from None


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith(("I", "F")):
        values = np.asarray(picture, dtype=np.float64)
        low, high = float(values.min()), float(values.max())
        grey = (values - low) * (255 / max(high - low, 1.0))
        return Image.fromarray(grey.astype(np.uint8)).convert("RGB")
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        ground = Image.new("RGBA", seen.size, (255, 255, 255, 255))
        return Image.alpha_composite(ground, seen).convert("RGB")
    return picture.convert("RGB")
