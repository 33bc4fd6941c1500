"""A page's characters and rules in; the page without the rules drawn between amounts and their sums, out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.layout.grid_frames import Frame, find_frames
from corpus.layout.rules import cluster, join_rules
from corpus.layout.types import Floats, PageCharacters

_AT_THE_EDGE = 8.0
_SAME_HEIGHT = 2.0
_SAME_LINE = 0.5
_MANY = 1.5
"""Names without a rule between them: this many times as many as there are rules under the amounts."""


def without_subtotal_rules(page: PageCharacters) -> PageCharacters:
    """The page without the level rules of a table that stand under its amounts only, beside names that no
    rule parts: in an income statement they part a sum from what it sums up, and no rows."""
    joined = join_rules(page.rules, page.width, page.height)
    kept = np.ones(len(page.rules), dtype=np.bool_)
    for frame in find_frames(joined, page.width, page.height):
        for top, bottom, left in _unparted_stretches(page, frame):
            kept &= ~_within(page.rules, top, bottom, left, frame.bounds[2])
    return page if kept.all() else replace(page, rules=page.rules[kept])


def _unparted_stretches(page: PageCharacters, frame: Frame) -> list[tuple[float, float, float]]:
    """The stretches between two rules over the whole table in which rules stand under amounts only: top,
    bottom, and how far left the rules go."""
    first, over, last, under = frame.bounds
    whole = (frame.level[:, 1] <= first + _AT_THE_EDGE) & (frame.level[:, 2] >= last - _AT_THE_EDGE)
    edges = sorted([over, *frame.level[whole, 0].tolist(), under])
    found = []
    for top, bottom in pairwise(edges):
        between = (frame.level[:, 0] > top + _SAME_HEIGHT) & (frame.level[:, 0] < bottom - _SAME_HEIGHT)
        parts = frame.level[between]
        left = float(parts[:, 1].min()) if len(parts) else first
        if left <= first + _AT_THE_EDGE:
            continue
        rules = len(np.unique(cluster(parts[:, 0], _SAME_HEIGHT)))
        if _lines_within(page, (first, top, left, bottom)) > _MANY * (rules + 1):
            found.append((top, bottom, left))
    return found


def _lines_within(page: PageCharacters, area: Sequence[float]) -> int:
    """How many lines of text stand in a part of the page."""
    left, top, right, bottom = area
    across, down = page.boxes[:, [0, 2]].mean(axis=1), page.boxes[:, [1, 3]].mean(axis=1)
    inside: NDArray[np.bool_] = (across > left) & (across < right) & (down > top) & (down < bottom)
    if not inside.any():
        return 0
    return int(cluster(down[inside], _SAME_LINE * float(np.median(page.sizes[inside]))).max()) + 1


def _within(rules: Floats, top: float, bottom: float, left: float, right: float) -> NDArray[np.bool_]:
    """Which rules are level and lie in a part of the page."""
    level = rules[:, 3] - rules[:, 1] <= _SAME_HEIGHT
    high = (rules[:, 1] > top + _SAME_HEIGHT) & (rules[:, 3] < bottom - _SAME_HEIGHT)
    inside: NDArray[np.bool_] = (
        level & high & (rules[:, 0] >= left - _SAME_HEIGHT) & (rules[:, 2] <= right + _AT_THE_EDGE)
    )
    return inside
