"""A table of a Word document in; its cells, merged ones once, out (ECMA-376 part 1, 17.4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.formats.office_package import Element
from corpus.formats.office_text import snapped_columns
from corpus.formats.word.xml import MC, W, chosen_branch, is_on, value_of, whole_number

_MOST_COLUMNS = 63  # what Word allows
_SAME_EDGE = 100.0  # twentieths of a point: edges this near are drawn by hand as one
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


@dataclass(slots=True)
class WordCell:
    """A cell: its place from 0, how many rows and columns it covers, and its element (w:tc)."""

    row: int
    column: int
    rows: int
    columns: int
    element: Element


def table_cells(table: Element) -> list[WordCell]:
    """The cells of a table row by row. Hidden rows, and what a tracked change deletes, are left out."""
    cells: list[WordCell] = []
    begun: dict[int, WordCell] = {}
    number = 0
    for row in _members(table, f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is not None or is_on(row.find(f"{W}trPr/{W}hidden")):
            continue
        going_on: dict[int, WordCell] = {}
        column = _skipped(row)
        last: WordCell | None = None
        for element in _members(row, f"{W}tc"):
            properties = element.find(f"{W}tcPr")
            width = _width(properties)
            if properties is not None and properties.find(f"{W}cellDel") is not None:
                column += width
                continue
            if last is not None and _continues(properties, "hMerge"):
                last.columns += width
                column += width
                continue
            above = begun.get(column)
            if above is not None and above.columns == width and _continues(properties, "vMerge"):
                above.rows += 1
                going_on[column] = above
                last = None
            else:
                last = WordCell(number, column, 1, width, element)
                cells.append(last)
                if _is_merged(properties):
                    going_on[column] = last
            column += width
        begun = going_on
        number += 1
    _snap(cells, table)
    return cells


def _members(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _members(child, tag)
        elif child.tag == f"{MC}AlternateContent":
            branch = chosen_branch(child)
            if branch is not None:
                yield from _members(branch, tag)


def _skipped(row: Element) -> int:
    before = row.find(f"{W}trPr/{W}gridBefore")
    return max(0, min(whole_number(value_of(before), 0), _MOST_COLUMNS)) if before is not None else 0


def _width(properties: Element | None) -> int:
    span = properties.find(f"{W}gridSpan") if properties is not None else None
    return max(1, min(whole_number(value_of(span), 1), _MOST_COLUMNS)) if span is not None else 1


def _is_merged(properties: Element | None) -> bool:
    return properties is not None and properties.find(f"{W}vMerge") is not None


def _continues(properties: Element | None, name: str) -> bool:
    merge = properties.find(W + name) if properties is not None else None
    return merge is not None and value_of(merge) in ("", "continue")


def _snap(cells: list[WordCell], table: Element) -> None:
    """Makes columns whose edges are nearly the same one, where no cell with text is lost by it."""
    edges = [0.0]
    for grid in table.iterchildren(f"{W}tblGrid"):
        for column in grid.iterchildren(f"{W}gridCol"):
            edges.append(edges[-1] + max(0, whole_number(column.get(f"{W}w"), 0)))
    if len(edges) < 3 or edges[-1] <= 0 or any(cell.column + cell.columns >= len(edges) for cell in cells):
        return
    number = snapped_columns(edges, _SAME_EDGE)
    if any(number[cell.column] == number[cell.column + cell.columns] for cell in cells):
        return
    for cell in cells:
        first, last = number[cell.column], number[cell.column + cell.columns]
        cell.column, cell.columns = first, last - first
