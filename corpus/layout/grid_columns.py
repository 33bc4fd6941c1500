"""Pieces of a table in; those in which names and amounts stand side by side parted, out."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from corpus.layout.grid_lines import TextLine, is_unit, joined, split_at_gaps, text_line
from corpus.layout.grid_pieces import Piece
from corpus.layout.types import PageCharacters
from corpus.normalising import squeeze

_GAP = 1.0
_WIDE_GAP = 2.0
_ALIGNED = 0.4
_CLOSE_AMOUNT = re.compile(r"(?<=[^\d,.△▲\-(])(?:[△▲-]\d[\d,]*|\d{1,3}(?:,\d{3})+)$")

Pair = tuple[TextLine | None, TextLine | None]
"""What of a line is its name and what the amount at its end."""


def split_columns(page: PageCharacters, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, each column of them whose lines end in amounts apart from their names made two columns."""
    stacks: dict[tuple[float, float], list[Piece]] = defaultdict(list)
    for piece in pieces:
        stacks[piece.left, piece.right].append(piece)
    found: list[Piece] = []
    for stack in stacks.values():
        found.extend(_split_stack(page, stack))
    return found


def _split_stack(page: PageCharacters, stack: Sequence[Piece]) -> list[Piece]:
    parted = [[_name_and_amount(page, line) for line in piece.lines] for piece in stack]
    pairs = [(name, amount) for lines in parted for name, amount in lines if name and amount]
    if not _are_columns(pairs, stack[0].right):
        return list(stack)
    edge = median(amount.left for _, amount in pairs if amount)
    edge = min([edge, *(amount.left for lines in parted for _, amount in lines if amount)]) - 0.5
    right = median(amount.right for _, amount in pairs if amount)
    found: list[Piece] = []
    for piece, lines in zip(stack, parted, strict=True):
        lines = [_close_pair(page, pair, right) for pair in lines]
        lines = [_unit_with_amounts(pair, edge) for pair in lines]
        if not any(amount for _, amount in lines) and not all(_before(name, edge) for name, _ in lines):
            found.append(piece)
            continue
        names = tuple(name for name, _ in lines if name)
        amounts = tuple(amount for _, amount in lines if amount)
        if not names and not amounts:
            found.append(piece)
        else:
            found.append(replace(piece, right=edge, lines=names, is_half=True))
            found.append(replace(piece, left=edge, lines=amounts, is_half=True))
    return found


def _close_pair(page: PageCharacters, pair: Pair, right: float) -> Pair:
    """A line whose amount stands close after its name, but ends where the amounts of its column do."""
    name, amount = pair
    if not name or amount or abs(name.right - right) > _ALIGNED * name.height:
        return pair
    match = _CLOSE_AMOUNT.search(squeeze(name.text))
    length = len(match[0]) if match else 0
    if not match or len(squeeze(name.text)) != len(name.text):
        return pair
    return text_line(page, name.characters[:-length]), text_line(page, name.characters[-length:])


def _unit_with_amounts(pair: Pair, edge: float) -> Pair:
    """A line with the unit over the amounts (千円) counted with them."""
    name, amount = pair
    return (None, name) if name and amount is None and name.left > edge and is_unit(name) else pair


def _before(name: TextLine | None, edge: float) -> bool:
    return name is None or name.right <= edge


def _name_and_amount(page: PageCharacters, line: TextLine) -> Pair:
    """What of a line is its name and what the amount at its end, one of them at least."""
    parts = split_at_gaps(page, line, _GAP)
    if not parts[-1].is_amount or not any(letter.isdigit() for letter in parts[-1].text):
        return line, None
    if len(parts) == 1:
        return None, line
    name = parts[0]
    for part in parts[1:-1]:
        name = joined(name, part)
    return name, parts[-1]


def _are_columns(pairs: Sequence[Pair], right: float) -> bool:
    """Whether names with amounts are two columns: several such lines, or one that ends at the right edge."""
    if not pairs:
        return False
    if len(pairs) > 1:
        return True
    name, amount = pairs[0]
    assert name and amount
    wide = amount.left - name.right > _WIDE_GAP * amount.height
    return wide and right - amount.right < amount.height and not name.is_amount
