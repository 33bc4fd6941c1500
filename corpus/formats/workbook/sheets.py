"""A sheet's XML in the package of an .xlsx workbook in; what it holds beside values (extent, formats, errors)
out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.formats.workbook.markup import ATTRIBUTE, attributes_of, start_tags
from corpus.formats.workbook.package import Package, part_pieces
from corpus.formats.workbook.values import Shown
from corpus.reader import UnreadableFile

_TAG = re.compile(rb"<(?:[A-Za-z]\w*:)?(c|v|row|col|is|f|control)(?=[\s/>])([^<>]*)>([^<]*)")
_PLACE = re.compile(rb"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384  # ECMA-376 part 1, 18.3.1.73 and 18.3.1.13
_MOST_WIDTHS = 16_384


@dataclass(slots=True)
class SheetMarks:
    """What a sheet's XML says beside its values; rows and columns count from 0.

    `extent` is (first row, first column, last row, last column) of the cells that hold anything, None where
    none does. `errors` are the cells that show an error (#REF!), `formats` those whose number is shown in
    another way than it is kept, `widths` the widths of columns in characters, where they are told.
    `hidden_rows` and `hidden_columns` are stretches (first, last) of those that are not shown, `controls` the
    relations of form controls by the ids of their shapes.
    """

    extent: tuple[int, int, int, int] | None = None
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formats: dict[tuple[int, int], Shown] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    controls: dict[str, str] = field(default_factory=dict)


def read_marks(
    package: Package, part: str, formats: Sequence[Shown | None], lengths: Sequence[int], most: int
) -> SheetMarks:
    """What the XML of one sheet says beside its values. `lengths` are the bytes of the texts cells share.

    Raises UnreadableFile for what is no XML, for cells that are nowhere on a sheet, and for cells that share
    texts to more than `most` bytes.
    """
    marks = SheetMarks()
    row, column = -1, -1
    left = most
    kind, held = b"", False
    first_row = first_column = 1 << 30
    last_row = last_column = -1
    for name, attributes, text in start_tags(part_pieces(package, part), _TAG):
        if name == b"row":
            told = attributes_of(attributes)
            number = told.get("r", "")
            row, column = (_row(number) if number else row + 1), -1
            if told.get("hidden") in ("1", "true"):
                _add_stretch(marks.hidden_rows, row, row)
        elif name == b"col":
            _add_columns(marks, attributes_of(attributes))
        elif name == b"control":
            told = attributes_of(attributes)
            marks.controls[told.get("shapeId", "")] = told.get("r:id", "")
        elif name == b"c":
            cell = dict(ATTRIBUTE.findall(attributes))
            named = cell.get(b"r", b"").decode("ascii", "replace")
            row, column = _place(named) if named else (max(row, 0), column + 1)
            kind, held = cell.get(b"t", b"n"), False
            style = cell.get(b"s", b"")
            if kind == b"n" and len(style) < 8 and style.isdigit() and int(style) < len(formats):
                shown = formats[int(style)]
                if shown is not None and not attributes.endswith(b"/"):
                    marks.formats[row, column] = shown
        elif not held and (name == b"v" or name == b"is"):
            held = True
            first_row, last_row = min(first_row, row), max(last_row, row)
            first_column, last_column = min(first_column, column), max(last_column, column)
            if kind == b"e" and name == b"v":
                marks.errors[row, column] = text.decode("ascii", "replace")
            elif kind == b"s" and text.isdigit() and len(text) < 9 and int(text) < len(lengths):
                left -= lengths[int(text)]
                if left < 0:
                    raise UnreadableFile("its cells share texts to more than one file may have")
    if last_row >= 0:
        marks.extent = (first_row, first_column, last_row, last_column)
    return marks


def _add_columns(marks: SheetMarks, told: Mapping[str, str]) -> None:
    try:
        first, last, width = int(told["min"]), int(told["max"]), float(told.get("width", "8.43"))
    except (KeyError, ValueError):
        return
    if told.get("hidden") in ("1", "true"):
        _add_stretch(marks.hidden_columns, first - 1, last - 1)
    for column in range(max(first, 1), min(last, _MOST_WIDTHS) + 1):
        if len(marks.widths) < _MOST_WIDTHS:
            marks.widths[column - 1] = width


def _add_stretch(stretches: list[tuple[int, int]], first: int, last: int) -> None:
    if stretches and stretches[-1][1] + 1 == first:
        stretches[-1] = (stretches[-1][0], last)
    else:
        stretches.append((first, last))


def _row(number: str) -> int:
    if not number.isdigit() or not 0 < int(number[:8]) <= _MOST_ROWS or len(number) > 8:
        raise UnreadableFile("a row of the sheet has a number that no sheet has")
    return int(number) - 1


def _place(name: str) -> tuple[int, int]:
    place = cell_place(name)
    if place is None or not 0 <= place[0] < _MOST_ROWS or place[1] >= _MOST_COLUMNS:
        raise UnreadableFile("a cell of the sheet has a place that no sheet has")
    return place


def cell_place(name: str) -> tuple[int, int] | None:
    """The row and the column, from 0, of a cell by its name (B5); None for what names none."""
    match = _PLACE.fullmatch(name.encode("ascii", "replace"))
    return (int(match[2]) - 1, _column(match[1])) if match else None


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1
