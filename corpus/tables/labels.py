"""Rows under their heads in; which columns label them, and each row's labels, out."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.normalising import squeeze
from corpus.tables.cells import CellGrid, Row, TextCell
from corpus.tables.figures import is_ditto, stands_for_none
from corpus.tables.heads import Heads, is_figure, is_name_head, is_rank
from corpus.tables.units import unit_word

_CODES = re.compile(
    r"(?:No|№|番号|整理番号|ID|.*ID|コード|.*番号|年|月|日|作成[年月日]|年度|順位|通番|連番).?", re.IGNORECASE
)
_TOTAL = re.compile(
    r"[(（]?(?:[歳収支][入出]?)?(?:総|合|小|中)?[\s　]*計[)）]?|.{0,12}(?:合計|総計|総額|総数)|計[(（].*[)）]"
)
_RATE = re.compile(r"[率比](?:[(（].{1,4}[)）])?$|割合")
"""No part of a rate stands under it: うち国庫支出金 after 執行率 is a part of what stands over that."""

_MARKS = (
    (re.compile(r"[○◯〇●◎◇◆■□▼]"), "○"),
    (re.compile(r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|第?[一二三四五六七八九十]+[\s.、]"), "Ⅰ"),
    (re.compile(r"\d{3}\s"), "001"),
    (re.compile(r"第?\d{1,2}\s*[.．、款項目節]|\d{1,2}\s+\D"), "1"),
    (re.compile(r"\(\d{1,2}\)"), "(1)"),
    (re.compile(r"[①-⑳]"), "①"),
    (re.compile(r"[ア-ン][\s.、]"), "ア"),
    (re.compile(r"\([ア-ン]\)"), "(ア)"),
    (re.compile(r"[(（]?(?:うち|内(?=[\s)）:：]|[^部容訳閣科外航水定示線装職規]))"), "うち"),
)
_DEPTH = {"Ⅰ": 0, "1": 1, "(1)": 2, "①": 3, "ア": 4, "(ア)": 5}


@dataclass(frozen=True, slots=True)
class Segment:
    """Columns side by side: `labels` say what the row is of, `values` what is told of it."""

    labels: tuple[int, ...]
    values: tuple[int, ...]


def split_segments(grid: CellGrid, rows: Sequence[int], heads: Heads) -> tuple[Segment, ...]:
    """The columns of rows: labels and their values, once or several times side by side (目 …, 節 金額)."""
    columns = [_Column.of(grid, rows, heads, at) for at in range(grid.columns)]
    first = _first_labels(columns)
    segments: list[tuple[list[int], list[int]]] = [(first, [])]
    for at in range(grid.columns):
        if at in first:
            continue
        column = columns[at]
        names_next = column.is_text and _figures_follow(columns, at)
        if names_next and (segments[-1][1] or not column.named):
            segments.append(([at], []))
        elif names_next and len(segments) > 1:
            segments[-1][0].append(at)
        else:
            of_names = columns[segments[-1][0][0]].named or column.same_head if len(segments) > 1 else True
            segments[-1 if of_names else 0][1].append(at)
    return tuple(Segment(tuple(labels), tuple(values)) for labels, values in segments)


@dataclass(frozen=True, slots=True)
class _Column:
    """What stands in a column: whether text, figures (both may be few), a code; whether its head names."""

    is_text: bool
    is_figures: bool
    is_code: bool
    named: bool
    same_head: bool
    merged: bool
    head: tuple[str, ...]

    @classmethod
    def of(cls, grid: CellGrid, rows: Sequence[int], heads: Heads, at: int) -> "_Column":
        cells = [(row, cell) for row in rows if (cell := grid.rows[row].get(at)) is not None]
        own = [cell for row, cell in cells if cell.row == row and cell.column == at]
        figures = sum(is_figure(cell.text) for cell in own)
        ranks = sum(is_rank(cell.text) for cell in own)
        neither = sum(stands_for_none(cell.text) or is_ditto(cell.text) for cell in own)
        texts = len(own) - figures - neither
        head = heads[at] if heads else ()
        same = at > 0 and bool(head) and head == heads[at - 1]
        serial = (
            is_name_head(head)
            and not same
            and _are_serial([cell.text for cell in own if is_figure(cell.text)])
        )
        last = squeeze(head[-1]) if head else ""
        return cls(
            texts > figures or serial or (not own and is_name_head(head)),
            figures > 0 and figures >= texts and not serial,
            is_code_head(last),
            is_name_head(head) or ranks > len(own) / 2,
            same,
            any(cell.last_row > cell.row for _, cell in cells),
            head,
        )


def _are_serial(texts: Sequence[str]) -> bool:
    """Whether figures only number rows: 1, 2, 3 and again from 1."""
    plain = [unicodedata.normalize("NFKC", text) for text in texts]
    if len(plain) < 2 or not all(text.isdigit() for text in plain):
        return False
    numbers = [int(text) for text in plain]
    return max(numbers) > 1 and all(after - before == 1 or after == 1 for before, after in pairwise(numbers))


def _first_labels(columns: Sequence[_Column]) -> list[int]:
    figures = next(
        (at for at, column in enumerate(columns) if column.is_figures and not column.is_code), None
    )
    limit = len(columns) if figures is None else figures
    found: list[int] = []
    for at in range(limit):
        column = columns[at]
        if column.is_code or not (column.is_text or column.merged):
            continue
        if not found:
            found.append(at)
        elif found[-1] != at - 1:
            break
        elif (
            column.same_head or not column.head or column.named or (columns[at - 1].merged and limit - at > 1)
        ):
            found.append(at)
        else:
            break
    if not found and figures is not None:
        found = [at for at in range(figures) if columns[at].is_code][-1:]
    return found if len(found) < len(columns) else found[:1]


def _figures_follow(columns: Sequence[_Column], at: int) -> bool:
    """Whether a column names what the figures right of it are of: its head says so, or stands over both."""
    after = at + 1
    if not columns[at].named:
        return after < len(columns) and columns[after].is_figures and columns[after].same_head
    while after < len(columns) and columns[after].named and columns[after].is_text:
        after += 1
    return after < len(columns) and columns[after].is_figures


def is_code_head(head: str) -> bool:
    """Whether a head is that of a number that counts or names rows (番号, ID, 年)."""
    return bool(_CODES.fullmatch(squeeze(head)))


def is_total(text: str) -> bool:
    """Whether a label is that of a sum (計, 合計, 歳入合計)."""
    return bool(_TOTAL.fullmatch(squeeze(text)))


class LabelTrail:
    """The labels of the rows of a segment, one row after the other: what stands in merged, empty and ditto
    cells is carried down, sub-rows (indented, うち, (1) under 1, what follows ○) stand under their row.
    `told` are the labels of the last row."""

    def __init__(self, columns: Sequence[int], plain_under_numbered: bool = False) -> None:
        self._columns = columns
        self._plain_under_numbered = plain_under_numbered
        self._texts = [""] * len(columns)
        self._nested: list[tuple[int, str, str]] = []
        self._last: list[TextCell | None] = [None] * len(columns)
        self.told: tuple[str, ...] = ()

    def turn_page(self, columns: Sequence[int]) -> None:
        """The table goes on, its labels now in `columns`: they stay, but nothing stands under a sum."""
        self._columns = columns
        self._last = [None] * len(self._columns)
        if self._nested and self._nested[-1][1] == "計":
            self._nested = []
        self._texts = ["" if is_total(text) else text for text in self._texts]

    def clear(self) -> None:
        """The next row stands under nothing told so far."""
        self._texts = [""] * len(self._columns)
        self._nested = []
        self._last = [None] * len(self._columns)

    def labels(self, row: Row) -> tuple[str, ...]:
        """The labels of the next row, outermost first."""
        cells = [row.get(column) for column in self._columns]
        begun = [
            at
            for at, cell in enumerate(cells)
            if cell is not None and cell is not self._last[at] and not (at and cells[at - 1] is cell)
        ]
        self._last = [cell or last for cell, last in zip(cells, self._last, strict=True)]
        begun = [at for at in begun if not unit_word(cells[at].text)]  # type: ignore[union-attr]
        if begun:
            self._take(cells, begun)
        outer = [text for text in self._texts[:-1] if text]
        self.told = (*outer, *(text for _, _, text in self._nested))
        return self.told

    def _take(self, cells: Sequence[TextCell | None], begun: Sequence[int]) -> None:
        first, last = begun[0], len(self._columns) - 1
        text = cells[first].text  # type: ignore[union-attr]
        if is_total(text) and "小" not in text:
            kept = zip(self._texts[:first], cells, strict=False)
            self._texts[:first] = [text if cell is not None else "" for text, cell in kept]
        for at in range(first, last):
            cell = cells[at]
            if at in begun and cell is not None and not is_ditto(cell.text):
                self._texts[at] = cell.text
            elif (cell is None or (at and cells[at - 1] is cell)) and at not in begun:
                self._texts[at] = ""
        if first < last:
            self._nested = self._nested if last in begun and is_ditto(cells[last].text) else []  # type: ignore[union-attr]
        if last in begun and not is_ditto(cells[last].text):  # type: ignore[union-attr]
            self._nest(cells[last])  # type: ignore[arg-type]

    def _nest(self, cell: TextCell) -> None:
        mark = _mark(cell.text)
        if mark == "計":
            self._nested = []
        for depth, (indent, known, text) in enumerate(self._nested):
            if _are_siblings((indent, known), (cell.indent, mark)) or text == cell.text:
                self._nested = self._nested[:depth]
                break
        while self._nested and not self._is_under(cell.indent, mark, self._nested[-1]):
            self._nested.pop()
        self._nested.append((cell.indent, mark, cell.text))

    def _is_under(self, indent: int, mark: str, above: tuple[int, str, str]) -> bool:
        if indent != above[0]:
            return indent > above[0]
        if mark == "うち" and above[1] != "うち":
            return not _RATE.search(squeeze(above[2]))
        if above[1] in ("○", "001") and mark == "":
            return True
        if mark == "" and above[1] == "1" and self._plain_under_numbered:
            return True
        return mark in _DEPTH and above[1] in _DEPTH and _DEPTH[mark] > _DEPTH[above[1]]


def _are_siblings(one: tuple[int, str], other: tuple[int, str]) -> bool:
    """Whether labels with these indents and marks stand side by side. Marked alike they may stand half an em
    apart: 1 報酬 and 10 需用費 are set off by what their numbers take up."""
    return one == other or (one[1] == other[1] != "" and abs(one[0] - other[0]) <= 1)


def _mark(text: str) -> str:
    if is_total(text):
        return "計"
    normal = unicodedata.normalize("NFKC", text)
    if re.match(r"[①-⑳]", text):
        return "①"
    return next((name for pattern, name in _MARKS if pattern.match(normal) or pattern.match(text)), "")
