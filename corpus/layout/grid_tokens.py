"""Characters outside ruled tables in; stretches of text parted by wide gaps, row by row, out."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.layout.grid_lines import TextLine, joined, text_line
from corpus.layout.types import PageCharacters
from corpus.normalising import squeeze

_WIDE_GAP = 0.9
_BACK = -1.5
_OFF_LINE = 0.35
_LEAST_ROWS = 3
_MOST_TOKENS = 6_000
_MARK_GAP = 3.0
_ITEM_MARK = re.compile(
    r"[(〔]?(?:\d{1,3}|[ア-ンa-zA-Z一-十]|[ivx]{1,4})[)〕.、]?|[①-⑳○◯〇●◎◇◆■□・※*]|第\d+[条項号章節]?"
)

_RANGE = "~～〜"

TokenRow = tuple[TextLine, ...]
"""The stretches of text on one level, from left to right."""


def token_rows(page: PageCharacters, free: NDArray[np.int64]) -> list[TokenRow]:
    """The rows of stretches of the `free` characters, from top to bottom; none on a page where fewer than
    three wide gaps part text on one level."""
    if len(free) < 2 * _LEAST_ROWS:
        return []
    boxes = page.boxes[free]
    height = np.maximum(boxes[:, 3] - boxes[:, 1], 1)
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    em = np.maximum(height[1:], height[:-1])
    gap = (boxes[1:, 0] - boxes[:-1, 2]) / em
    breaks = (np.abs(np.diff(middle)) > _OFF_LINE * em) | (gap > _WIDE_GAP) | (gap < _BACK)
    starts = np.r_[0, np.flatnonzero(breaks) + 1]
    if len(starts) > _MOST_TOKENS or _levels_shared(middle[starts], height[starts]) < _LEAST_ROWS:
        return []
    ends = np.r_[starts[1:], len(free)]
    tokens = [text_line(page, free[start:end].tolist()) for start, end in zip(starts, ends, strict=True)]
    return _rows(tokens)


def _levels_shared(middle: NDArray[Any], height: NDArray[Any]) -> int:
    order = np.argsort(middle)
    near = np.diff(middle[order]) <= _OFF_LINE * height[order][1:]
    return int(near.sum())


def _rows(tokens: Sequence[TextLine]) -> list[TokenRow]:
    rows: list[list[TextLine]] = []
    for token in sorted(tokens, key=lambda token: token.middle):
        first = rows[-1][0] if rows else None
        if first and token.middle - first.middle <= _OFF_LINE * max(token.height, first.height):
            rows[-1].append(token)
        else:
            rows.append([token])
    return [_with_ranges(_with_marks(sorted(row, key=lambda token: token.left))) for row in rows]


def _with_ranges(row: TokenRow) -> TokenRow:
    """The row, the two ends of a range (2 ～ 5) made one."""
    found = [row[0]]
    for token in row[1:]:
        before = found[-1]
        near = token.left - before.right <= _MARK_GAP * token.height
        if near and (before.text[-1] in _RANGE or token.text[0] in _RANGE):
            found[-1] = joined(before, token)
        else:
            found.append(token)
    return tuple(found)


def _with_marks(row: Sequence[TextLine]) -> TokenRow:
    """The row, the mark or number of an item made one with the words after it."""
    if len(row) > 1 and _ITEM_MARK.fullmatch(squeeze(row[0].text)):
        gap = row[1].left - row[0].right
        if gap <= _MARK_GAP * row[1].height and not row[1].is_amount:
            return (joined(row[0], row[1]), *row[2:])
    return tuple(row)
