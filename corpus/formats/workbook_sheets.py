"""The package of an .xlsx workbook in; what its sheets hold beside values (extent, formats, errors) out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from corpus.formats.workbook_numbers import NumberFormat, parse_number_format
from corpus.formats.workbook_package import Package, part_bytes, part_pieces
from corpus.reader import MEGABYTE, UnreadableFile

_TAG = re.compile(rb"<(?:[A-Za-z]\w*:)?(c|v|row|col|is|f)(?=[\s/>])([^<>]*)>([^<]*)")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"'<>]*)[\"']")
_PLACE = re.compile(rb"\$?([A-Z]{1,3})\$?(\d{1,7})")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^<>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s([^<>]*)>")
_FORMATS_OF_CELLS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_FORMAT_OF_CELL = re.compile(rb"<(?:\w+:)?xf\s([^<>]*)>")
_TITLE = re.compile(rb"<dc:title>([^<]{1,500})</dc:title>")
_MOST_BYTES = 32 * MEGABYTE
_MOST_WIDTHS = 16_384
_BUILT_IN = {"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
"""ECMA-376 part 1, 18.8.30: the formats that are known by number alone (those that round or scale)."""


@dataclass(slots=True)
class SheetMarks:
    """What a sheet's XML says beside its values; rows and columns count from 0.

    `extent` is (first row, first column, last row, last column) of the cells that hold anything, None where
    none does. `errors` are the cells that show an error (#REF!), `formats` those whose number is shown in
    another way than it is kept, `widths` the widths of columns in characters, where they are told.
    """

    extent: tuple[int, int, int, int] | None = None
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formats: dict[tuple[int, int], NumberFormat] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)


def properties_title(package: Package) -> str | None:
    """The title in the workbook's properties, None where none is told."""
    match = _TITLE.search(part_bytes(package, "docProps/core.xml", MEGABYTE))
    return unescape(match[1].decode("utf-8", "replace")).strip() or None if match else None


def sheet_parts(package: Package) -> dict[str, str]:
    """The names of the package's parts that hold the sheets, by the sheets' names."""
    book = part_bytes(package, "xl/workbook.xml", _MOST_BYTES)
    relations: dict[str, str] = {}
    for match in _RELATION.finditer(part_bytes(package, "xl/_rels/workbook.xml.rels", _MOST_BYTES)):
        attributes = _attributes(match[1])
        target = attributes.get("Target", "")
        relations[attributes.get("Id", "")] = target[1:] if target.startswith("/") else f"xl/{target}"
    found: dict[str, str] = {}
    for match in _SHEET.finditer(book):
        attributes = _attributes(match[1])
        identity = next((value for name, value in attributes.items() if name.endswith(":id")), "")
        found[attributes.get("name", "")] = relations.get(identity, "")
    return found


def cell_formats(package: Package) -> tuple[NumberFormat | None, ...]:
    """The number format of each cell style, by its index; None for one that shows a number as it is."""
    styles = part_bytes(package, "xl/styles.xml", _MOST_BYTES)
    codes = dict(_BUILT_IN)
    for match in _FORMAT.finditer(styles):
        attributes = _attributes(match[1])
        codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
    block = _FORMATS_OF_CELLS.search(styles)
    if block is None:
        return ()
    known: dict[str, NumberFormat | None] = {}
    found = []
    for match in _FORMAT_OF_CELL.finditer(block[0]):
        number = _attributes(match[1]).get("numFmtId", "0")
        if number not in known:
            known[number] = parse_number_format(codes[number]) if number in codes else None
        found.append(known[number])
    return tuple(found)


def read_marks(package: Package, part: str, formats: tuple[NumberFormat | None, ...]) -> SheetMarks:
    """What the XML of one sheet says beside its values. Raises UnreadableFile for what is no XML."""
    marks = SheetMarks()
    row, column = -1, -1
    kind, held = b"", False
    first_row = first_column = 1 << 30
    last_row = last_column = -1
    for name, attributes, text in _tags(part_pieces(package, part)):
        if name == b"row":
            told = _attributes(attributes).get("r", "")
            row, column = (int(told) - 1 if told.isdigit() and len(told) < 9 else row + 1), -1
        elif name == b"col":
            _add_width(marks, _attributes(attributes))
        elif name == b"c":
            cell = dict(_ATTRIBUTE.findall(attributes))
            place = _PLACE.fullmatch(cell.get(b"r", b""))
            row, column = (int(place[2]) - 1, _column(place[1])) if place else (max(row, 0), column + 1)
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
    if last_row >= 0:
        marks.extent = (first_row, first_column, last_row, last_column)
    return marks


def _add_width(marks: SheetMarks, told: Mapping[str, str]) -> None:
    try:
        first, last, width = int(told["min"]), int(told["max"]), float(told["width"])
    except (KeyError, ValueError):
        return
    for column in range(max(first, 1), min(last, _MOST_WIDTHS) + 1):
        if len(marks.widths) < _MOST_WIDTHS:
            marks.widths[column - 1] = width


def _tags(pieces: Iterator[bytes]) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Each start tag that counts here: its name, its attributes and the text after it."""
    rest = b""
    for piece in pieces:
        rest += piece
        cut = rest.rfind(b"<")
        if cut < 0 and len(rest) > _MOST_BYTES:
            raise UnreadableFile("its sheets hold no XML")
        for match in _TAG.finditer(rest, 0, max(cut, 0)):
            yield match[1], match[2], match[3]
        rest = rest[max(cut, 0) :]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _attributes(text: bytes) -> dict[str, str]:
    return {
        name.decode("ascii", "replace"): unescape(value.decode("utf-8", "replace"))
        for name, value in _ATTRIBUTE.findall(text)
    }
