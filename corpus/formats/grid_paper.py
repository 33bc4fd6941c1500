"""Excel used as graph paper (方眼紙): a sheet of narrow columns on which labels and values are laid out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.formats.workbook_grid import SheetCell

_NARROW = 4.5
_MOST_NARROW = 0.7
_LEAST_COLUMNS = 15
_LEAST_CELLS = 6
_LETTER = re.compile(r"[\u3041-\u30ff\u3400-\u9fff々〆ヶA-Za-zＡ-Ｚａ-ｚ・（）()：:]")


def is_grid_paper(rows: Sequence[Sequence[SheetCell]], widths: Mapping[int, float]) -> bool:
    """Whether most columns are narrow, or, where widths are not told, most cells cover several columns."""
    cells = [cell for row in rows for cell in row]
    if len(cells) < _LEAST_CELLS:
        return False
    last = max(cell.last_column for cell in cells)
    first = min(cell.column for cell in cells)
    used = last - first + 1
    if used < _LEAST_COLUMNS:
        return False
    if widths:
        narrow = sum(widths.get(column, 8.43) < _NARROW for column in range(first, last + 1))
        return narrow >= _MOST_NARROW * used
    wide = sum(cell.last_column > cell.column for cell in cells)
    letters = sum(len(cell.text) == 1 for cell in cells)
    return 2 * wide > len(cells) or 2 * letters > len(cells)


def joined_letters(row: Sequence[SheetCell]) -> tuple[SheetCell, ...]:
    """A row with letters that are typed one a cell (｜会｜計｜) put together; figures stay as they are."""
    found: list[SheetCell] = []
    for cell in row:
        last = found[-1] if found else None
        if last is not None and _is_letter(cell) and _goes_on(last, cell):
            found[-1] = replace(last, last_column=cell.last_column, text=last.text + cell.text)
        else:
            found.append(cell)
    return tuple(found)


def _is_letter(cell: SheetCell) -> bool:
    return cell.column == cell.last_column and bool(_LETTER.fullmatch(cell.text))


def _goes_on(last: SheetCell, cell: SheetCell) -> bool:
    letters = len(last.text) == last.last_column - last.column + 1 and all(map(_LETTER.match, last.text))
    return letters and last.last_column + 1 == cell.column and last.last_row == cell.last_row
