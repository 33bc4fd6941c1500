"""A picture in; the level and upright rules drawn on it out."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from corpus.layout.rules import cluster
from corpus.layout.types import Floats
from corpus.ocr.uprighting import Uprighting

_THINNEST = 6
"""A rule is at least this many times as long as it is thick; the strokes of letters are not."""
_SHORTEST = 1.4
"""A rule is at least this many line heights long, so that no stroke of a letter is one."""
_GAP = 3
_WIDEST_GAP = 1.5
_SAME_LINE = 2.0
_SLANT = 4
_NEIGHBOURHOOD = 15
_DARKER = 12
_EDGE = 0.15
_MOSTLY = 0.4
_MOSTLY_LETTERS = 0.3
_TALLEST = 2.0
_MOST = 20_000
"""A picture with more strokes than this is a photograph or a pattern, and has no rules."""

Grey = NDArray[np.uint8]


def find_drawn_lines(
    image: Image.Image, uprighting: Uprighting, characters: Floats, line_height: float
) -> Floats:
    """The rules of the picture set upright, (rules, 4): left, top, right, bottom in its pixels; a level one
    has no height, an upright one no width.

    `characters` are the boxes of its text there, whose strokes are no rules, and `line_height` its height.
    """
    dark = _dark(image, uprighting)
    letters = _insides(characters, dark.shape)
    dark = _without_letters(dark, letters, _TALLEST * line_height / 2)
    shortest = max(_SHORTEST * line_height / 2, 8)
    upright = _runs_down(dark, letters, shortest)
    level = _runs_down(np.ascontiguousarray(dark.T), letters.T, shortest)[:, [1, 0, 3, 2]]
    return 2 * np.concatenate([upright, level]) + np.float32(0.5)


def _without_letters(dark: Grey, letters: Grey, tallest: float) -> Grey:
    """The dark pixels without those of shapes that lie mostly in letters and are no higher than `tallest`."""
    import cv2

    _, labels, boxes, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    left, top, width, height = (boxes[:, at] for at in range(4))
    sums = cv2.integral(letters)
    inside = (
        sums[top + height, left + width]
        - sums[top, left + width]
        - sums[top + height, left]
        + sums[top, left]
    )
    kept = (inside < _MOSTLY * width * height) | (height > tallest)
    kept[0] = False
    return np.asarray(np.where(kept[labels], dark, 0), dtype=np.uint8)


def _insides(characters: Floats, shape: tuple[int, ...]) -> Grey:
    """1 within the characters, 0 elsewhere, at half the size."""
    insides = np.zeros(shape, dtype=np.uint8)
    width, height = characters[:, 2] - characters[:, 0], characters[:, 3] - characters[:, 1]
    shrunk = characters + np.stack([width, height, -width, -height], axis=1) * np.float32(_EDGE)
    for left, top, right, bottom in np.clip(shrunk / 2, 0, None).round().astype(int).tolist():
        insides[top:bottom, left:right] = 1
    return insides


def _dark(image: Image.Image, uprighting: Uprighting) -> Grey:
    """What is darker than its surroundings, in the picture set upright, at half its size."""
    import cv2

    upright = cv2.warpAffine(
        np.asarray(image.convert("L")),
        uprighting.matrix,
        (uprighting.width, uprighting.height),
        borderValue=(255,),
        flags=cv2.INTER_LINEAR,
    )
    half = cv2.erode(upright, np.ones((2, 2), np.uint8))[::2, ::2].copy()
    dark = cv2.adaptiveThreshold(
        half, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _NEIGHBOURHOOD, _DARKER
    )
    return np.asarray(dark, dtype=np.uint8)


def _runs_down(dark: Grey, letters: Grey, shortest: float) -> Floats:
    """Dark runs down the picture at least `shortest` pixels long that do not lie in letters; gaps of dotted
    lines are closed, and a line that slants a little is one run."""
    import cv2

    length = int(shortest)
    joined = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((_GAP, 1), np.uint8))
    wider = cv2.dilate(joined, np.ones((1, 3), np.uint8))
    runs = cv2.morphologyEx(wider, cv2.MORPH_OPEN, np.ones((length // 2, 1), np.uint8))
    grown = length // 4
    runs = cv2.dilate(runs, np.ones((2 * grown + 1, 3), np.uint8))
    _, _, boxes, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    left, top, width, height = (np.asarray(boxes[1:, at], dtype=np.float32) for at in range(4))
    long = height - 2 * grown
    kept = (long >= length) & (long >= _THINNEST * (width - _SLANT))
    middle = left + (width - 1) / 2
    found = np.stack([middle, top + grown, middle, top + height - grown], axis=1)[kept]
    if len(found) > _MOST:
        return np.zeros((0, 4), dtype=np.float32)
    outside = [
        float(letters[int(top) : int(bottom), int(x)].mean()) < _MOSTLY_LETTERS
        for x, top, _, bottom in found.tolist()
    ]
    return _joined(found[np.array(outside, dtype=bool)], _WIDEST_GAP * shortest)


def _joined(runs: Floats, widest: float) -> Floats:
    """The runs with those made one that go on with each other after a gap no wider than `widest` and than
    either of them is long: a worn or dotted line."""
    if not len(runs):
        return np.zeros((0, 4), dtype=np.float32)
    column = cluster(runs[:, 0], _SAME_LINE)
    joined: list[list[float]] = []
    last = -1
    for at in np.lexsort((runs[:, 1], column)).tolist():
        x, top, _, bottom = runs[at].tolist()
        before = joined[-1] if joined and column[at] == last else None
        if before and top - before[3] <= min(widest, before[3] - before[1], bottom - top):
            joined[-1] = [(before[0] + x) / 2, before[1], (before[0] + x) / 2, max(before[3], bottom)]
        else:
            joined.append([x, top, x, bottom])
        last = int(column[at])
    return np.array(joined, dtype=np.float32)
