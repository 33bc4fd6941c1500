"""A table of a slide (a:tbl, ECMA-376 part 1, 21.1.3) in, its cells out."""

from corpus.formats.office_package import Element
from corpus.formats.office_text import OfficeCell, joined_paragraphs
from corpus.formats.powerpoint.text import A, body_lines
from corpus.formats.word.xml import whole_number

_ON = ("1", "true")


def table_cells(table: Element) -> list[OfficeCell]:
    """The cells of a table row by row, merged ones once."""
    rows = [list(row.iterchildren(f"{A}tc")) for row in table.iterchildren(f"{A}tr")]
    found: list[OfficeCell] = []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell.get("hMerge") in _ON or cell.get("vMerge") in _ON:
                continue
            found.append(
                OfficeCell(
                    number,
                    column,
                    max(1, min(whole_number(cell.get("rowSpan"), 1), len(rows) - number)),
                    max(1, min(whole_number(cell.get("gridSpan"), 1), len(row) - column)),
                    _text(cell),
                )
            )
    return found


def _text(cell: Element) -> str:
    body = cell.find(f"{A}txBody")
    return joined_paragraphs(body_lines(body)) if body is not None else ""
