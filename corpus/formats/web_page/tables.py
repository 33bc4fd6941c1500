"""The rows and cells of a web page's table in; a table, or the lines of one that only lays out, out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from corpus.formats.markup_blocks import GAP, Block, HeadingLine, TableBlock
from corpus.formats.office_text import OfficeCell, joined_lines
from corpus.formats.web_page.lists import PageList

_MOST_COLUMNS = 1_000  # what HTML allows a cell to span (4.9.11)
_MOST_ROWS = 65_534
_MOST_PLACES = 2_000_000
_MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class _PageCell:
    rows: int
    columns: int
    blocks: Sequence[Block]


class OpenTable:
    """A table that is open in the walk."""

    def __init__(self, element: html.HtmlElement, lists_outside: list[PageList]) -> None:
        self.element = element
        self.lists_outside = lists_outside
        self.cell: html.HtmlElement | None = None
        self._rows: list[list[_PageCell]] = []
        self._group_ends: set[int] = set()
        self._has_heads = False

    def open_row(self) -> None:
        """Begins a row."""
        if self.cell is None:
            self._rows.append([])

    def end_group(self) -> None:
        """Ends a group of rows, which no cell reaches out of."""
        if self.cell is None:
            self._group_ends.add(len(self._rows))

    def open_cell(self, cell: html.HtmlElement) -> bool:
        """Whether a cell of this table begins; one within a cell is none of its own."""
        if self.cell is not None:
            return False
        self.cell = cell
        return True

    def close_cell(self, blocks: Sequence[Block]) -> None:
        """Ends the open cell, with what is in it."""
        if self.cell is None:
            return
        if not self._rows:
            self._rows.append([])
        self._has_heads |= self.cell.tag == "th"
        rows, columns = _span(self.cell, "rowspan", _MOST_ROWS), _span(self.cell, "colspan", _MOST_COLUMNS)
        self._rows[-1].append(_PageCell(rows, columns, blocks))
        self.cell = None

    def blocks(self) -> list[Block]:
        """The table, or what is in its cells where it only lays the page out: it has one column, or
        headings, tables or long texts in cells."""
        if self._lays_out():
            flows = [cell.blocks for row in self._rows for cell in row]
            return [block for flow in flows for block in (*flow, GAP)]
        cells = _placed(self._rows, self._group_ends)
        if cells is None:
            return [TableBlock(tuple(_in_order(self._rows)), certain=False)]
        return [TableBlock(tuple(cells))]

    def _lays_out(self) -> bool:
        if max(map(len, self._rows), default=0) <= 1 or self.element.get("role") in ("presentation", "none"):
            return True
        blocks = [cell.blocks for row in self._rows for cell in row]
        if any(isinstance(block, TableBlock) for flow in blocks for block in flow):
            return True
        if self._has_heads:
            return False
        return any(
            sum(block != GAP for block in flow) > _MOST_LINES
            or any(isinstance(block, HeadingLine) for block in flow)
            for flow in blocks
        )


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    written = (cell.get(name) or "").strip()
    return max(1, min(int(written[:9]), most)) if written.isascii() and written.isdigit() else 1


def _placed(rows: Sequence[Sequence[_PageCell]], group_ends: set[int]) -> list[OfficeCell] | None:
    """The cells in their columns (HTML 4.9.12); None where their spans reach over too many places."""
    placed: list[OfficeCell] = []
    reaching: list[tuple[int, int, int]] = []  # first column, the one after the last, the row after the last
    left = _MOST_PLACES
    ends = sorted(group_ends | {len(rows)})
    for number, row in enumerate(rows):
        if number in group_ends:
            reaching = []
        reaching = sorted(each for each in reaching if each[2] > number)
        end = ends[bisect_right(ends, number)]
        column, begun, over = 0, [], 0
        for cell in row:
            while over < len(reaching) and reaching[over][0] <= column:
                column = max(column, reaching[over][1])
                over += 1
            height = min(cell.rows, end - number)
            placed.append(OfficeCell(number, column, height, cell.columns, _text(cell)))
            if height > 1:
                begun.append((column, column + cell.columns, number + height))
            column += cell.columns
        left -= len(reaching) + len(row) + column
        if left < 0:
            return None
        reaching += begun
    return placed


def _in_order(rows: Sequence[Sequence[_PageCell]]) -> Iterator[OfficeCell]:
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            yield OfficeCell(number, column, 1, 1, _text(cell))


def _text(cell: _PageCell) -> str:
    return joined_lines(block.text for block in cell.blocks if not isinstance(block, TableBlock))
