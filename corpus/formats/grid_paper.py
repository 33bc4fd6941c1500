"""Excel used as graph paper (方眼紙): a sheet of narrow columns on which labels and values are laid out."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.formats.workbook.grid import SheetCell

_NARROW = 4.5
_ORDINARY = 8.43
_MOST_NARROW = 0.7
_LEAST_COLUMNS = 15
_LEAST_CELLS = 6
_LETTER = re.compile(r"[\u3041-\u30ff\u3400-\u9fff々〆ヶA-Za-zＡ-Ｚａ-ｚ・（）()：:]")
_WIDE_LETTER = re.compile(r"[\u3041-\u30ff\u3400-\u9fff々〆ヶ]")
_WIDEST_LETTER = 2
_BOX = re.compile(r"[□■☐☑☒✓✔]")
_DATE = re.compile(
    r"(?:明治|大正|昭和|平成|令和|西暦|[MTSHR])?(?:\d{1,4}|元)年(?:度|\d{1,2}月(?:\d{1,2}日)?)?"
    r"|\d{1,2}月\d{1,2}日"
)
_DATE_PIECE = re.compile(r"(?:明治|大正|昭和|平成|令和|西暦|[MTSHR])?(?:\d{1,4}|元)?[年月日]?度?")
_DATE_UNITS = ("年", "月", "日", "年度")
_LONGEST_UNIT = 4
_MOST_PIECES = 8


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
        narrow = sum(widths.get(column, _ORDINARY) < _NARROW for column in range(first, last + 1))
        return narrow >= _MOST_NARROW * used
    wide = sum(cell.last_column > cell.column for cell in cells)
    letters = sum(len(cell.text) == 1 for cell in cells)
    return 2 * wide > len(cells) or 2 * letters > len(cells)


def joined_boxes(row: Sequence[SheetCell]) -> tuple[SheetCell, ...]:
    """A row of graph paper with letters that are typed one a box (｜会｜計｜) put together, and boxes to
    check with the words after them (☑直営); figures stay as they are."""
    found: list[SheetCell] = []
    for cell in row:
        last = found[-1] if found else None
        if last is not None and _adjoin(last, cell) and (_is_word(last, cell) or _is_choice(last, cell)):
            found[-1] = replace(last, last_column=cell.last_column, text=last.text + cell.text)
        else:
            found.append(cell)
    return tuple(found)


def joined_dates(row: Sequence[SheetCell]) -> tuple[SheetCell, ...]:
    """A row with dates that stand in parts (｜令和｜６｜年｜４｜月｜１｜日｜) put together."""
    if not any(len(cell.text) <= _LONGEST_UNIT and cell.text.endswith(_DATE_UNITS) for cell in row):
        return tuple(row)
    plain = [_plain(cell.text) for cell in row]
    found: list[SheetCell] = []
    at = 0
    while at < len(row):
        end = _date_end(row, plain, at)
        text = "".join(cell.text for cell in row[at:end])
        found.append(replace(row[at], last_column=row[end - 1].last_column, text=text))
        at = end
    return tuple(found)


def _date_end(row: Sequence[SheetCell], plain: Sequence[str], at: int) -> int:
    """The cell after those that are a date together with the one at `at`; the next one where none is."""
    text, best = plain[at], at + 1
    for end in range(at + 1, min(at + _MOST_PIECES, len(row))):
        if not (_DATE_PIECE.fullmatch(plain[end - 1]) and _DATE_PIECE.fullmatch(plain[end])):
            break
        if not _adjoin(row[end - 1], row[end]):
            break
        text += plain[end]
        if _DATE.fullmatch(text):
            best = end + 1
    return best


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()) if len(text) <= _MOST_PIECES else text


def _adjoin(cell: SheetCell, after: SheetCell) -> bool:
    return cell.last_column + 1 == after.column and cell.last_row == after.last_row


def _is_word(last: SheetCell, cell: SheetCell) -> bool:
    """Whether a cell holds the next letter of a word of which each letter has a box as wide."""
    width = cell.last_column - cell.column + 1
    letter = _LETTER if width == 1 else _WIDE_LETTER
    return (
        width <= _WIDEST_LETTER
        and len(last.text) * width == last.last_column - last.column + 1
        and bool(letter.fullmatch(cell.text))
        and all(map(letter.match, last.text))
    )


def _is_choice(last: SheetCell, cell: SheetCell) -> bool:
    return bool(_BOX.fullmatch(last.text)) and not _BOX.match(cell.text) and not cell.text.isdigit()
