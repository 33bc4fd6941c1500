"""The package of an .xlsx workbook in; its sheets' parts and how its styles show values out."""

import re
from array import array
from collections.abc import Iterator, Sequence

from corpus.formats.workbook.dates import DATE_FORMATS, parse_date_format
from corpus.formats.workbook.markup import attributes_of, start_tags
from corpus.formats.workbook.numbers import parse_number_format
from corpus.formats.workbook.package import Package, part_bytes, part_pieces
from corpus.formats.workbook.values import Shown
from corpus.reader import MEGABYTE

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^<>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s([^<>]*)>")
_FORMATS_OF_CELLS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_FORMAT_OF_CELL = re.compile(rb"<(?:\w+:)?xf\s([^<>]*)>")
_PROPERTIES = re.compile(rb"<(?:\w+:)?workbookPr\s([^<>]*)>")
_STRING = re.compile(rb"<(?:[A-Za-z]\w*:)?(si|t)(?=[\s/>])([^<>]*)>([^<]*)")
_MOST_BYTES = 32 * MEGABYTE
_BUILT_IN = {"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
"""ECMA-376 part 1, 18.8.30: the formats that are known by number alone (those that round or scale)."""


def sheet_parts(package: Package) -> dict[str, str]:
    """The names of the package's parts that hold the sheets, by the sheets' names."""
    book = part_bytes(package, "xl/workbook.xml", _MOST_BYTES)
    relations = {identity: target for identity, _, target in _relations(package)}
    found: dict[str, str] = {}
    for match in _SHEET.finditer(book):
        attributes = attributes_of(match[1])
        identity = next((value for name, value in attributes.items() if name.endswith(":id")), "")
        found[attributes.get("name", "")] = relations.get(identity, "")
    return found


def shared_lengths(package: Package) -> Sequence[int]:
    """How many bytes each of the texts has that the workbook's cells share, in their order."""
    part = next((target for _, kind, target in _relations(package) if kind.endswith("/sharedStrings")), "")
    found = array("Q")
    for name, _, text in start_tags(part_pieces(package, part), _STRING):
        if name == b"si":
            found.append(0)
        elif found:
            found[-1] += len(text)
    return found


def _relations(package: Package) -> Iterator[tuple[str, str, str]]:
    """The id, the kind and the part's name of each of the workbook's relations."""
    for match in _RELATION.finditer(part_bytes(package, "xl/_rels/workbook.xml.rels", _MOST_BYTES)):
        attributes = attributes_of(match[1])
        target = attributes.get("Target", "")
        name = target[1:] if target.startswith("/") else f"xl/{target}"
        yield attributes.get("Id", ""), attributes.get("Type", ""), name


def counts_from_1904(package: Package) -> bool:
    """Whether the workbook keeps dates as days since 1904, as those made on old Macs do."""
    match = _PROPERTIES.search(part_bytes(package, "xl/workbook.xml", _MOST_BYTES))
    return match is not None and attributes_of(match[1]).get("date1904") in ("1", "true")


def cell_formats(package: Package) -> tuple[Shown | None, ...]:
    """How each cell style shows numbers and dates, by its index; None for one that shows them as they are."""
    styles = part_bytes(package, "xl/styles.xml", _MOST_BYTES)
    codes = _BUILT_IN | DATE_FORMATS
    for match in _FORMAT.finditer(styles):
        attributes = attributes_of(match[1])
        codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
    block = _FORMATS_OF_CELLS.search(styles)
    if block is None:
        return ()
    known: dict[str, Shown | None] = {}
    found = []
    for match in _FORMAT_OF_CELL.finditer(block[0]):
        number = attributes_of(match[1]).get("numFmtId", "0")
        if number not in known:
            code = codes.get(number, "")
            known[number] = parse_number_format(code) or parse_date_format(code)
        found.append(known[number])
    return tuple(found)
