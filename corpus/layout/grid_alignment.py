"""Rows of text stretches in; tables without rules, told by what stands in columns, out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.layout.grid_lines import TextLine, is_unit, joined
from corpus.layout.grid_pieces import Piece
from corpus.layout.grid_tokens import TokenRow
from corpus.normalising import squeeze

_LEAST_ROWS = 3
_LEAST_SHORT_ROWS = 4
_LONGEST = 26.0
_LONGEST_SHORT = 10.0
_ALIGNED = 0.6
_FAR = 3.0
_COLUMN_GAP = 0.8
_MOST_HEAD_ROWS = 3
_MOST_COLUMNS = 40
_LEADER = re.compile(r"[・･.．…‥─―\-_＿]{4,}")


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float


def aligned_tables(rows: Sequence[TokenRow]) -> Iterator[list[Piece]]:
    """The tables among rows of text, as pieces: at least three rows near each other whose amounts stand in a
    column, or four whose short words do. A contents page and prose set in columns are none."""
    for first, end in _stretches(rows):
        block = [row for row in rows[first:end] if _is_candidate(row)]
        columns = _columns(block)
        if len(columns) < 2 or _is_contents(block) or not _fits(block, columns):
            continue
        head = _head(rows, first, columns)
        yield _pieces(rows[head:end], columns)


def _is_candidate(row: TokenRow) -> bool:
    return _has_amounts(row) or _is_short(row)


def _has_amounts(row: TokenRow) -> bool:
    """Whether a row is a name, short or broken, with amounts right of it."""
    if len(row) < 2 or any(_LEADER.search(token.text) for token in row):
        return False
    if any(_width(token) > _LONGEST for token in row):
        return False
    return any(_is_amount(token) for token in row[1:])


def _is_amount(token: TextLine) -> bool:
    return token.is_amount and any(letter.isdigit() for letter in token.text)


def _is_short(row: TokenRow) -> bool:
    if len(row) < 2 or any(_LEADER.search(token.text) for token in row):
        return False
    return all(_width(token) <= _LONGEST_SHORT for token in row) and any(len(token.text) > 1 for token in row)


def _width(token: TextLine) -> float:
    return (token.right - token.left) / max(token.height, 1)


def _stretches(rows: Sequence[TokenRow]) -> Iterator[tuple[int, int]]:
    """Stretches of rows that are candidates, each in line with the one before it; a row of one stretch of
    text may stand between two."""
    first = last = -1
    held = 0
    for at, row in enumerate(rows):
        near = last >= 0 and row[0].middle - rows[last][0].middle <= _FAR * max(token.height for token in row)
        if _is_candidate(row) and last >= 0 and near and _in_line(rows[last], row):
            last, held = at, held + 1
            continue
        if last >= 0 and near and len(row) == 1 and at - last == 1:
            continue
        if held >= _LEAST_ROWS and _is_enough(rows[first : last + 1]):
            yield first, last + 1
        first, last, held = (at, at, 1) if _is_candidate(row) else (-1, -1, 0)
    if held >= _LEAST_ROWS and _is_enough(rows[first : last + 1]):
        yield first, last + 1


def _is_enough(rows: Sequence[TokenRow]) -> bool:
    with_amounts = sum(_has_amounts(row) for row in rows)
    return with_amounts >= _LEAST_ROWS or sum(map(_is_short, rows)) >= _LEAST_SHORT_ROWS


def _in_line(above: TokenRow, row: TokenRow) -> bool:
    """Whether a stretch other than the first stands under one of the row above, edge to edge."""
    edge = _ALIGNED * row[0].height
    return any(
        abs(one.right - other.right) <= edge or abs(one.left - other.left) <= edge
        for one in row[1:]
        for other in above[1:]
    )


def _columns(rows: Sequence[TokenRow]) -> list[_Column]:
    """The upright strips that the stretches of the rows stand in, parted by white strips."""
    columns: list[_Column] = []
    tokens = sorted((token for row in rows for token in row), key=lambda token: token.left)
    for token in tokens:
        if columns and token.left < columns[-1].right + _COLUMN_GAP * token.height:
            columns[-1] = _Column(columns[-1].left, max(columns[-1].right, token.right))
        else:
            columns.append(_Column(token.left, token.right))
    return _without_unit_columns(columns, tokens) if len(columns) <= _MOST_COLUMNS else []


def _without_unit_columns(columns: Sequence[_Column], tokens: Sequence[TextLine]) -> list[_Column]:
    """The columns, one that holds nothing but a unit (円) made one with that of its amounts."""
    found: list[_Column] = []
    for column in columns:
        held = [token for token in tokens if column.left <= token.left and token.right <= column.right]
        if found and held and all(map(is_unit, held)):
            found[-1] = _Column(found[-1].left, column.right)
        else:
            found.append(column)
    return found


def _fits(rows: Sequence[TokenRow], columns: Sequence[_Column]) -> bool:
    """Whether no two amounts of a row fall into one column, and two columns at least are filled in a third of
    the rows."""
    filled = [0] * len(columns)
    for row in rows:
        places = [_place(token, columns)[0] for token in row]
        amounts = [place for place, token in zip(places, row, strict=True) if _is_amount(token)]
        if len(amounts) > len(set(amounts)):
            return False
        for place in set(places):
            filled[place] += 1
    return sum(count * 3 >= len(rows) for count in filled) >= 2


def _place(token: TextLine, columns: Sequence[_Column]) -> tuple[int, int]:
    """The first and last column that a stretch stands in."""
    touched = [
        at for at, column in enumerate(columns) if token.left < column.right and token.right > column.left
    ]
    if touched:
        return touched[0], touched[-1]
    middle = (token.left + token.right) / 2
    nearest = min(
        range(len(columns)), key=lambda at: abs((columns[at].left + columns[at].right) / 2 - middle)
    )
    return nearest, nearest


def _is_contents(rows: Sequence[TokenRow]) -> bool:
    """Whether the rows are titles with page numbers, ascending."""
    last = [squeeze(row[-1].text).strip("()-―‐ p.P") for row in rows]
    numbers = [int(text) for text in last if text.isdigit() and len(text) <= 4]
    if len(numbers) < len(rows) * 0.9 or any(len(row) > 3 for row in rows):
        return False
    return all(before <= after for before, after in pairwise(numbers)) and numbers[0] < numbers[-1]


def _head(rows: Sequence[TokenRow], first: int, columns: Sequence[_Column]) -> int:
    """The first of the rows right above that head the columns."""
    head = first
    while head > 0 and first - head < _MOST_HEAD_ROWS:
        row, below = rows[head - 1], rows[head]
        if below[0].middle - row[0].middle > _FAR * below[0].height or len(row) < 2:
            break
        places = [_place(token, columns) for token in row]
        if any(before[1] >= after[0] for before, after in pairwise(places)):
            break
        if any(_width(token) > _LONGEST_SHORT for token in row):
            break
        head -= 1
    return head


def _pieces(rows: Sequence[TokenRow], columns: Sequence[_Column]) -> list[Piece]:
    """The cells of the rows; each row's upper edge lies half way to the row above."""
    edges = [column.left for column in columns] + [columns[-1].right]
    tops = [min(token.top for token in row) for row in rows]
    bottoms = [*tops[1:], max(token.bottom for token in rows[-1])]
    pieces: list[Piece] = []
    for row, top, bottom in zip(rows, tops, bottoms, strict=True):
        cells: list[tuple[int, int, TextLine]] = []
        for token in row:
            start, end = _place(token, columns)
            if cells and start <= cells[-1][1]:
                first, last, before = cells.pop()
                cells.append((first, max(last, end), joined(before, token)))
            else:
                cells.append((start, end, token))
        free = set(range(len(columns)))
        for start, end, token in cells:
            free -= set(range(start, end + 1))
            pieces.append(Piece(edges[start], top, edges[end + 1], bottom, (token,)))
        pieces += [Piece(edges[at], top, edges[at + 1], bottom, ()) for at in sorted(free)]
    return pieces
