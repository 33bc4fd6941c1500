"""Upright lines in, rows of cells in reading order out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from corpus.ocr.upright_rules import UprightRule
from corpus.ocr.uprighting import UprightLine

_SAME_ROW = 0.5
_PROSE = re.compile(r"[ぁ-ん]")
_PAGE_NUMBER = re.compile(r"[-－―— ]*\d{1,4}[-－―— ]*")
_TIER_OVERLAP = 0.5
_FEWEST_IN_A_COLUMN = 4
_COLUMN_FILL = 0.55


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side, from left to right."""

    lines: tuple[UprightLine, ...]

    @property
    def top(self) -> float:
        """Of its highest line, in pixels."""
        return min(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        """Of its lowest line, in pixels."""
        return max(line.bottom for line in self.lines)


def order_rows(lines: Sequence[UprightLine], rules: Sequence[UprightRule]) -> list[Row]:
    """The rows in reading order: down the page; of two columns of text, the left one first; columns of
    vertical writing from right to left, one a row."""
    if is_vertical(lines):
        return [row for tier in _tiers(lines) for row in _tier_rows(tier)]
    aside = [line for line in lines if _is_number_aside(line, lines)]
    ordered: list[Row] = []
    for block in _blocks([line for line in lines if line not in aside], rules):
        ordered.extend(group_rows(block))
    return [*ordered, *(Row((line,)) for line in aside)]


def _is_number_aside(line: UprightLine, lines: Sequence[UprightLine]) -> bool:
    """A page number in the margin to the left or the right of all else."""
    if not _PAGE_NUMBER.fullmatch(line.line.text):
        return False
    return all(
        other is line or other.left > line.right + line.height or other.right < line.left - line.height
        for other in lines
    )


def is_vertical(lines: Sequence[UprightLine]) -> bool:
    """Whether most characters stand in columns of vertical writing."""
    down = sum(len(line.line.text) for line in lines if _runs_down(line))
    return down > sum(len(line.line.text) for line in lines) / 2


def _runs_down(line: UprightLine) -> bool:
    return len(line.line.text) > 1 and line.height > 2 * line.width


def group_rows(lines: Sequence[UprightLine]) -> list[Row]:
    """Lines whose middles are level make a row."""
    rows: list[list[UprightLine]] = []
    for line in sorted(lines, key=lambda line: (line.middle, line.left)):
        if rows and _level(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [Row(tuple(sorted(row, key=lambda line: line.left))) for row in rows]


def _level(row: Sequence[UprightLine], line: UprightLine) -> bool:
    nearest = min(row[-6:], key=lambda other: abs(other.middle - line.middle))
    return abs(nearest.middle - line.middle) < _SAME_ROW * min(nearest.height, line.height)


def _tier_rows(tier: Sequence[UprightLine]) -> list[Row]:
    """A tier's columns from right to left; rows where it is a heading set across the page."""
    if not is_vertical(tier):
        return group_rows(tier)
    width = median(line.width for line in tier)
    columns: list[list[UprightLine]] = []
    for line in sorted(tier, key=lambda line: -_centre(line)):
        if columns and abs(_centre(columns[-1][0]) - _centre(line)) < _SAME_ROW * width:
            columns[-1].append(line)
        else:
            columns.append([line])
    return [Row((line,)) for column in columns for line in sorted(column, key=lambda line: line.top)]


def _tiers(lines: Sequence[UprightLine]) -> list[list[UprightLine]]:
    """The lines parted where none runs on from above to below."""
    tiers: list[list[UprightLine]] = []
    bottom = 0.0
    for line in sorted(lines, key=lambda line: line.top):
        if not tiers or line.top > bottom - _TIER_OVERLAP * line.width:
            tiers.append([])
            bottom = line.bottom
        tiers[-1].append(line)
        bottom = max(bottom, line.bottom)
    return tiers


def _centre(line: UprightLine) -> float:
    return (line.left + line.right) / 2


def _blocks(lines: Sequence[UprightLine], rules: Sequence[UprightRule]) -> list[list[UprightLine]]:
    """The lines parted where the page changes between one and two columns of text."""
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)]
    blocks: list[list[UprightLine]] = []
    band: list[UprightLine] = []
    for line in sorted(lines, key=lambda line: line.middle):
        if line.left < gutter < line.right:
            blocks += [*_columns(band, gutter, rules), [line]]
            band = []
        else:
            band.append(line)
    return [block for block in [*blocks, *_columns(band, gutter, rules)] if block]


def _gutter(lines: Sequence[UprightLine]) -> float | None:
    """Where between 30 and 70 per cent of the text's width the fewest characters are crossed."""
    if len(lines) < 2 * _FEWEST_IN_A_COLUMN:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    places = [left + (right - left) * share / 100 for share in range(30, 71)]
    crossed = [sum(len(line.line.text) for line in lines if line.left < x < line.right) for x in places]
    fewest = min(crossed)
    best = [x for x, count in zip(places, crossed, strict=True) if count == fewest]
    return best[len(best) // 2]


def _columns(
    band: Sequence[UprightLine], gutter: float, rules: Sequence[UprightRule]
) -> list[list[UprightLine]]:
    sides = [line for line in band if line.right <= gutter], [line for line in band if line.left >= gutter]
    if all(_is_prose(side) for side in sides) and len(_inner_rules(band, rules)) <= 1:
        return list(sides)
    return [list(band)]


def _inner_rules(band: Sequence[UprightLine], rules: Sequence[UprightRule]) -> list[UprightRule]:
    left, right = min(line.left for line in band), max(line.right for line in band)
    top, bottom = min(line.top for line in band), max(line.bottom for line in band)
    return [rule for rule in rules if left < rule.x < right and rule.top < bottom and rule.bottom > top]


def _is_prose(lines: Sequence[UprightLine]) -> bool:
    if len(lines) < _FEWEST_IN_A_COLUMN:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    filled = median(line.width for line in lines) >= _COLUMN_FILL * width
    return filled and sum(bool(_PROSE.search(line.line.text)) for line in lines) > len(lines) / 2
