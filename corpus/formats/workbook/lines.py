"""The rows of a sheet in; its text with the cells' places in it, and its tables, out."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from corpus.formats.grid_paper import is_grid_paper, joined_boxes, joined_dates
from corpus.formats.office_text import PageText
from corpus.formats.workbook.grid import Band, Place, SheetCell, once, split_bands
from corpus.formats.workbook.records import CardLine, Records, find_records
from corpus.formats.workbook.sheets import SheetMarks
from corpus.structure.numbering import find_numbering
from corpus.tables.units import stated_units
from corpus.types import Cell, Span, Table

_LEAST_CELLS = 4
_MOST_TOLD = 8
_LONGEST_CAPTION = 60


def write_rows(
    written: PageText,
    rows: Sequence[tuple[SheetCell, ...]],
    widths: Mapping[int, float],
    notes: dict[Place, list[str]],
) -> None:
    """Adds the rows to the text, a line each, with the notes on their cells under them (those are taken out
    of `notes`); bands of several rows and columns are tables as well."""
    waiting = sorted(notes, reverse=True)

    def add_notes(row: int) -> None:
        while waiting and waiting[-1][0] <= row:
            for note in notes.pop(waiting.pop()):
                written.add(f"注：{note}\n")

    paper = is_grid_paper(rows, widths)
    rows = [joined_dates(joined_boxes(row) if paper else once(row)) for row in rows]
    for band in split_bands(rows):
        records = None if paper else find_records(band)
        if records is not None:
            _write_records(written, records, add_notes)
        else:
            for part in _without_captions(band):
                _write_band(written, part, paper, add_notes)


def _without_captions(band: Band) -> Iterator[Band]:
    """The band parted at captions: rows of one numbered heading, or one that tells a unit, over a row of
    several cells; each caption alone."""
    start, reach = 0, -1
    for at, row in enumerate(band.rows):
        below = band.rows[at + 1 : at + 2]
        if reach < row[0].row and len(row) == 1 and below and len(below[0]) > 1 and _is_caption(row[0].text):
            if at > start:
                yield Band(band.rows[start:at])
            yield Band((row,))
            start = at + 1
        reach = max(reach, *(cell.last_row for cell in row))
    if start < len(band.rows):
        yield Band(band.rows[start:])


def _is_caption(text: str) -> bool:
    if len(text) > _LONGEST_CAPTION or "。" in text:
        return False
    return find_numbering(text) is not None or bool(stated_units(text))


def _write_records(written: PageText, records: Records, add_notes: Callable[[int], None]) -> None:
    """Adds a card for each record: its name as a heading, then a line for each head."""
    for row in records.above:
        written.add("\t".join(cell.text for cell in row) + "\n")
    if records.unused:
        written.add("\t".join(records.unused) + "\n")
    level = len(written.headings) + 1
    for card in records.cards():
        written.add_heading(card.name, level)
        for lines in card.tables:
            _write_card_table(written, lines, records.groups)
        add_notes(card.last_row)


def _write_card_table(written: PageText, lines: Sequence[CardLine], groups: Sequence[str]) -> None:
    cells: list[Cell] = []
    rows: list[tuple[str, ...]] = [
        (line.head, *(cell.text if cell is not None else "" for cell in line.cells)) for line in lines
    ]
    if groups and len(rows[0]) > 2:
        rows.insert(0, ("", *groups))
    for number, row in enumerate(rows):
        start = written.add("\t".join(row) + "\n").start
        for column, text in enumerate(row):
            cells.append(Cell(number, column, Span(written.page, start, start + len(text))))
            start += len(text) + 1
    written.tables.append(Table(written.page, tuple(cells)))


def _write_band(written: PageText, band: Band, paper: bool, add_notes: Callable[[int], None]) -> None:
    columns = band.columns
    at = {column: number for number, column in enumerate(columns)}
    sheet_rows = [row[0].row for row in band.rows]
    cells: list[Cell] = []
    for number, row in enumerate(band.rows):
        next_column = columns[0]
        pieces: list[str] = []
        start = written.length
        for position, cell in enumerate(row):
            skipped = 0 if paper or len(row) == 1 else at[cell.column] - bisect_left(columns, next_column)
            tabs = skipped + (position > 0)
            span = Span(written.page, start + tabs, start + tabs + len(cell.text))
            pieces.append("\t" * tabs + cell.text)
            start = span.end
            next_column = cell.last_column + 1
            height = bisect_left(sheet_rows, cell.last_row + 1) - number if cell.last_row > cell.row else 1
            wide = cell.last_column > cell.column
            width = bisect_left(columns, next_column) - at[cell.column] if wide else 1
            cells.append(Cell(number, at[cell.column], span, height, width))
        written.add("".join(pieces) + "\n")
        add_notes(row[0].row)
    if len(band.rows) > 1 and len(columns) > 1 and len(cells) >= _LEAST_CELLS:
        written.tables.append(Table(written.page, tuple(cells)))


def hidden_line(marks: SheetMarks) -> str:
    """The line telling which rows and columns are not shown （非表示：C～E列、10行）; empty where all are."""
    if marks.extent is None:
        return ""
    first_row, first_column, last_row, last_column = marks.extent
    columns = _within(marks.hidden_columns, first_column, last_column)
    rows = _within(marks.hidden_rows, first_row, last_row)
    told = [f"{_stretch(_column_name(first), _column_name(last))}列" for first, last in columns]
    told += [f"{_stretch(str(first + 1), str(last + 1))}行" for first, last in rows]
    more = "など" if len(told) > _MOST_TOLD else ""
    return f"（非表示：{'、'.join(told[:_MOST_TOLD])}{more}）" if told else ""


def _stretch(first: str, last: str) -> str:
    return first if first == last else f"{first}～{last}"


def _within(stretches: Sequence[tuple[int, int]], first: int, last: int) -> list[tuple[int, int]]:
    return [(max(begin, first), min(end, last)) for begin, end in stretches if begin <= last and end >= first]


def _column_name(number: int) -> str:
    name = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
