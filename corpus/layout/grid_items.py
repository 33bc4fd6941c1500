"""Names and amounts side by side in; which of their lines make one row, out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from corpus.layout.grid_groups import Columns, Reach, is_full
from corpus.layout.grid_lines import TextLine, is_unit
from corpus.layout.grid_pieces import Piece

_SAME_LINE = 0.4
_FAR = 1.5
_NEAR = 0.7
_CLOSE = 0.7
_SAME_LEFT = 0.3
_OUTDENT = 0.6
_AT_ITS_END = 0.6
_OPENING = "(（"
_AT_THE_EDGE = 2.0
_LEAST_LINES = 4
_MOST = 0.7


@dataclass(frozen=True, slots=True)
class Item:
    """The lines of one row of a group. `start` is the middle of its first line, or of that with its amount;
    `gap` the stretch above it (lower and upper y) in which its upper edge may lie."""

    lines: frozenset[TextLine]
    start: float
    gap: tuple[float, float]
    has_amount: bool


@dataclass(slots=True)
class _Row:
    """A row while its lines are gathered: the last line of each piece of names, and the amounts' middle."""

    lines: list[TextLine] = field(default_factory=list)
    last: dict[Piece, TextLine] = field(default_factory=dict)
    amount: float | None = None
    amount_alone: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    """The lines of a group that stand on one level: names with their pieces, and amounts."""

    names: tuple[tuple[Piece, TextLine], ...]
    amounts: tuple[TextLine, ...]
    middle: float


def find_items(group: Columns, reach: Reach) -> list[Item]:
    """The rows of a group: one for each level with an amount, the rest of a broken name with its beginning.

    A name's line goes on with the line above it where that one fills its column and it does not begin as an
    item of a list does.
    """
    levels = _without_centred(group, _levels(group))
    least = 1 if any(piece.is_half for piece in group.pieces) else 2
    if sum(bool(level.amounts) for level in levels) < least:
        return []
    pitch = median([after.middle - before.middle for before, after in pairwise(levels)] or [0.0])
    levels = _around_one_figure(levels)
    rows: list[_Row] = []
    before = 0.0
    for level in levels:
        apart = level.middle - before
        goes_on = rows and not rows[-1].closed and apart <= _FAR * pitch and _goes_on(rows[-1], level, reach)
        if not goes_on and not (rows and apart < _CLOSE * pitch and _is_under(rows[-1], level)):
            rows.append(_Row())
        _take(rows[-1], level)
        before = level.middle
    return _items(rows)


def _levels(group: Columns) -> list[_Level]:
    lines = [(line, piece) for piece in group.pieces for line in piece.lines]
    lines.sort(key=lambda pair: pair[0].middle)
    levels: list[list[tuple[TextLine, Piece]]] = []
    for line, piece in lines:
        first = levels[-1][0][0] if levels else None
        if first and line.middle - first.middle <= _SAME_LINE * max(line.height, first.height):
            levels[-1].append((line, piece))
        else:
            levels.append([(line, piece)])
    return [
        _Level(
            tuple((piece, line) for line, piece in level if piece in group.names),
            tuple(line for line, piece in level if piece not in group.names),
            level[0][0].middle,
        )
        for level in levels
    ]


def _without_centred(group: Columns, levels: Sequence[_Level]) -> list[_Level]:
    """The levels without those made of the only lines of their pieces: text set in the middle of a cell that
    stands for all its rows."""
    only = {piece.lines[0] for piece in group.pieces if len(piece.lines) == 1}
    return [level for level in levels if not {*level.amounts, *(line for _, line in level.names)} <= only]


def _around_one_figure(levels: Sequence[_Level]) -> list[_Level]:
    """The levels; where the lines of names stand close around the only level with a figure (千円 may stand
    over it), these are one."""
    figures = [level for level in levels if any(not is_unit(amount) for amount in level.amounts)]
    others = [level for level in levels if not level.amounts]
    if len(figures) != 1 or any(
        abs(level.middle - figures[0].middle) > level.names[0][1].height for level in others
    ):
        return list(levels)
    names = tuple(pair for level in levels if level in others or level is figures[0] for pair in level.names)
    one = _Level(names, figures[0].amounts, figures[0].middle)
    return [one if level is figures[0] else level for level in levels if level not in others]


def _goes_on(row: _Row, level: _Level, reach: Reach) -> bool:
    if level.amounts and all(map(is_unit, level.amounts)) and not level.names:
        return False
    if level.amounts and row.amount is not None:
        return False
    if not level.names:
        return True
    if all(_continues(row.last.get(piece), line, piece, reach) for piece, line in level.names):
        return not level.amounts or all(_ends_at_edge(row.last[piece], piece) for piece, _ in level.names)
    return row.amount_alone and not level.amounts and _surrounds(row, level)


def _is_under(row: _Row, level: _Level) -> bool:
    """Whether lines without an amount stand straight under those of a row with one."""
    if level.amounts or row.amount is None:
        return False
    above = [(row.last.get(piece), line) for piece, line in level.names]
    return all(
        last is not None and not line.is_marked and abs(line.left - last.left) <= _SAME_LEFT * line.height
        for last, line in above
    )


def _continues(above: TextLine | None, line: TextLine, piece: Piece, reach: Reach) -> bool:
    if above is None or line.is_marked or line.left < above.left - _OUTDENT * line.height:
        return False
    if line.text[0] in _OPENING:
        return True
    set_right = line.left > above.left + _AT_ITS_END * (above.right - above.left)
    return set_right or is_full(above, piece, reach)


def _ends_at_edge(line: TextLine, piece: Piece) -> bool:
    """Whether a line without an amount goes to the very edge, so that its amount may stand a line below."""
    return piece.right - line.right <= _AT_THE_EDGE * line.height


def _surrounds(row: _Row, level: _Level) -> bool:
    """Whether an amount stands half way between the lines of a name above and below it."""
    line = level.names[0][1]
    if line.is_marked or row.amount is None or not row.last:
        return False
    above = max(last.middle for last in row.last.values())
    apart = line.middle - above
    return apart <= _FAR * line.height and abs((above + line.middle) / 2 - row.amount) < 0.25 * apart


def _take(row: _Row, level: _Level) -> None:
    row.lines += [line for _, line in level.names]
    row.lines += level.amounts
    row.last.update(level.names)
    if level.amounts:
        row.amount = level.middle
        row.amount_alone = not level.names
        row.closed = all(map(is_unit, level.amounts)) and not level.names


def _items(rows: Sequence[_Row]) -> list[Item]:
    items: list[Item] = []
    for at, row in enumerate(rows):
        top = min(line.top for line in row.lines)
        low = max((line.bottom for line in rows[at - 1].lines), default=top) if at else top
        if low > top:
            low = top = (low + top) / 2
        height = max(line.height for line in row.lines)
        start = row.amount if row.amount is not None else min(line.middle for line in row.lines)
        gap = (max(low, top - _NEAR * height), top)
        items.append(Item(frozenset(row.lines), start, gap, row.amount is not None))
    return items


def items_beside(group: Columns, reach: Reach, starts: Sequence[float], alone: bool) -> list[Item]:
    """The rows of text without amounts: they begin where those of other groups do (`starts`); `alone`, where
    there are none and the text stands between upright rules only, where lines stand level in its columns."""
    if not starts and not alone:
        return []
    levels = _levels(group)
    if alone and not _is_level_throughout(group, levels):
        return []
    rows: list[_Row] = []
    for level in levels:
        begins = alone or any(
            abs(level.middle - start) <= _SAME_LINE * level.names[0][1].height for start in starts
        )
        key = [pair for pair in level.names if not alone or pair[0] is group.names[0]]
        new = begins and not all(
            _continues(rows[-1].last.get(piece) if rows else None, line, piece, reach) for piece, line in key
        )
        if not rows or new:
            rows.append(_Row())
        _take(rows[-1], level)
    return _items(rows) if len(rows) > 1 else []


def _is_level_throughout(group: Columns, levels: Sequence[_Level]) -> bool:
    """Whether the lines of the first column stand level with lines of others, and few others stand alone."""
    if len(group.names) < 2:
        return False
    key = [level for level in levels if any(piece is group.names[0] for piece, _ in level.names)]
    level_ones = sum(len(level.names) > 1 for level in key)
    return len(key) >= _LEAST_LINES and level_ones >= _MOST * len(key) and len(key) >= _MOST * len(levels)
