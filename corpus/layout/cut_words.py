"""A grid in; whether its borders cut through running text, so that it is no table, out."""

import numpy as np

from corpus.layout.letters import is_wide
from corpus.layout.types import Grid, PageCharacters

_TOUCHING = 0.12
_LEVEL = 0.5
_CHANCE = 1


def cuts_words(page: PageCharacters, grid: Grid) -> bool:
    """Whether letters that touch stand in different columns more than once: the grid's borders are then
    ornaments (a bar behind a heading, a frame around a column), which text runs across."""
    columns = {
        index: cell.column
        for cell in grid.cells
        for line in cell.lines
        for index in line
        if is_wide(page.text[index])
    }
    order = np.array(sorted(columns), dtype=np.int64)
    if len(order) < 2:
        return False
    held = np.array([columns[index] for index in order.tolist()])
    boxes, sizes = page.boxes[order], np.maximum(page.sizes[order], 1)
    gaps = np.abs(boxes[1:, 0] - boxes[:-1, 2]) / sizes[1:]
    heights = np.minimum(boxes[1:, 3] - boxes[1:, 1], boxes[:-1, 3] - boxes[:-1, 1])
    shared = np.minimum(boxes[1:, 3], boxes[:-1, 3]) - np.maximum(boxes[1:, 1], boxes[:-1, 1])
    touching = (np.diff(order) == 1) & (gaps < _TOUCHING) & (shared > _LEVEL * heights)
    return int((touching & (held[1:] != held[:-1])).sum()) > _CHANCE
