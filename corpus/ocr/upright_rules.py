"""A picture in, the upright rules drawn on it out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from corpus.ocr.uprighting import Uprighting

_THINNEST = 12
"""A rule is at least this many times as long as it is thick."""


@dataclass(frozen=True, slots=True)
class UprightRule:
    """A rule that runs down the upright picture, in its pixels."""

    x: float
    top: float
    bottom: float


def find_upright_rules(image: Image.Image, uprighting: Uprighting, shortest: float) -> Sequence[UprightRule]:
    """The rules at least `shortest` pixels long, of the picture set upright; sorted from left to right."""
    import cv2

    grey = np.asarray(image.convert("L"))
    upright = cv2.warpAffine(
        grey,
        uprighting.matrix,
        (uprighting.width, uprighting.height),
        borderValue=255,
        flags=cv2.INTER_LINEAR,
    )
    dark = cv2.adaptiveThreshold(upright, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12)
    length = max(int(shortest), 8)
    joined = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((5, 1), np.uint8))
    runs = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((length // 2, 1), np.uint8))
    grown = length // 4
    runs = cv2.dilate(runs, np.ones((2 * grown + 1, 3), np.uint8))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    rules = [
        UprightRule(float(left + width / 2), float(top + grown), float(top + height - grown))
        for left, top, width, height, _ in boxes[1:]
        if height - 2 * grown >= length and height - 2 * grown >= _THINNEST * (width - 2)
    ]
    return sorted(rules, key=lambda rule: rule.x)
