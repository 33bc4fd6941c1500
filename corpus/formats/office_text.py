"""Lines and tables in; the text of a page with their places in it out. For files without printed pages."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.types import Cell, HeadingMark, Span, Table

LARGE_PICTURES = "it has large pictures, and what is written in them was not read"
"""The reason of a page whose text was read, but not what may stand in its pictures."""
_BREAKS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BROKEN = 6


@dataclass(frozen=True, slots=True)
class OfficeCell:
    """A cell of a table: row and column from 0, how many of each it covers, its text on one line."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


@dataclass(slots=True)
class PageText:
    """The text of one page as it grows, with the headings and tables on it."""

    page: int
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    headings: list[HeadingMark] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def add(self, text: str) -> Span:
        """Where the text stands once it is added."""
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return Span(self.page, start, self.length)

    def add_heading(self, text: str, level: int) -> None:
        """Adds a line that is a heading of that level."""
        self.headings.append(HeadingMark(self.add(text), level))
        self.add("\n")

    def add_table(self, cells: Iterable[OfficeCell]) -> None:
        """Adds a table, a line for each row with anything in it, its cells parted by tabs.

        Columns that no cell begins in are left out; a cell merged over columns takes one place, one merged
        over rows an empty place in the rows after its first.
        """
        given = sorted(cells, key=lambda cell: (cell.row, cell.column))
        rows = sorted({cell.row for cell in given if cell.text})
        columns = sorted({cell.column for cell in given})
        placed: list[Cell] = []
        row, next_column = -1, 0
        for cell in given:
            number, column = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
            if number == len(rows) or rows[number] != cell.row:
                continue
            if number != row:
                self.add("\n" if row >= 0 else "")
                row, next_column = number, 0
                skipped = column
            else:
                skipped = 1 + column - next_column
            span = self.add("\t" * skipped)
            span = self.add(cell.text)
            width = max(bisect_left(columns, cell.column + cell.columns) - column, 1)
            height = max(bisect_left(rows, cell.row + cell.rows) - number, 1)
            placed.append(Cell(number, column, span, height, width))
            next_column = column + width
        if placed:
            self.add("\n")
            self.tables.append(Table(self.page, tuple(placed)))

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.pieces)


def plain(text: str) -> str:
    """Text of a file with line ends and tabs as plain spaces: what XML keeps of them is not shown."""
    return _BREAKS.sub(" ", text).replace("\t", " ")


def joined_lines(lines: Iterable[str]) -> str:
    """The lines on one: those in Japanese directly, words with a space between."""
    pieces: list[str] = []
    last = ""
    for line in lines:
        stripped = line.replace("\t", " ").strip()
        if stripped:
            if last and not (is_wide(last) or is_wide(stripped[0])):
                pieces.append(" ")
            pieces.append(stripped)
            last = stripped[-1]
    return "".join(pieces)


def joined_paragraphs(paragraphs: Iterable[str]) -> str:
    """The paragraphs of a cell on one line: with a space between, but what follows a very short one in
    Japanese directly, since a narrow cell's words are broken by hand."""
    pieces: list[str] = []
    before = ""
    for text in paragraphs:
        if text:
            broken = len(before) <= _BROKEN and is_wide(before[-1:] or " ") and is_wide(text[0])
            pieces += [text] if broken or not before else [" ", text]
            before = text
    return "".join(pieces)


def is_wide(character: str) -> bool:
    """Whether a character takes the room of a full-width one."""
    return unicodedata.east_asian_width(character) in "WFA"


def snapped_columns(edges: Sequence[float], least: float) -> list[int]:
    """The number of the column that begins at each edge (ascending), where edges nearer to one another than
    `least` are one: rows of a drawn table seldom end at quite the same places."""
    found: list[int] = []
    column, begun = -1, float("-inf")
    for edge in edges:
        if edge - begun >= least:
            column, begun = column + 1, edge
        found.append(column)
    return found
