"""What an OCR engine is given and what it promises: an upright picture in, its lines of text out."""

from dataclasses import dataclass
from typing import Protocol

from PIL import Image

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""Corners in pixels: the text's own upper left, upper right, lower right, lower left. Of a line that lies on
its side or its head the first is another corner of the picture; a column of vertical writing lies upright."""


@dataclass(frozen=True, slots=True)
class OcrLine:
    """A line as an engine read it; `confidence` is the mean over its characters, 0 to 1.

    `certainty` is the probability of each character, `centres` where its middle is along the line (0 to 1);
    both are empty where the engine does not tell.
    """

    text: str
    confidence: float
    box: Quad
    certainty: tuple[float, ...] = ()
    centres: tuple[float, ...] = ()


class OcrEngine(Protocol):
    """Reads the lines of a picture (RGB or L), in no promised order."""

    def __call__(self, image: Image.Image) -> tuple[OcrLine, ...]: ...


class OcrUnavailable(Exception):  # noqa: N818  # said of the machine, not of the program
    """An engine that is not installed here; the message names what to install."""
