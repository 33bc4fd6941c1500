"""The regions of a lattice and the page's characters in; the pieces of a table with their lines out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.layout.grid_lattice import Lattice
from corpus.layout.grid_lines import TextLine, cell_lines
from corpus.layout.types import PageCharacters


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A rectangle of a table, its edges in points, and the lines in it from top to bottom.

    `is_half` says that it is one part of a cell whose names and amounts stand side by side.
    """

    left: float
    top: float
    right: float
    bottom: float
    lines: tuple[TextLine, ...]
    is_half: bool = False


def find_pieces(page: PageCharacters, lattice: Lattice, seen: NDArray[np.int64]) -> list[Piece]:
    """The regions of a lattice with those of the `seen` characters whose centre is in them."""
    xs, ys = lattice.xs, lattice.ys
    column = np.searchsorted(xs, (page.boxes[seen, 0] + page.boxes[seen, 2]) / 2) - 1
    row = np.searchsorted(ys, (page.boxes[seen, 1] + page.boxes[seen, 3]) / 2) - 1
    region_of = np.full((len(ys) - 1, len(xs) - 1), -1)
    for at, region in enumerate(lattice.regions):
        region_of[region.top : region.bottom + 1, region.left : region.right + 1] = at
    inside = (column >= 0) & (column < len(xs) - 1) & (row >= 0) & (row < len(ys) - 1)
    held = np.full(len(seen), -1)
    held[inside] = region_of[row[inside], column[inside]]
    order = np.argsort(held, kind="stable")
    bounds = np.searchsorted(held[order], np.arange(len(lattice.regions) + 1))
    characters = seen[order]
    pieces = []
    for at, region in enumerate(lattice.regions):
        own: Sequence[int] = characters[bounds[at] : bounds[at + 1]].tolist()
        pieces.append(
            Piece(
                xs[region.left],
                ys[region.top],
                xs[region.right + 1],
                ys[region.bottom + 1],
                tuple(cell_lines(page, own)) if own else (),
            )
        )
    return pieces
