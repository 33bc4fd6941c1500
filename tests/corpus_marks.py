"""Parsed documents whose headings and tables are given by their words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.types import Cell, HeadingMark, ParsedDocument, Span, Table


def with_marks(parsed: ParsedDocument, levels: Mapping[str, int]) -> ParsedDocument:
    """The document with each line that is one of the words marked as a heading of the level given."""
    marks = []
    for page in parsed.pages:
        start = 0
        for line in page.text.splitlines(keepends=True):
            if (words := line.strip()) in levels:
                marks.append(HeadingMark(Span(page.number, start, start + len(words)), levels[words]))
            start += len(line)
    return replace(parsed, headings=tuple(marks))


def with_table(parsed: ParsedDocument, rows: Sequence[Sequence[str]], page: int = 1) -> ParsedDocument:
    """The document with a table whose cells hold the words given, in the order in which they stand."""
    text = parsed.pages[page - 1].text
    cells, at = [], 0
    for row, words in enumerate(rows):
        for column, cell in enumerate(words):
            start = text.index(cell, at)
            at = start + len(cell)
            cells.append(Cell(row, column, Span(page, start, at)))
    return replace(parsed, tables=(*parsed.tables, Table(page, tuple(cells))))
