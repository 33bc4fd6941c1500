"""A picture of an amount and how it was read in; the amount with the minus sign printed before it out."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.ocr.decoding import DecodedLine
from corpus.ocr.directions import Pixels

Ink = NDArray[np.bool_]
_AMOUNT = re.compile(r"\d{1,3}(?:[,.;，] ?\d{3})+[ .]?")
_MINUS = "△"
_SMALL = (0.35, 0.75)
"""How high the sign is beside the digits, at least and at most: lower is a speck, higher a digit."""
_SLIM = (0.6, 1.8)
"""How wide it is beside its height, at least and at most."""
_NEAR = 1.0
_TAILS = 0.25
_LOWER = 0.12
_LEAST_INK = 0.15
_A_RULE = 0.7
_LOOKS_LIKE_IT = "4"
_LEAST_SURE = 0.5


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where ink stands in a picture: pixels from its left and top, the last ones exclusive."""

    left: int
    right: int
    top: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top


def with_small_minus(picture: Pixels, read: DecodedLine) -> DecodedLine:
    """The amount with △ before it where a sign smaller than its digits stands there.

    Accounts print the sign so small that a recogniser takes it for a 4 or leaves it out; of the digits of one
    figure none is smaller than the others. Any other line comes back as it is.
    """
    if not _AMOUNT.fullmatch(read.text):
        return read
    ink = _ink(picture)
    centres = [share * picture.shape[1] for share in read.centres[:2]]
    middle = round((centres[0] + centres[1]) / 2)
    rest = _shape(ink, middle, picture.shape[1], _TAILS)
    if rest is None:
        return read
    candidates = []
    if read.text[0] == _LOOKS_LIKE_IT and _AMOUNT.fullmatch(read.text, 1):
        candidates.append((_shape(ink, 0, middle - 1), 1))
    columns = np.flatnonzero(ink[:, : max(round(centres[0]), 0)].any(axis=0))
    gaps = np.flatnonzero(np.diff(columns) > 1)
    if len(gaps):
        end = int(columns[gaps[-1]]) + 1
        if centres[0] - end < _NEAR * rest.height:
            candidates.append((_shape(ink, 0, end), 0))
    for sign, kept in candidates:
        if sign is not None and _is_sign(ink, sign, rest):
            return DecodedLine(
                _MINUS + read.text[kept:],
                (_LEAST_SURE, *read.probabilities[kept:]),
                ((sign.left + sign.right) / 2 / picture.shape[1], *read.centres[kept:]),
            )
    return read


def _is_sign(ink: Ink, sign: _Shape, digits: _Shape) -> bool:
    least, most = (share * digits.height for share in _SMALL)
    width = sign.right - sign.left
    small = least <= sign.height <= most and _SLIM[0] <= width / sign.height <= _SLIM[1]
    filled = float(ink[sign.top : sign.bottom, sign.left : sign.right].mean())
    return small and filled > _LEAST_INK and sign.top - digits.top > _LOWER * digits.height


def _shape(ink: Ink, left: int, right: int, tails: float = 0.0) -> _Shape | None:
    """The ink between two columns; rows with less than `tails` of the fullest one's are left out. None where
    there is next to none."""
    part = ink[:, max(left, 0) : max(right, 0)]
    filled = part.sum(axis=1)
    rows = np.flatnonzero(filled > max(tails * filled.max(initial=0), 1))
    columns = np.flatnonzero(part.any(axis=0))
    if len(rows) < 2 or len(columns) < 2:
        return None
    return _Shape(int(columns[0]) + left, int(columns[-1]) + 1 + left, int(rows[0]), int(rows[-1]) + 1)


def _ink(picture: Pixels) -> Ink:
    """Where a picture is dark, or, of white letters on a dark ground, bright; without level rules."""
    import cv2

    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    _, dark = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    ink = np.asarray(dark > 0 if np.mean(dark) <= 127 else dark == 0)
    ink[ink.mean(axis=1) > _A_RULE] = False
    return ink
