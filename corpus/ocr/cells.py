"""Rows of lines in, rows of cells in the columns of their table out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from corpus.ocr.reading_order import Row
from corpus.ocr.upright_rules import UprightRule
from corpus.ocr.uprighting import UprightLine

CellLines = tuple[UprightLine, ...]
_WORD_GAP = 0.4
_CELL_GAP = 1.5
"""Gaps between lines side by side, in line heights: wider than these are a space, another cell."""
_SPREAD_GAP = 8.0
_SPREAD_PIECE = re.compile(r"[【（(]?[一-鿿々ぁ-んァ-ヶー]{1,2}[】）)]?")
_STROKE = 0.1
_OVERLAP = 0.2
"""Less of the narrower one's width than this is the frame that the detector puts around a line."""
_SAME_TABLE = 3.0
"""Rows further apart than this many line heights are of two tables."""


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row as its cells from left to right; an empty cell has no lines."""

    cells: tuple[CellLines, ...]


def part_cells(rows: Sequence[Row], rules: Sequence[UprightRule]) -> list[CellRow]:
    """The rows with their lines put together to cells; rows that follow each other share columns."""
    parted = [_cells(_split_at_rules(row, rules), rules) for row in rows]
    result: list[CellRow] = []
    for first, last in _tables(parted):
        result.extend(_align(parted[first:last], rules))
    return result


def _split_at_rules(row: Row, rules: Sequence[UprightRule]) -> list[UprightLine]:
    return [piece for line in row.lines for piece in _split(line, rules)]


def _split(line: UprightLine, rules: Sequence[UprightRule]) -> list[UprightLine]:
    """A line that was read across a rule, as one piece for each cell."""
    crossed = [
        rule.x
        for rule in rules
        if line.left + line.height < rule.x < line.right - line.height
        and rule.top < line.middle < rule.bottom
    ]
    if not crossed or len(line.line.centres) != len(line.line.text):
        return [line]
    pieces = []
    edges = [line.left, *crossed, line.right]
    for left, right in pairwise(edges):
        inside = [
            index
            for index, centre in enumerate(line.line.centres)
            if left <= line.left + centre * line.width < right or (right == line.right and centre >= 1)
        ]
        text = "".join(line.line.text[index] for index in inside)
        if text.strip():
            piece = replace(
                line.line, text=text, certainty=tuple(line.line.certainty[i] for i in inside), centres=()
            )
            pieces.append(replace(line, line=piece, left=left, right=right))
    return pieces


def _cells(lines: Sequence[UprightLine], rules: Sequence[UprightRule]) -> list[CellLines]:
    cells: list[list[UprightLine]] = []
    for line in lines:
        if cells and _same_cell(cells[-1][-1], line, rules):
            cells[-1].append(line)
        else:
            cells.append([line])
    return [tuple(cell) for cell in cells]


def _same_cell(left: UprightLine, right: UprightLine, rules: Sequence[UprightRule]) -> bool:
    gap, height = right.left - left.right, min(left.height, right.height)
    if _ruled_between(left, right, rules):
        return False
    return gap < _CELL_GAP * height or (are_spread(left, right) and _one_cell(left, right, rules))


def are_spread(left: UprightLine, right: UprightLine) -> bool:
    """Whether two pieces are one word set with wide gaps between its characters: 科　　目."""
    pieces = _SPREAD_PIECE.fullmatch(left.line.text.strip()), _SPREAD_PIECE.fullmatch(right.line.text.strip())
    return all(pieces) and right.left - left.right < _SPREAD_GAP * min(left.height, right.height)


def _beside(rule: UprightRule, line: UprightLine) -> bool:
    """Whether a rule is as high as the line at least: the strokes of large type are not."""
    return rule.top <= line.top + _STROKE * line.height and rule.bottom >= line.bottom - _STROKE * line.height


def _ruled_between(left: UprightLine, right: UprightLine, rules: Sequence[UprightRule]) -> bool:
    edge = 0.3 * min(left.height, right.height)
    return any(
        left.right - edge <= rule.x <= right.left + edge and rule.top < left.middle < rule.bottom
        for rule in rules
    )


def _one_cell(left: UprightLine, right: UprightLine, rules: Sequence[UprightRule]) -> bool:
    """Whether rules stand on both sides of the two: they are in one ruled cell."""
    beside = [rule.x for rule in rules if _beside(rule, left)]
    return any(x < left.left + 2 for x in beside) and any(x > right.right - 2 for x in beside)


def _tables(rows: Sequence[Sequence[CellLines]]) -> list[tuple[int, int]]:
    """First and last row (exclusive) of each table; a row of its own that is in none."""
    bounds: list[tuple[int, int]] = []
    index = 0
    while index < len(rows):
        end = index + 1
        last_wide = index if len(rows[index]) > 1 else None
        while last_wide is not None and end < len(rows) and _follows(rows[end - 1], rows[end]):
            if len(rows[end]) > 1:
                last_wide = end
            elif end - last_wide > 2:
                break
            end += 1
        end = index + 1 if last_wide is None else last_wide + 1
        bounds.append((index, end))
        index = end
    return bounds


def _follows(row: Sequence[CellLines], after: Sequence[CellLines]) -> bool:
    bottom = max(line.bottom for cell in row for line in cell)
    top = min(line.top for cell in after for line in cell)
    height = median(line.height for cell in after for line in cell)
    return top - bottom < _SAME_TABLE * height


def _align(rows: Sequence[Sequence[CellLines]], rules: Sequence[UprightRule]) -> list[CellRow]:
    """The cells of a table's rows in its columns."""
    if len(rows) == 1:
        return [CellRow(tuple(rows[0]))]
    columns = find_columns([(cell[0].left, cell[-1].right) for row in rows for cell in row])
    return [_in_columns(row, columns) for row in rows]


def find_columns(extents: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Left and right edges of the columns that cells of these extents stand in, from left to right.

    Narrow cells make the columns; a cell that lies over two of them is a head over both and makes none.
    """
    columns: list[tuple[float, float]] = []
    for left, right in sorted(extents, key=lambda extent: extent[1] - extent[0]):
        over = [column for column in columns if _overlap((left, right), column)]
        if not over:
            columns.append((left, right))
        elif len(over) == 1:
            columns.remove(over[0])
            columns.append((min(left, over[0][0]), max(right, over[0][1])))
    return sorted(columns)


def _in_columns(row: Sequence[CellLines], columns: Sequence[tuple[float, float]]) -> CellRow:
    places: list[CellLines] = [()] * len(columns)
    last = -1
    for cell in row:
        left, right = cell[0].left, cell[-1].right
        wanted = max(
            range(len(columns)),
            key=lambda index: (min(right, columns[index][1]) - max(left, columns[index][0]), -index),
        )
        over = [index for index, column in enumerate(columns) if _overlap((left, right), column)]
        place = max(over[0] if len(over) > 1 else wanted, last + 1)
        if place >= len(places):
            places.append(())
        places[place] = cell
        last = place
    while places and not places[-1]:
        places.pop()
    return CellRow(tuple(places))


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common > _OVERLAP * min(one[1] - one[0], other[1] - other[0])


def joint(left: UprightLine, right: UprightLine) -> str:
    """What stands between two pieces of one cell: a space where there is one, nothing in a spread word."""
    if are_spread(left, right):
        return ""
    return " " if right.left - left.right > _WORD_GAP * min(left.height, right.height) else ""
