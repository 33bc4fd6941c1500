"""Rows of a page in; the stretches of them that stand in two columns, and where these part, out."""

from collections.abc import Sequence

from corpus.layout.columns import Gutter
from corpus.layout.segments import Segment

_LEAST_ROWS = 4
_LEAST_GUTTER = 0.8
_BAND_GAP = 2.0
_SMALLER = 0.88

Stretch = tuple[int, int, Gutter | None]
"""Rows from the first number on, up to the second (exclusive); None where no strip parts them all."""


def column_stretches(rows: Sequence[Sequence[Segment]]) -> list[Stretch]:
    """The rows, from top to bottom, in stretches: those next to each other that one white strip parts.

    Between the lines of a page that go over its whole width a few may stand in columns, too few for the strip
    to show on the page as a whole. An empty row (a table) ends a stretch; so do white space and smaller type
    (footnotes).
    """
    found: list[Stretch] = []
    start = taken = 0
    strips: list[Gutter] = []
    for number, row in enumerate([*rows, ()]):
        if strips and row and not _parts_from(rows[number - 1], rows[start], row):
            kept = _free(strips, row)
            if kept:
                strips = kept
                continue
        if strips and number - start >= _LEAST_ROWS:
            if taken < start:
                found.append((taken, start, None))
            found.append((start, number, max(strips, key=lambda strip: strip.right - strip.left)))
            taken = number
        start, strips = number, _strips(row)
    if taken < len(rows):
        found.append((taken, len(rows), None))
    return found


def _parts_from(above: Sequence[Segment], first: Sequence[Segment], row: Sequence[Segment]) -> bool:
    size = max(piece.size for piece in row)
    gap = min(piece.top for piece in row) - max((piece.bottom for piece in above), default=0)
    return gap > _BAND_GAP * size or size < _SMALLER * max(piece.size for piece in first)


def _strips(row: Sequence[Segment]) -> list[Gutter]:
    """The white strips between the pieces of a row."""
    strips: list[Gutter] = []
    right: float | None = None
    for piece in sorted(row, key=lambda piece: piece.left):
        if right is not None and piece.left - right >= _LEAST_GUTTER * piece.size:
            strips.append(Gutter(right, piece.left))
        right = max(piece.right, piece.right if right is None else right)
    return strips


def _free(strips: Sequence[Gutter], row: Sequence[Segment]) -> list[Gutter]:
    """What of the strips a row leaves free."""
    free: list[Gutter] = []
    pieces = sorted(row, key=lambda piece: piece.left)
    least = _LEAST_GUTTER * max(piece.size for piece in row)
    for strip in strips:
        left = strip.left
        for piece in pieces:
            if piece.right <= left or piece.left >= strip.right:
                continue
            if piece.left - left >= least:
                free.append(Gutter(left, piece.left))
            left = max(left, piece.right)
        if strip.right - left >= least:
            free.append(Gutter(left, strip.right))
    return free
