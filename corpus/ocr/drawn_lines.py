"""A picture in; the level and upright rules drawn on it out."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from corpus.layout.rules import cluster
from corpus.layout.types import Floats
from corpus.ocr.uprighting import Uprighting

_HALVED_FROM = 36.0
"""Pictures whose lines of text are at least this many pixels high are looked at in half their size."""
_SHORTEST = 1.4
"""A rule is at least this many line heights long, so that no stroke of a letter is one."""
_THICKEST = 0.2
_SLANT = 0.01
"""A rule is no thicker than this share of a line's height, and that of its own length more."""
_MOST_OF_IT = 0.5
_GAP = 3
_WIDEST_GAP = 1.5
_SAME_LINE = 2.0
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
    step = 2 if line_height >= _HALVED_FROM else 1
    height = line_height / step
    dark = _dark(image, uprighting, step)
    letters = _insides(characters / np.float32(step), dark.shape)
    dark = _without_letters(dark, letters, _TALLEST * height)
    upright = _runs_down(dark, letters, height)
    level = _runs_down(np.ascontiguousarray(dark.T), letters.T, height)[:, [1, 0, 3, 2]]
    return step * (np.concatenate([upright, level]) + np.float32(0.5))


def _dark(image: Image.Image, uprighting: Uprighting, step: int) -> Grey:
    """What is darker than its surroundings, in the picture set upright, every `step` pixels."""
    import cv2

    upright = cv2.warpAffine(
        np.asarray(image.convert("L")),
        uprighting.matrix,
        (uprighting.width, uprighting.height),
        borderValue=(255,),
        flags=cv2.INTER_LINEAR,
    )
    small = cv2.erode(upright, np.ones((step, step), np.uint8))[::step, ::step].copy()
    dark = cv2.adaptiveThreshold(
        small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _NEIGHBOURHOOD, _DARKER
    )
    return np.asarray(dark, dtype=np.uint8)


def _without_letters(dark: Grey, letters: Grey, tallest: float) -> Grey:
    """The dark pixels without those of shapes that lie mostly in letters and are no higher than `tallest`."""
    import cv2

    _, labels, boxes, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    left, top, width, height = (boxes[:, at] for at in range(4))
    sums = cv2.integral(letters)
    bottom, right = top + height, left + width
    inside = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    kept = (inside < _MOSTLY * width * height) | (height > tallest)
    kept[0] = False
    return np.asarray(np.where(kept[labels], dark, 0), dtype=np.uint8)


def _insides(characters: Floats, shape: tuple[int, ...]) -> Grey:
    """1 within the characters, 0 elsewhere."""
    insides = np.zeros(shape, dtype=np.uint8)
    width, height = characters[:, 2] - characters[:, 0], characters[:, 3] - characters[:, 1]
    shrunk = characters + np.stack([width, height, -width, -height], axis=1) * np.float32(_EDGE)
    for left, top, right, bottom in np.clip(shrunk, 0, None).round().astype(int).tolist():
        insides[top:bottom, left:right] = 1
    return insides


def _runs_down(dark: Grey, letters: Grey, line_height: float) -> Floats:
    """The rules that run down the picture and do not lie in letters, (rules, 4); gaps of dotted lines are
    closed, and a line that slants a little is one run."""
    import cv2

    shortest = max(_SHORTEST * line_height, 8)
    length = int(shortest)
    grown = length // 4
    joined = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((_GAP, 1), np.uint8))
    wider = cv2.dilate(joined, np.ones((1, 3), np.uint8))
    runs = cv2.morphologyEx(wider, cv2.MORPH_OPEN, np.ones((length // 2, 1), np.uint8))
    runs = cv2.dilate(runs, np.ones((2 * grown + 1, 1), np.uint8))
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    if count > _MOST:
        return np.zeros((0, 4), dtype=np.float32)
    found: list[tuple[float, float, float, float]] = []
    for number, (left, top, width, height, _) in enumerate(boxes[1:].tolist(), start=1):
        if height - 2 * grown < length:
            continue
        shape = labels[top : top + height, left : left + width] == number
        for middle, first, last in _lines(shape, _THICKEST * line_height + 2 + _SLANT * height):
            start, end = top + first + grown, top + last - grown
            column = letters[int(start) : int(end), int(left + middle)]
            if end - start >= length and float(column.mean()) < _MOSTLY_LETTERS:
                found.append((left + middle, start, left + middle, end))
    return _joined(np.array(found, dtype=np.float32).reshape(-1, 4), _WIDEST_GAP * shortest)


def _lines(shape: NDArray[np.bool_], thickest: float) -> list[tuple[float, int, int]]:
    """The lines down a shape: where each lies across it, its first row and its last (exclusive).

    A shape no thicker than a rule is one; of a thicker one, rules that strokes join, those columns that are
    filled for the most part.
    """
    height, width = shape.shape
    if width <= thickest:
        return [((width - 1) / 2, 0, height)]
    filled = np.flatnonzero(shape.mean(axis=0) > _MOST_OF_IT)
    groups = np.split(filled, np.flatnonzero(np.diff(filled) > 1) + 1) if len(filled) else []
    lines = []
    for columns in groups:
        rows = np.flatnonzero(shape[:, columns].any(axis=1))
        if len(columns) <= thickest:
            lines.append((float(columns.mean()), int(rows[0]), int(rows[-1]) + 1))
    return lines


def _joined(runs: Floats, widest: float) -> Floats:
    """The runs with those made one that go on with each other after a gap no wider than `widest` and than
    either of them is long: a worn or dotted line."""
    if not len(runs):
        return runs
    column = cluster(runs[:, 0], _SAME_LINE)
    joined: list[list[float]] = []
    last = -1
    for at in np.lexsort((runs[:, 1], column)).tolist():
        x, top, _, bottom = runs[at].tolist()
        before = joined[-1] if joined and column[at] == last else None
        if before and top - before[3] <= min(widest, before[3] - before[1], bottom - top):
            middle = (before[0] + x) / 2
            joined[-1] = [middle, before[1], middle, max(before[3], bottom)]
        else:
            joined.append([x, top, x, bottom])
        last = int(column[at])
    return np.array(joined, dtype=np.float32)
