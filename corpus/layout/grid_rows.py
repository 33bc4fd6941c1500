"""Pieces of a table in; those in which several rows stand without a rule between them parted, out."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from corpus.layout.grid_groups import Columns, Reach, groups_of, reach_of
from corpus.layout.grid_items import Item, find_items, items_beside
from corpus.layout.grid_lines import TextLine
from corpus.layout.grid_pieces import Piece

_SLACK = 1.0


def split_rows(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those with several rows parted between them.

    Pieces side by side make groups, each of names and the amounts right of them; a group has a row for each
    amount. Rows of two groups that begin on one line, or at a rule of a third, begin at the same edge.
    """
    reach = reach_of(pieces)
    height = max(piece.bottom for piece in pieces) - min(piece.top for piece in pieces)
    parted: list[tuple[Piece, list[tuple[Item, tuple[TextLine, ...]]]]] = []
    for run in _runs(pieces):
        alone = run[0].bottom - run[0].top > height / 2
        parted += _part_run(run, reach, alone)
    edges = _edges(pieces, [[item for item, _ in rows] for _, rows in parted])
    return [part for piece, rows in parted for part in _cut(piece, rows, edges)]


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces of the same height side by side, each run from left to right."""
    runs: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.top, piece.bottom, piece.left)):
        last = runs[-1][-1] if runs else None
        if last and (last.top, last.bottom, last.right) == (piece.top, piece.bottom, piece.left):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _part_run(
    run: Sequence[Piece], reach: Reach, alone: bool
) -> list[tuple[Piece, list[tuple[Item, tuple[TextLine, ...]]]]]:
    found = []
    starts: list[float] = []
    groups = groups_of(run)
    for group in groups:
        if group.amounts:
            items = find_items(group, reach)
            starts += [item.start for item in items]
        else:
            items = []
        found.append(items)
    for at, group in enumerate(groups):
        if not group.amounts:
            found[at] = items_beside(group, reach, starts, alone and not starts)
    return [
        (piece, _held(group, piece, items))
        for group, items in zip(groups, found, strict=True)
        for piece in group.pieces
    ]


def _held(group: Columns, piece: Piece, items: Sequence[Item]) -> list[tuple[Item, tuple[TextLine, ...]]]:
    """The rows of a piece with its lines in each; a row without one goes to the name above it where names
    of its column stand for several rows."""
    if len(items) < 2 or not piece.lines:
        return []
    item_of = {line: at for at, item in enumerate(items) for line in item.lines}
    held: list[list[TextLine]] = [[] for _ in items]
    for line in piece.lines:
        if line in item_of:
            held[item_of[line]].append(line)
    rows = [(item, tuple(lines)) for item, lines in zip(items, held, strict=True)]
    filled = [at for at, (_, lines) in enumerate(rows) if lines]
    if not filled:
        return []
    carried = piece in group.names and (piece is not group.names[-1] or len(filled) == 1)
    if not carried:
        return rows
    first = filled[0]
    if len(filled) == 1 and not items[first].has_amount:
        return [(items[0], rows[first][1])]
    return [row for at, row in enumerate(rows) if row[1] or at < first]


def _edges(pieces: Sequence[Piece], parted: Sequence[Sequence[Item]]) -> dict[tuple[float, float], float]:
    """For each stretch between two rows the y at which they part: a rule's or a shared one."""
    drawn = sorted({piece.top for piece in pieces})
    gaps = sorted({item.gap for items in parted for item in items[1:]}, key=lambda gap: gap[1])
    edges: dict[tuple[float, float], float] = {}
    last = float("-inf")
    for low, high in gaps:
        near = bisect_right(drawn, high + _SLACK) - 1
        if near >= 0 and drawn[near] >= low - _SLACK:
            edges[low, high] = drawn[near]
            continue
        if last < low:
            last = high
        edges[low, high] = last
    return edges


def _cut(
    piece: Piece,
    rows: Sequence[tuple[Item, tuple[TextLine, ...]]],
    edges: dict[tuple[float, float], float],
) -> list[Piece]:
    if len(rows) < 2:
        return [piece]
    tops = [piece.top, *(edges[item.gap] for item, _ in rows[1:])]
    bottoms = [*tops[1:], piece.bottom]
    return [
        replace(piece, top=top, bottom=bottom, lines=lines)
        for (_, lines), top, bottom in zip(rows, tops, bottoms, strict=True)
        if bottom > top
    ]
