"""Characters with their places in; stretches of characters that follow each other closely, out.

A file draws a line's characters one after the other, so a stretch is found by going through them in the
file's order; which stretches are one line is for `lines` to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.layout.letters import is_ink, is_japanese
from corpus.layout.types import PageCharacters

_WIDEST_GAP = 0.9
_WIDEST_OVERLAP = -0.5
_WIDEST_GAP_DOWN = 0.6
_SHARED = 0.5
_LEAST_VERTICAL = 3


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters (their indexes, in reading order) that follow each other closely, and the box around them.

    `size` is their type size in points; `vertical` says that they run down the page.
    """

    characters: tuple[int, ...]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    vertical: bool = False

    @property
    def height(self) -> float:
        """The height of its box in points."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way between its top and bottom."""
        return (self.top + self.bottom) / 2


def seen_characters(page: PageCharacters) -> list[int]:
    """The characters that show on the page, in the file's order."""
    boxes = page.boxes
    placed = (
        (boxes[:, 2] > boxes[:, 0])
        & (boxes[:, 3] > boxes[:, 1])
        & (boxes[:, 0] < page.width)
        & (boxes[:, 1] < page.height)
        & (boxes[:, 2] > 0)
        & (boxes[:, 3] > 0)
    )
    return [index for index in np.flatnonzero(placed).tolist() if is_ink(page.text[index])]


def segments_of(page: PageCharacters, indexes: Sequence[int]) -> list[Segment]:
    """The stretches that the characters at `indexes` (in the file's order) make."""
    if not indexes:
        return []
    order = np.asarray(indexes)
    across, down = _links(page, order)
    sideways = np.isin(order, page.sideways)[1:] & np.isin(order, page.sideways)[:-1]
    kinds = np.where(across, 1, np.where(down, 2, 0))
    kinds[sideways & _touching(page, order)] = 3
    found: list[Segment] = []
    start = 0
    while start < len(order):
        end = start + 1
        kind = int(kinds[start]) if end < len(order) else 0
        while kind and end < len(order) and kinds[end - 1] == kind:
            end += 1
        if kind == 2 and not _is_vertical(page, indexes[start:end]):
            end = start + 1
        found.append(segment(page, indexes[start:end], vertical=kind in (2, 3) and end > start + 1))
        start = end
    return found


def segment(page: PageCharacters, characters: Sequence[int], vertical: bool = False) -> Segment:
    """The segment of some characters, in the order given."""
    boxes = page.boxes[list(characters)]
    left, top = boxes[:, :2].min(axis=0).tolist()
    right, bottom = boxes[:, 2:].max(axis=0).tolist()
    size = sorted(page.sizes[list(characters)].tolist())[len(characters) // 2]
    return Segment(
        tuple(characters), left, top, right, bottom, size or min(bottom - top, right - left), vertical
    )


def outline(segments: Sequence[Segment]) -> Segment:
    """One segment around several, with all their characters."""
    return Segment(
        tuple(index for piece in segments for index in piece.characters),
        min(piece.left for piece in segments),
        min(piece.top for piece in segments),
        max(piece.right for piece in segments),
        max(piece.bottom for piece in segments),
        max(piece.size for piece in segments),
    )


def _links(page: PageCharacters, order: NDArray[np.int_]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Between each character and the next: whether that stands right of it, whether it stands below it."""
    boxes = page.boxes[order]
    first, second = boxes[:-1], boxes[1:]
    heights, widths = boxes[:, 3] - boxes[:, 1], boxes[:, 2] - boxes[:, 0]
    height = np.minimum(heights[:-1], heights[1:])
    width = np.minimum(widths[:-1], widths[1:])
    sizes = np.maximum(page.sizes[order], 1)
    size = np.minimum(sizes[:-1], sizes[1:])
    like = np.maximum(sizes[:-1], sizes[1:]) < 1.6 * size
    level = np.minimum(first[:, 3], second[:, 3]) - np.maximum(first[:, 1], second[:, 1]) > _SHARED * height
    upright = np.minimum(first[:, 2], second[:, 2]) - np.maximum(first[:, 0], second[:, 0]) > _SHARED * width
    gap, drop = second[:, 0] - first[:, 2], second[:, 1] - first[:, 3]
    ahead = second[:, 0] + second[:, 2] > first[:, 0] + first[:, 2]
    below = second[:, 1] + second[:, 3] > first[:, 1] + first[:, 3] + heights[:-1]
    across = level & ahead & (gap > _WIDEST_OVERLAP * size) & (gap < _WIDEST_GAP * size) & like
    down = upright & below & (drop > _WIDEST_OVERLAP * size) & (drop < _WIDEST_GAP_DOWN * size) & like
    return across, down & ~across


def _touching(page: PageCharacters, order: NDArray[np.int_]) -> NDArray[np.bool_]:
    boxes = page.boxes[order]
    first, second = boxes[:-1], boxes[1:]
    apart = np.maximum(
        np.maximum(second[:, 0] - first[:, 2], first[:, 0] - second[:, 2]),
        np.maximum(second[:, 1] - first[:, 3], first[:, 1] - second[:, 3]),
    )
    near: NDArray[np.bool_] = apart < _WIDEST_GAP * np.maximum(page.sizes[order][:-1], 1)
    return near


def _is_vertical(page: PageCharacters, characters: Sequence[int]) -> bool:
    """Whether characters below each other are vertical writing, and no column of single figures or marks."""
    letters = [page.text[index] for index in characters]
    return (
        len(letters) >= _LEAST_VERTICAL
        and sum(map(is_japanese, letters)) > len(letters) / 2
        and len(set(letters)) > 1
    )
