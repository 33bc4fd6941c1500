"""Boxes in a PDF page's own coordinates in; boxes on the page turned upright out."""

import ctypes
from dataclasses import dataclass

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from corpus.layout.types import Floats


@dataclass(frozen=True, slots=True)
class Turn:
    """A page's bounds in its own coordinates (points, y upwards) and by how many degrees (0, 90, 180, 270)
    it is turned clockwise to be read."""

    left: float
    bottom: float
    right: float
    top: float
    degrees: int

    @property
    def width(self) -> float:
        """The width of the turned page in points."""
        across, up = self.right - self.left, self.top - self.bottom
        return up if self.degrees in (90, 270) else across

    @property
    def height(self) -> float:
        """The height of the turned page in points."""
        across, up = self.right - self.left, self.top - self.bottom
        return across if self.degrees in (90, 270) else up

    def boxes(self, boxes: Floats) -> Floats:
        """Boxes (n, 4) of two opposite corners x, y, x, y as left, top, right, bottom of the turned page."""
        x, y = boxes[:, 0::2], boxes[:, 1::2]
        if self.degrees == 90:
            across, down = y - self.bottom, x - self.left
        elif self.degrees == 180:
            across, down = self.right - x, y - self.bottom
        elif self.degrees == 270:
            across, down = self.top - y, self.right - x
        else:
            across, down = x - self.left, self.top - y
        sides = (across.min(axis=1), down.min(axis=1), across.max(axis=1), down.max(axis=1))
        return np.stack(sides, axis=1).astype(np.float32) if len(boxes) else np.zeros((0, 4), np.float32)


def page_turn(page: pypdfium2.PdfPage, direction: int | None = None) -> Turn:
    """How a page is turned to be read: until text that runs in `direction` (degrees anticlockwise from the
    page's own right) is upright; as it is shown (/Rotate) where no direction is given."""
    bounds = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(bounds)):
        width, height = page.get_size()
        bounds.left, bounds.bottom, bounds.right, bounds.top = 0, 0, width, height
    degrees = page.get_rotation() if direction is None else direction
    return Turn(bounds.left, bounds.bottom, bounds.right, bounds.top, degrees)
