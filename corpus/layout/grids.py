"""A page's characters and rules in; the tables on it, with their cells, out."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.layout.grid_alignment import aligned_tables
from corpus.layout.grid_columns import split_columns
from corpus.layout.grid_frames import find_frames
from corpus.layout.grid_indents import find_indents
from corpus.layout.grid_lattice import find_lattice
from corpus.layout.grid_pieces import Piece, find_pieces
from corpus.layout.grid_places import place_cells
from corpus.layout.grid_rows import split_rows
from corpus.layout.grid_tokens import token_rows
from corpus.layout.letters import is_ink
from corpus.layout.rules import join_rules
from corpus.layout.types import Grid, PageCharacters

Bounds = tuple[float, float, float, float]

_MOST_CHARACTERS = 60_000
_MOST_RULES = 60_000
_MOST_CROSSINGS = 0.03
_OF_FIGURES = frozenset("0123456789,.０１２３４５６７８９，．")


def find_grids(page: PageCharacters) -> tuple[Grid, ...]:
    """The tables on a page, from top to bottom.

    A ruled table's cells are what its rules part; where lines of text and columns of amounts stand in a cell
    without a rule between them, they are cells too, each row of the finest column a row. A page with more
    characters or rules than a page can show has none.
    """
    if len(page.text) > _MOST_CHARACTERS or len(page.rules) > _MOST_RULES:
        return ()
    seen = _seen(page)
    grids = _ruled(page, seen)
    held = [index for grid in grids for cell in grid.cells for line in cell.lines for index in line]
    free = np.setdiff1d(seen, np.array(held, dtype=np.int64), assume_unique=True)
    for pieces in aligned_tables(token_rows(page, free)):
        grid = _grid(page, pieces, _bounds(pieces))
        if not any(_overlap(grid, other) for other in grids):
            grids.append(grid)
    return tuple(sorted(grids, key=lambda grid: (grid.bounds[1], grid.bounds[0])))


def _seen(page: PageCharacters) -> NDArray[np.int64]:
    boxes = page.boxes
    placed = np.flatnonzero((boxes[:, 2] > boxes[:, 0]) & (boxes[:, 3] > boxes[:, 1]))
    turned = set(page.sideways)
    ink = [index for index in placed.tolist() if is_ink(page.text[index]) and index not in turned]
    return np.array(ink, dtype=np.int64)


def _ruled(page: PageCharacters, seen: NDArray[np.int64]) -> list[Grid]:
    found: list[tuple[int, Grid]] = []
    rules = join_rules(page.rules, page.width, page.height)
    for frame in find_frames(rules, page.width, page.height):
        lattice = find_lattice(frame)
        if lattice is None or len(lattice.regions) < 2:
            continue
        pieces = find_pieces(page, lattice, seen)
        if not _is_table(pieces) or _crossings(page, pieces) > _MOST_CROSSINGS:
            continue
        pieces = split_rows(split_columns(page, pieces))
        found.append((sum(bool(piece.lines) for piece in pieces), _grid(page, pieces, frame.bounds)))
    kept: list[Grid] = []
    for _, grid in sorted(found, key=lambda pair: -pair[0]):
        if not any(_overlap(grid, other) for other in kept):
            kept.append(grid)
    return kept


def _is_table(pieces: Sequence[Piece]) -> bool:
    """Whether two rows at least hold text in several columns, or one in several and another in one."""
    beside = Counter(piece.top for piece in pieces if piece.lines)
    several = sum(count > 1 for count in beside.values())
    return several > 1 or (several == 1 and max(beside.values()) > 2)


def _crossings(page: PageCharacters, pieces: Sequence[Piece]) -> float:
    """The share of letters that follow closely on one in another piece: text that goes on over a rule."""
    letters = [at for at in _crossing(page, pieces, 0.2) if not page.text[at].isdigit()]
    return len(letters) / max(sum(len(line.characters) for piece in pieces for line in piece.lines), 1)


def _figures_cross(page: PageCharacters, pieces: Sequence[Piece]) -> bool:
    """Whether a figure goes on in the next piece as if it were one."""
    return any(
        page.text[at] in _OF_FIGURES and page.text[at + 1] in _OF_FIGURES
        for at in _crossing(page, pieces, 0.12)
    )


def _crossing(page: PageCharacters, pieces: Sequence[Piece], gap: float) -> list[int]:
    """The characters after which the next one stands in another piece, right of it and within `gap` times
    its height."""
    piece_of = {
        index: at for at, piece in enumerate(pieces) for line in piece.lines for index in line.characters
    }
    return [
        index
        for index, at in piece_of.items()
        if piece_of.get(index + 1, at) != at and _follows(page, index, gap)
    ]


def _follows(page: PageCharacters, index: int, gap: float) -> bool:
    box, after = page.boxes[index].tolist(), page.boxes[index + 1].tolist()
    height = box[3] - box[1]
    return bool(abs(box[1] - after[1]) < 0.3 * height and -0.3 * height < after[0] - box[2] < gap * height)


def _bounds(pieces: Sequence[Piece]) -> Bounds:
    return (
        min(piece.left for piece in pieces),
        min(piece.top for piece in pieces),
        max(piece.right for piece in pieces),
        max(piece.bottom for piece in pieces),
    )


def _overlap(grid: Grid, other: Grid) -> bool:
    left, top, right, bottom = grid.bounds
    return (
        min(right, other.bounds[2]) - max(left, other.bounds[0]) > 1
        and min(bottom, other.bounds[3]) - max(top, other.bounds[1]) > 1
    )


def _grid(page: PageCharacters, pieces: Sequence[Piece], bounds: Bounds) -> Grid:
    return Grid(bounds, place_cells(pieces, find_indents(page, pieces)), not _figures_cross(page, pieces))
