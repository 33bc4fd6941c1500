"""The package of an OpenDocument workbook (.ods) in; how far its sheets reach out.

It says that a row or a cell is repeated (OASIS OpenDocument 1.3 part 3, 19.675 and 19.677), so that a small
file can spread a cell over a whole sheet.
"""

import re

from corpus.formats.workbook.markup import attributes_of, start_tags
from corpus.formats.workbook.package import Package, part_pieces

_TAG = re.compile(
    rb"<(?:[A-Za-z][\w-]*:)?(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^<>]*)>([^<]*)"
)


def most_cells(package: Package) -> int:
    """The cells that the used rows and columns of its widest sheet span; 0 for another format."""
    most = row = last_row = column = last_column = 0
    rows = 1
    for name, attributes, _ in start_tags(part_pieces(package, "content.xml"), _TAG):
        if name == b"table":
            row = last_row = last_column = column = 0
            rows = 0
        elif name == b"table-row":
            row, column = row + rows, 0
            rows = _repeated(attributes, "number-rows-repeated")
        else:
            cells = _repeated(attributes, "number-columns-repeated")
            if not attributes.endswith(b"/") or b"value-type" in attributes:
                last_row, last_column = max(last_row, row + rows), max(last_column, column + cells)
                most = max(most, last_row * last_column)
            column += cells
    return most


def _repeated(attributes: bytes, name: str) -> int:
    told = next((value for key, value in attributes_of(attributes).items() if key.endswith(name)), "1")
    return int(told) if told.isdigit() and len(told) < 10 else 1
