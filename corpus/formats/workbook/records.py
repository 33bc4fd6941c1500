"""The rows of a sheet in, each of them longer than a passage; a card for each out: its name, then a line for
each head with what stands under it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.formats.workbook.grid import Band, SheetCell
from corpus.forms.labels import is_name_label
from corpus.tables.figures import parse_figure

_LEAST_COLUMNS = 12
_LEAST_RECORDS = 2
_FIRST_ROWS = 8
_LEAST_LENGTH = 600
"""How many characters the records must have on average: those of a passage beside its heads."""
_LONGEST_HEAD = 200
_MOST_HEADS = 10_000_000
"""The most characters that the heads may have in all cards together."""
_LONGEST_NAME = 80
_SAMPLED = 200


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card: its head, and what stands under it; several cells where the head stands several
    times on the sheet (a block of columns for each year), None for one that is empty."""

    head: str
    cells: tuple[SheetCell | None, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A record: its name, and its lines in tables, those of repeated heads apart. `last_row` is its last on
    the sheet."""

    last_row: int
    name: str
    tables: tuple[tuple[CardLine, ...], ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """A head and its columns: several where it stands once in each of several blocks of columns."""

    text: str
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """A list of records: the rows above its heads, and its rows. `unused` are the heads under which nothing
    stands, `groups` the heads above the blocks of columns (years), empty where there are none."""

    above: tuple[tuple[SheetCell, ...], ...]
    groups: tuple[str, ...]
    unused: tuple[str, ...]
    _heads: tuple[_Head, ...]
    _name: int
    _rows: tuple[tuple[SheetCell, ...], ...]

    def cards(self) -> Iterator[Card]:
        """The records in their order; rows without a name of their own go on with the one above."""
        record: list[SheetCell] = []
        for row in self._rows:
            if record and any(cell.column == self._name for cell in row):
                yield self._card(record)
                record = []
            record += row
        yield self._card(record)

    def _card(self, cells: Sequence[SheetCell]) -> Card:
        at: dict[int, list[SheetCell]] = {}
        for cell in cells:
            at.setdefault(cell.column, []).append(cell)
        name = next((cell.text for cell in at.get(self._name, ())), "")
        tables: list[list[CardLine]] = []
        many = None
        for head in self._heads:
            found = [at.pop(column, []) for column in head.columns]
            if not any(found):
                continue
            if many != (len(found) > 1):
                many = len(found) > 1
                tables.append([])
            for rank in range(max(map(len, found))):
                line = (of_column[rank] if rank < len(of_column) else None for of_column in found)
                tables[-1].append(CardLine(head.text, tuple(line)))
        if at:
            tables.append([CardLine("", (cell,)) for of_column in at.values() for cell in of_column])
        return Card(cells[-1].row, name, tuple(map(tuple, tables)))


def find_records(band: Band) -> Records | None:
    """The records of a band of rows; None where its rows are short enough to be read as rows.

    The heads are the fullest of the first rows, and hold words.
    """
    rows = band.rows
    at = max(range(min(_FIRST_ROWS, len(rows))), key=lambda number: (len(rows[number]), -number))
    head, below = rows[at], rows[at + 1 :]
    if len(head) < _LEAST_COLUMNS or len(below) < _LEAST_RECORDS:
        return None
    if any(len(cell.text) > _LONGEST_HEAD for cell in head) or 4 * _figures(head) > len(head):
        return None
    if sum(len(cell.text) for cell in head) * len(below) > _MOST_HEADS:
        return None
    name = _name_column(head, below)
    if name is None:
        return None
    records = sum(any(cell.column == name for cell in row) for row in below)
    length = sum(len(cell.text) for row in below for cell in row)
    if records < _LEAST_RECORDS or length < _LEAST_LENGTH * records:
        return None
    above = {
        column: cell.text
        for row in rows[:at]
        for cell in row
        if 1 < cell.last_column - cell.column + 1 < len(head)
        for column in range(cell.column, cell.last_column + 1)
    }
    heads = _heads(head)
    several = next((one.columns for one in heads if len(one.columns) > 1), ())
    groups = tuple(above.get(column, "") for column in several)
    parted = tuple(
        replace(one, text=f"{above[one.columns[0]]}　{one.text}")
        if len(one.columns) == 1 and one.columns[0] in above
        else one
        for one in heads
    )
    used = {cell.column for row in below for cell in row}
    unused = tuple(one.text for one in parted if used.isdisjoint(one.columns))
    return Records(rows[:at], groups if all(groups) else (), unused, parted, name, below)


def _heads(row: Sequence[SheetCell]) -> tuple[_Head, ...]:
    """The heads in the order of their first columns. Heads that stand as often as others do, more than once,
    are of blocks of columns; what stands again otherwise is a head of its own."""
    columns: dict[str, list[int]] = {}
    for cell in row:
        columns.setdefault(cell.text, []).append(cell.column)
    counts = Counter(len(found) for found in columns.values() if len(found) > 1)
    usual, blocks = counts.most_common(1)[0] if counts else (0, 0)
    found = []
    for text, of_text in columns.items():
        if len(of_text) == usual and blocks > 1:
            found.append(_Head(text, tuple(of_text)))
        else:
            found += [_Head(text, (column,)) for column in of_text]
    return tuple(sorted(found, key=lambda head: head.columns))


def _name_column(head: Sequence[SheetCell], rows: Sequence[Sequence[SheetCell]]) -> int | None:
    """The column that names the records: that of the project's name, or the first of words that differ."""
    told = next((cell.column for cell in head if is_name_label(cell.text)), None)
    if told is not None:
        return told
    sampled = rows[:_SAMPLED]
    texts: dict[int, list[str]] = {}
    for row in sampled:
        for cell in row:
            if len(cell.text) <= _LONGEST_NAME and parse_figure(cell.text) is None:
                texts.setdefault(cell.column, []).append(cell.text)
    for cell in head:
        words = texts.get(cell.column, [])
        if 10 * len(words) >= 9 * len(sampled) and 10 * len(set(words)) >= 9 * len(words):
            return cell.column
    return None


def _figures(row: Sequence[SheetCell]) -> int:
    return sum(parse_figure(cell.text) is not None for cell in row)
