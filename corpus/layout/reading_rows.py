"""Segments in; the pieces of lines that they make, row by row, out."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.layout.lines import rows_of
from corpus.layout.segments import Segment, outline
from corpus.layout.types import Grid

_PIECE_GAP = 1.2


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a line, or a table: its outline and parts. `place` orders rows from top to bottom, and a
    row's items share it."""

    piece: Segment
    place: float
    parts: tuple[Segment, ...] = ()
    grid: Grid | None = None


def items_of(segments: Sequence[Segment]) -> list[Item]:
    """The pieces of the rows that segments make, and each stretch that runs down the page."""
    items = [Item(piece, piece.top, (piece,)) for piece in segments if piece.vertical]
    for place, row in _labels_with_lines(rows_of(piece for piece in segments if not piece.vertical)):
        items += [Item(outline(piece), place, tuple(piece)) for piece in _pieces(row)]
    return items


def _labels_with_lines(rows: Sequence[list[Segment]]) -> list[tuple[float, list[Segment]]]:
    """The rows with their places from top to bottom; a label that stands beside two lines, half way between
    them (第４章 before a title of two lines), is put before the first."""
    placed: list[tuple[float, list[Segment]]] = []
    for number, row in enumerate(rows):
        around = (rows[number - 1], rows[number + 1]) if 0 < number < len(rows) - 1 else None
        if placed and around and _is_label_of(row, *around):
            placed[-1] = (placed[-1][0], [*row, *placed[-1][1]])
        else:
            placed.append((max(row, key=lambda piece: piece.height).middle, row))
    return placed


def _is_label_of(row: Sequence[Segment], above: Sequence[Segment], below: Sequence[Segment]) -> bool:
    right, size = max(piece.right for piece in row), max(piece.size for piece in row)
    upper, lower = min(above, key=lambda piece: piece.left), min(below, key=lambda piece: piece.left)
    beside = right < min(upper.left, lower.left) and abs(upper.left - lower.left) < size
    return (
        beside
        and max(piece.bottom for piece in row) > lower.top
        and min(piece.top for piece in row) < upper.bottom
    )


def _pieces(row: Sequence[Segment]) -> list[list[Segment]]:
    """The segments of a row, those close to each other put together."""
    pieces: list[list[Segment]] = []
    right = float("-inf")
    for part in row:
        if not pieces or part.left - right > _PIECE_GAP * max(part.size, pieces[-1][-1].size):
            pieces.append([])
        pieces[-1].append(part)
        right = max(right, part.right)
    return pieces
