"""A document in; its tables, those that stand as lines of text among them, out."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from corpus.structure.lines import Line
from corpus.tables.lines import is_amount, split_cells
from corpus.types import Cell, Page, ParsedDocument, Span, Table

_LEAST_ROWS = 3


def tables_of(parsed: ParsedDocument, lines: Mapping[int, Sequence[Line]]) -> Iterator[Table]:
    """The tables of a document in reading order: the reader's, and those of lines outside them.

    Two or more lines with tabs or pipes make a table; so do three or more with as many cells each, parted by
    spaces, that begin with words and go on with amounts.
    """
    told: dict[int, list[Table]] = {}
    for table in parsed.tables:
        told.setdefault(table.page, []).append(table)
    taken = lines_of_tables(parsed, [line for of_page in lines.values() for line in of_page])
    for page in parsed.pages:
        free = [line for line in lines.get(page.number, ()) if line not in taken]
        found = [*told.get(page.number, ()), *_of_lines(page, free)]
        yield from sorted(found, key=_start)


def lines_of_tables(parsed: ParsedDocument, lines: Sequence[Line]) -> dict[Line, int]:
    """The lines that the reader's tables stand on, each with the number of its table (from 0)."""
    places: dict[int, list[tuple[int, int, int]]] = {}
    for number, table in enumerate(parsed.tables):
        place = extent(table)
        places.setdefault(table.page, []).append((place.start, place.end, number))
    found: dict[Line, int] = {}
    for page, of_page in groupby(lines, key=lambda line: line.page):
        waiting = sorted(places.get(page, ()), reverse=True)
        for line in of_page:
            while waiting and waiting[-1][1] <= line.start:
                waiting.pop()
            if waiting and waiting[-1][0] < line.end:
                found[line] = waiting[-1][2]
    return found


def extent(table: Table) -> Span:
    """The stretch of its page's text on which a table stands; empty where nothing is in its cells."""
    spans = [cell.span for cell in table.cells if cell.span.end > cell.span.start]
    if not spans:
        return Span(table.page, 0, 0)
    return Span(table.page, min(span.start for span in spans), max(span.end for span in spans))


def _start(table: Table) -> int:
    return extent(table).start


def _of_lines(page: Page, lines: Sequence[Line]) -> Iterator[Table]:
    stretch: list[list[Span]] = []
    spaced: list[list[Span]] = []
    for line in [*lines, None]:
        if line is not None and stretch and set(line.text) <= set("|-: ") and "-" in line.text:
            continue
        cells = _parted(page, line) if line is not None else []
        if cells:
            stretch.append(cells)
        else:
            if len(stretch) >= 2:
                yield _table(page, stretch)
            stretch = []
        row = _spaced(page, line) if line is not None and not cells else []
        if spaced and (not row or len(row) != len(spaced[-1])):
            if _is_table(page, spaced):
                yield _table(page, spaced)
            spaced = []
        if row:
            spaced.append(row)


def _parted(page: Page, line: Line) -> list[Span]:
    """The cells of a line parted by tabs or pipes; empty for any other line and for a rule of dashes."""
    raw = page.text[line.start : line.end].rstrip("\r\n\f\v\x85\u2028\u2029")
    mark = (
        "\t" if "\t" in raw.strip() else "|" if raw.strip().startswith("|") and raw.count("|") > 1 else None
    )
    if mark is None or set(raw) <= set("|-: \t"):
        return []
    begin, end = 0, len(raw)
    if mark == "|":
        begin, end = raw.index("|") + 1, raw.rindex("|")
    cells: list[Span] = []
    at = begin
    for text in raw[begin:end].split(mark):
        cells.append(Span(page.number, line.start + at, line.start + at + len(text)))
        at += len(text) + 1
    return cells


def _spaced(page: Page, line: Line) -> list[Span]:
    """The cells of a line parted by spaces, where it has two or more."""
    raw = page.text[line.start : line.end]
    texts = split_cells(line.text)
    if len(texts) < 2 or "。" in line.text:
        return []
    spans: list[Span] = []
    at = 0
    for text in texts:
        first = text.replace("\u00a0", " ")
        start = raw.find(first, at)
        if start < 0:
            return []
        spans.append(Span(page.number, line.start + start, line.start + start + len(first)))
        at = start + len(first)
    return spans


def _is_table(page: Page, rows: Sequence[Sequence[Span]]) -> bool:
    figured = [row for row in rows if all(is_amount(page.text[one.start : one.end]) for one in row[1:])]
    worded = [row for row in figured if not is_amount(page.text[row[0].start : row[0].end])]
    return len(figured) >= _LEAST_ROWS and len(worded) == len(figured) and len(rows) - len(figured) <= 1


def _table(page: Page, rows: Sequence[Sequence[Span]]) -> Table:
    cells = [Cell(row, column, span) for row, spans in enumerate(rows) for column, span in enumerate(spans)]
    return Table(page.number, tuple(cells))
