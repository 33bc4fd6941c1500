"""Pieces side by side in; names with the amounts right of them, out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.layout.grid_lines import TextLine, is_unit
from corpus.layout.grid_pieces import Piece

_FULL = 1.1

Reach = Mapping[tuple[float, float], float]
"""For each column (its left and right edge) how far right its longest line goes."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Pieces side by side, from left to right: `names` hold text, `amounts` figures; some hold nothing."""

    pieces: tuple[Piece, ...]
    names: tuple[Piece, ...]
    amounts: tuple[Piece, ...]


def groups_of(run: Sequence[Piece]) -> list[Columns]:
    """The pieces of a run parted before each name that stands right of an amount."""
    groups: list[list[Piece]] = [[]]
    kinds: list[tuple[list[Piece], list[Piece]]] = [([], [])]
    for piece in run:
        amounts = _holds_amounts(piece)
        if piece.lines and not amounts and kinds[-1][1]:
            groups.append([])
            kinds.append(([], []))
        groups[-1].append(piece)
        if piece.lines:
            kinds[-1][amounts].append(piece)
    return [
        Columns(tuple(group), tuple(names), tuple(amounts))
        for group, (names, amounts) in zip(groups, kinds, strict=True)
    ]


def _holds_amounts(piece: Piece) -> bool:
    told = [line for line in piece.lines if not is_unit(line)]
    amounts = sum(line.is_amount for line in told)
    return amounts > 0 and amounts * 2 > len(told)


def reach_of(pieces: Sequence[Piece]) -> Reach:
    """How far the lines of each column go before they are broken."""
    found: dict[tuple[float, float], float] = {}
    for piece in pieces:
        if piece.lines:
            key = piece.left, piece.right
            found[key] = max(found.get(key, 0.0), *(line.right for line in piece.lines))
    return found


def is_full(line: TextLine, piece: Piece, reach: Reach) -> bool:
    """Whether a line goes as far as its column lets it, so that what follows may be its end."""
    return line.right + _FULL * line.height >= reach[piece.left, piece.right]
