"""A page's characters and tables in; its text in reading order with the place of each character, out."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.layout.columns import Gutter
from corpus.layout.cut_words import cuts_words
from corpus.layout.facing import find_fold
from corpus.layout.facing_tables import join_facing_tables
from corpus.layout.letters import is_figure, is_ink, is_wide
from corpus.layout.lines import Line, line_of
from corpus.layout.raised_figures import raised_figures
from corpus.layout.reading_order import Block, is_vertical, reading_order
from corpus.layout.segments import seen_characters, segment, segments_of
from corpus.layout.spacing import spaces
from corpus.layout.types import Grid, GridCell, PageCharacters
from corpus.types import Cell, Run, Span, Table

_RAISED = str.maketrans("0123456789０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹⁰¹²³⁴⁵⁶⁷⁸⁹")
_HYPHEN_AT_LINE_END = "\ufffe"


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of the text outside tables: where it stands in it, its box in points, its type size, and
    whether most of it is bold."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page's text in reading order; `runs`, `right` and `tables` are as in Page and ParsedDocument."""

    text: str
    runs: tuple[Run, ...]
    right: tuple[tuple[int, int], ...]
    tables: tuple[Table, ...]
    lines: tuple[PlacedLine, ...]


class _Writer:
    """Takes characters in reading order, and what is put in between them."""

    def __init__(self, page: PageCharacters, fold: Gutter | None) -> None:
        self._page = page
        self._fold = fold
        self.text: list[str] = []
        self.sources: list[int] = []

    def __len__(self) -> int:
        return len(self.text)

    def put(self, inserted: str) -> None:
        """Adds characters that are not the file's."""
        self.text.extend(inserted)
        self.sources.extend([-1] * len(inserted))

    def write(self, line: Line, in_cell: bool = False) -> None:
        """Adds the characters of a line."""
        raised = raised_figures(self._page, line)
        shown = [_shown(self._page.text[index], index in raised) for index in line.characters]
        between = [*spaces("".join(shown), line.gaps, in_cell, self._before_spaces(line)), ""]
        for index, character, space in zip(line.characters, shown, between, strict=True):
            self.text.append(character)
            self.sources.append(index)
            self.put(space)

    def _before_spaces(self, line: Line) -> frozenset[int]:
        """The places in a line after which the file draws a space."""
        text, boxes = self._page.text, self._page.boxes
        return frozenset(
            place
            for place, index in enumerate(line.characters)
            if text[index + 1 : index + 2].isspace() and boxes[index + 1, 2] > boxes[index + 1, 0]
        )

    def runs(self) -> tuple[Run, ...]:
        """The stretches that are the file's, one by one."""
        runs: list[Run] = []
        for offset, source in enumerate(self.sources):
            if source < 0:
                continue
            last = runs[-1] if runs else None
            if last and last.start + last.length == offset and last.source + last.length == source:
                runs[-1] = Run(last.start, last.length + 1, last.source)
            else:
                runs.append(Run(offset, 1, source))
        return tuple(runs)

    def right(self) -> tuple[tuple[int, int], ...]:
        """The stretches that stand on the right one of two facing pages; white space goes with what is
        before it."""
        if self._fold is None:
            return ()
        stretches: list[tuple[int, int]] = []
        within = False
        for offset, source in enumerate(self.sources):
            if source >= 0:
                box = self._page.boxes[source]
                within = float(box[0] + box[2]) / 2 > self._fold.middle
            if within and stretches and stretches[-1][1] == offset:
                stretches[-1] = (stretches[-1][0], offset + 1)
            elif within:
                stretches.append((offset, offset + 1))
        return tuple(stretches)


def _shown(character: str, raised: bool) -> str:
    if character == _HYPHEN_AT_LINE_END:
        return "-"
    return character.translate(_RAISED) if raised else character


def lay_out(page: PageCharacters, number: int, grids: Sequence[Grid]) -> PageLayout:
    """The text of page `number` in reading order, `grids` being the tables found on it.

    Lines end in a line feed; a table's row is one line, its cells parted by tabs, as many as it has columns
    less one. Ruby is left out, so that words stay whole; a footnote's raised number becomes a superscript
    figure (¹).
    """
    seen = seen_characters(page)
    segments = segments_of(page, seen)
    fold = find_fold(page, segments)
    tables = [] if is_vertical(segments) else [grid for grid in grids if _is_table(page, grid)]
    if fold is not None and tables:
        tables = join_facing_tables(page, tables, fold)
    if tables:
        inside = {index for grid in tables for cell in grid.cells for line in cell.lines for index in line}
        segments = segments_of(page, [index for index in seen if index not in inside])
    writer = _Writer(page, fold)
    lines: list[PlacedLine] = []
    found: list[Table] = []
    for block in reading_order(page, segments, tables, fold):
        if block.grid is not None:
            found.append(_write_table(writer, page, number, block.grid))
        else:
            lines.append(_write_line(writer, page, block))
    return PageLayout("".join(writer.text), writer.runs(), writer.right(), tuple(found), tuple(lines))


def _is_table(page: PageCharacters, grid: Grid) -> bool:
    """Whether a grid parts anything: a frame around text, or boxes one below the other, do not."""
    parts = len({cell.column for cell in grid.cells if cell.lines}) > 1
    return grid.certain and parts and not cuts_words(page, grid)


def _write_line(writer: _Writer, page: PageCharacters, block: Block) -> PlacedLine:
    line = block.line
    assert line is not None
    start = len(writer)
    writer.write(line)
    end = len(writer)
    writer.put("\n")
    bold = sum(bool(page.bold[index]) for index in line.characters) > len(line.characters) / 2
    return PlacedLine(start, end, line.left, line.top, line.right, line.bottom, line.size, bold)


def _write_table(writer: _Writer, page: PageCharacters, number: int, grid: Grid) -> Table:
    by_row: dict[int, dict[int, GridCell]] = {}
    for cell in grid.cells:
        by_row.setdefault(cell.row, {})[cell.column] = cell
    columns = 1 + max(cell.column + cell.columns - 1 for cell in grid.cells)
    cells: list[Cell] = []
    for row in sorted(by_row):
        filled = any(cell.lines for cell in by_row[row].values())
        for column in range(columns):
            if column and filled:
                writer.put("\t")
            if (held := by_row[row].get(column)) is not None:
                start = len(writer)
                _write_cell(writer, page, held)
                span = Span(number, start, len(writer))
                cells.append(Cell(held.row, held.column, span, held.rows, held.columns, held.indent))
        if filled:
            writer.put("\n")
    return Table(number, tuple(cells), grid.certain)


def _write_cell(writer: _Writer, page: PageCharacters, cell: GridCell) -> None:
    before = ""
    for characters in cell.lines:
        seen = [index for index in characters if is_ink(page.text[index])]
        if not seen:
            continue
        line = "".join(page.text[index] for index in seen)
        if before:
            writer.put(_joint(before, line))
        down = _runs_down(page, seen)
        writer.write(line_of(page, [segment(page, seen, down)]), in_cell=True)
        before = line


def _joint(before: str, after: str) -> str:
    """What joins two lines of a cell: nothing within a Japanese word or sentence, be it in a Latin word of
    it (LE/D化), a space elsewhere."""
    if before[-1].isupper() and after[0].isupper() and is_wide(before[0]) and is_wide(after[-1]):
        return ""
    return "" if is_wide(before[-1]) and is_wide(after[0]) and not is_figure(before[-1]) else " "


def _runs_down(page: PageCharacters, characters: Sequence[int]) -> bool:
    if len(characters) < 2:
        return False
    first, last = page.boxes[characters[0]], page.boxes[characters[-1]]
    return bool(last[1] >= first[3] - 0.3 * (first[3] - first[1]) and last[0] < first[2])
