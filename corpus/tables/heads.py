"""The rows of a table in; its captions, column heads and the rows under them out."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from corpus.normalising import squeeze
from corpus.tables.cells import CellGrid, Row, TextCell, own_cells
from corpus.tables.figures import parse_figure, stands_for_none
from corpus.tables.groups import is_group
from corpus.tables.lines import is_head_cell
from corpus.tables.units import stated_units, unit_word

Heads = tuple[tuple[str, ...], ...]
"""For each column the heads above it, outermost first."""

_COLUMN_LETTER = re.compile(
    r"[(（]?(?:[A-ZＡ-Ｚa-zａ-ｚ]|[①-⑳]|[ア-ン])[)）]?(?:\s*[=＝].{1,24})?|[(（].{1,8}[)）]"
)
_LEAST_SAME = 3
_NAMES = re.compile(
    r"区分|節|款|項|目|細節|細々節|項目|科目|費目|款別|事項|名称|説明|内訳|事業名?|種別|種類|件名|氏名|分類|品目|.*区分|級|号給|年齢"
)
_RANK = re.compile(r"[\d０-９]{1,3}\s?(?:級|号給)")
_OF_ROWS = re.compile(r".*区分|項目|科目|費目|種別|種類|款別")
_LONGEST_HEAD = 40
_LONGEST_OF_ALL = 200
_MOST_CAPTIONS = 6
_ROWS_SEEN = 30
_MOST_HEAD_ROWS = 6


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a table under the same column heads; `heads` is empty where it has none of its own."""

    heads: Heads
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HeadedTable:
    """The rows of a table taken apart: `captions` stand above its heads (title, unit), `parts` follow."""

    captions: tuple[str, ...]
    parts: tuple[Part, ...]


@lru_cache(maxsize=8192)
def is_figure(text: str) -> bool:
    """Whether a cell states a figure; a rank (３級) names what stands beside or below it."""
    return parse_figure(text) is not None and not is_rank(text)


def is_rank(text: str) -> bool:
    """Whether a cell is a rank of pay (３級, 12号給)."""
    return bool(_RANK.fullmatch(text))


def is_name_head(heads: Sequence[str]) -> bool:
    """Whether a column's heads say that it names what stands beside it (目, 節 区分, 説明)."""
    return bool(heads) and bool(_NAMES.fullmatch(squeeze(heads[-1])))


def split_parts(grid: CellGrid) -> HeadedTable:
    """The captions of a table and its rows under their heads; repeated head rows begin a part each."""
    at = 0
    captions: list[str] = []
    while at < len(grid.rows) and (_is_filler(grid.rows[at]) or _is_caption(grid, at)):
        if not _is_filler(grid.rows[at]):
            captions += [cell.text for cell in own_cells(grid.rows[at])]
        at += 1
    parts: list[Part] = []
    heads: Heads = ()
    body: list[int] = []
    first = at
    while at < len(grid.rows):
        end = _end_of_heads(grid, at, top=at == first)
        if end == at:
            if not _is_filler(grid.rows[at]):
                body.append(at)
            at += 1
            continue
        if body:
            parts.append(Part(heads, tuple(body)))
        heads, body, at = _column_heads(grid, at, end), [], end
    return HeadedTable(tuple(captions), (*parts, Part(heads, tuple(body))))


def _is_filler(row: Row) -> bool:
    """Whether a row says the same in all its cells, and so nothing of any."""
    cells = own_cells(row)
    return not cells or (len(cells) >= _LEAST_SAME and len({cell.text for cell in cells}) == 1)


def _is_caption(grid: CellGrid, at: int) -> bool:
    cells = own_cells(grid.rows[at])
    if at + 1 == len(grid.rows) or at >= _MOST_CAPTIONS:
        return False
    usual = median(len(own_cells(row)) for row in grid.rows[at + 1 : at + 1 + _ROWS_SEEN])
    if len(grid.rows[at]) * 3 <= usual:
        return True
    if any(is_figure(cell.text) for cell in cells):
        return False
    if all(stated_units(cell.text) or is_group(cell.text) for cell in cells):
        return True
    wide = cells[0].last_column - cells[0].column + 1 > grid.columns / 2
    return len(cells) == 1 and grid.columns > 1 and (wide or len(own_cells(grid.rows[at + 1])) > 1)


def _end_of_heads(grid: CellGrid, at: int, top: bool) -> int:
    """The row after the head rows that begin at `at`; `at` itself where none begins there."""
    cells = own_cells(grid.rows[at])
    if not _may_be_heads(cells) or not _begins_heads(grid, at, cells, top):
        return at
    end = at + 1
    while end < len(grid.rows) and _goes_on_with_heads(grid, at, end):
        end += 1
    return end


def _may_be_heads(cells: Sequence[TextCell]) -> bool:
    long = sum(len(cell.text) > _LONGEST_HEAD for cell in cells)
    if not cells or long * 10 > len(cells) or any(len(cell.text) > _LONGEST_OF_ALL for cell in cells):
        return False
    figures = [cell for cell in cells if is_figure(cell.text)]
    return not figures or (len(figures) > 1 and _are_years([cell.text for cell in figures]))


def _are_years(texts: Sequence[str]) -> bool:
    if not all(re.fullmatch(r"(?:19|20)\d\d", text) for text in texts):
        return False
    return all(abs(int(a) - int(b)) <= 1 for a, b in itertools.pairwise(texts))


def _begins_heads(grid: CellGrid, at: int, cells: Sequence[TextCell], top: bool) -> bool:
    known = sum(is_head_cell(cell.text) for cell in cells)
    if not top and _restarts(grid, at, cells):
        return True
    if not top:
        return len(cells) >= 2 and known * 2 > len(cells) and known >= 2 and len(cells) * 2 > grid.columns
    if len(cells) < 2 or at + 1 == len(grid.rows):
        return False
    if grid.columns == 2 and _OF_ROWS.fullmatch(squeeze(cells[0].text)):
        return True
    if known == len(cells) or grid.columns > 2:
        return grid.columns <= 2 or known * 2 >= len(cells) or len(grid.rows[at]) * 2 > grid.columns
    return _figures_below(grid, at + 1, cells[-1].column)


def _restarts(grid: CellGrid, at: int, cells: Sequence[TextCell]) -> bool:
    """Whether a row names its rows again (区分) and has words over figures in its other columns."""
    begun = [cell for cell in cells if cell.row == at]
    if len(begun) < _LEAST_SAME or not is_name_head((begun[0].text,)):
        return False
    under = [
        [row[cell.column] for row in grid.rows[at + 1 : at + 1 + _ROWS_SEEN] if cell.column in row]
        for cell in begun[1:]
    ]
    figures = sum(is_figure(cell.text) for cells in under for cell in cells)
    return figures * 2 > sum(map(len, under))


def _figures_below(grid: CellGrid, first: int, column: int) -> bool:
    cells = [row[column] for row in grid.rows[first : first + 20] if column in row]
    return bool(cells) and sum(is_figure(cell.text) for cell in cells) * 2 > len(cells)


def _goes_on_with_heads(grid: CellGrid, first: int, at: int) -> bool:
    cells = [cell for cell in own_cells(grid.rows[at]) if cell.row == at]
    if not cells or not _may_be_heads(cells) or _labels_rows(cells[0]):
        return False
    above = own_cells(grid.rows[at - 1])
    if any(_spans_heads(cell, first, at) for cell in above):
        return True
    if all(unit_word(cell.text) for cell in cells) or all(
        _COLUMN_LETTER.fullmatch(cell.text) for cell in cells
    ):
        return True
    if _repeats(cells):
        return True
    if _divides(cells, above, grid.columns):
        return True
    return len(cells) >= 2 and sum(is_head_cell(cell.text) for cell in cells) * 2 > len(cells)


def _spans_heads(cell: TextCell, first: int, at: int) -> bool:
    """Whether a head reaches down to row `at`; a unit, or what labels many rows, heads none of them."""
    short = cell.last_row - cell.row < _MOST_HEAD_ROWS
    return first <= cell.row and at <= cell.last_row and short and not unit_word(cell.text)


def _labels_rows(cell: TextCell) -> bool:
    return cell.last_row - cell.row >= _MOST_HEAD_ROWS and not unit_word(cell.text)


def _repeats(cells: Sequence[TextCell]) -> bool:
    """Whether a row says the same words over most of its columns, as heads under heads do."""
    counts = Counter(
        cell.text for cell in cells if not stands_for_none(cell.text) and not unit_word(cell.text)
    )
    return any(
        count >= _LEAST_SAME and count * 2 > len(cells) and len(text) > 1 for text, count in counts.items()
    )


def _divides(cells: Sequence[TextCell], above: Sequence[TextCell], columns: int) -> bool:
    """Whether a row has several cells under a merged one of the row above."""
    for cell in above:
        under = [one for one in cells if cell.column <= one.column and one.last_column <= cell.last_column]
        if len(under) > 1 and cell.last_column - cell.column + 1 < columns:
            return True
    return False


def _column_heads(grid: CellGrid, first: int, end: int) -> Heads:
    heads: list[tuple[str, ...]] = []
    for column in range(grid.columns):
        cells: list[TextCell] = []
        for row in grid.rows[first:end]:
            cell = row.get(column)
            if cell is not None and cell not in cells:
                cells.append(cell)
        own = tuple(cell.text for cell in cells)
        if heads and all(map(unit_word, own)) and not _figures_below(grid, end, column - 1):
            own = (*heads[-1], *own)  # names and their amounts under one head that stands over the names
        heads.append(own)
    return tuple(heads)


def head_names(heads: Heads) -> tuple[tuple[str, ...], ...]:
    """What the heads say, units and repetitions left out, to compare those of two pages."""
    words = (tuple(squeeze(head) for head in parts if not unit_word(head)) for parts in heads)
    return tuple(dict.fromkeys(filter(None, words)))


def fitting_heads(grid: CellGrid, known: Heads) -> Heads:
    """The heads of the table before it for one without its own; empty where they do not fit its columns.

    It may have a column more or less at its right edge (amounts that stand beside the last column's names);
    figures must stand under figures' heads: not under the first, which names the rows.
    """
    if not known or abs(grid.columns - len(known)) > 1:
        return ()
    heads = (*known, known[-1])[: grid.columns]
    labels = [at for at, parts in enumerate(heads) if parts and is_name_head(parts)]
    if any(_figures_below(grid, 0, at) for at in labels[:-1] if heads[at] != heads[at - 1]):
        return ()
    return heads
