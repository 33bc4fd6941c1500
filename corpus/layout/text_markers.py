"""Rules and characters in; the rules without the edges of text markers and shading behind words, out."""

import numpy as np
from numpy.typing import NDArray

from corpus.layout.letters import is_wide
from corpus.layout.types import Floats

_TOUCHING = 0.12
_BESIDE = 0.15
_TALLEST = 2.5
_SAME_PLACE = 0.75
_LEVEL = 1.0


def without_text_markers(rules: Floats, text: str, boxes: Floats, sizes: Floats) -> Floats:
    """The rules but for short upright ones that stand between two letters that touch, and the level ones that
    begin or end at these: the edges of a marked word, which are no cell's."""
    upright = np.flatnonzero(np.abs(rules[:, 2] - rules[:, 0]) <= _LEVEL)
    between = _touching_letters(text, boxes, sizes)
    if not len(upright) or not len(between):
        return rules
    markers = [int(rule) for rule in upright if _parts_letters(rules[rule], boxes, sizes, between)]
    if not markers:
        return rules
    kept = np.ones(len(rules), dtype=np.bool_)
    for left, top, _, bottom in rules[markers].tolist():
        for height in (top, bottom):
            kept &= ~_ends_at(rules, left, height)
    kept[markers] = False
    without: Floats = rules[kept]
    return without


def _touching_letters(text: str, boxes: Floats, sizes: Floats) -> NDArray[np.int64]:
    """The characters that touch the one after them, in the order of where they end across the page."""
    if len(boxes) < 2:
        return np.zeros(0, dtype=np.int64)
    wide = np.array([is_wide(character) for character in text])
    size = np.maximum(sizes[1:], 1)
    near = np.abs(boxes[1:, 0] - boxes[:-1, 2]) < _TOUCHING * size
    level = np.abs(boxes[1:, 3] - boxes[:-1, 3]) < _TOUCHING * size
    found = np.flatnonzero(near & level & wide[1:] & wide[:-1])
    ordered: NDArray[np.int64] = found[np.argsort(boxes[found, 2], kind="stable")]
    return ordered


def _parts_letters(rule: Floats, boxes: Floats, sizes: Floats, between: NDArray[np.int64]) -> bool:
    across, top, bottom = float(rule[0]), float(rule[1]), float(rule[3])
    ends = boxes[between, 2]
    reach = _BESIDE * float(sizes[between].max())
    near = between[np.searchsorted(ends, across - reach) : np.searchsorted(ends, across + reach)]
    size = sizes[near]
    return bool(
        np.any(
            (np.abs(boxes[near, 2] - across) < _BESIDE * size)
            & (bottom - top < _TALLEST * size)
            & (top < boxes[near, 3] - 0.5 * size)
            & (bottom > boxes[near, 1] + 0.5 * size)
        )
    )


def _ends_at(rules: Floats, across: float, height: float) -> NDArray[np.bool_]:
    at_an_end = (np.abs(rules[:, 0] - across) < _SAME_PLACE) | (np.abs(rules[:, 2] - across) < _SAME_PLACE)
    level = np.abs(rules[:, 3] - rules[:, 1]) <= _LEVEL
    found: NDArray[np.bool_] = level & at_an_end & (np.abs(rules[:, 1] - height) < _SAME_PLACE)
    return found
