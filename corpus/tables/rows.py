"""Lines of a table in, its rows with their column heads out."""

import re
from collections.abc import Sequence

from corpus.mapped_text import MappedText, joined
from corpus.structure.lines import Line
from corpus.structure.numbering import find_numbering
from corpus.tables.lines import has_amounts, is_head_row, is_row

_LONGEST_CELL = 40
_LONGEST_REST = 24
_LONGEST_ROW = 200
_ITEM = re.compile(r"[○●・■◆※〇（(【]|計|合計|小計|歳[入出]")


def opens_table(lines: Sequence[Line], index: int) -> bool:
    """Whether a table begins at a line: a row, or column heads with rows or more heads after them."""
    line = lines[index]
    if is_row(line.text) or _is_cell_line(line):
        return True
    follower = lines[index + 1] if index + 1 < len(lines) else None
    return (
        is_head_row(line.text)
        and follower is not None
        and (is_row(follower.text) or is_head_row(follower.text))
    )


def in_table(lines: Sequence[Line], index: int) -> bool:
    """Whether a line goes on with a table: a row, a head, or the rest of a cell before another row."""
    line = lines[index]
    if is_row(line.text) or is_head_row(line.text) or _is_cell_line(line):
        return True
    if "。" in line.text or len(line.text) > _LONGEST_REST:
        return False
    after = [other for other in lines[index + 1 : index + 3] if not other.blank]
    return any(is_row(other.text) and other.page == line.page for other in after)


def _is_cell_line(line: Line) -> bool:
    """A line of a table whose cells stand one below the other, each behind a tab."""
    return (
        not line.blank
        and line.indent == 4
        and line.content.offsets[0] == line.start + 1
        and len(line.text) <= _LONGEST_CELL
        and "。" not in line.text
    )


def rows_with_heads(
    lines: Sequence[Line], known: bool = False
) -> tuple[list[MappedText], list[MappedText | None]]:
    """The rows of a table, and for each the column heads above it (None for the heads themselves).

    Cells that stand one below the other are set in one row, up to the next blank line; the rest of names
    that broke in narrow cells stays with its row. Where the lines are `known` to be rows, each is one.
    """
    rows = [line.content for line in lines if not line.blank] if known else _rows(lines)
    heads: list[MappedText | None] = []
    current: list[MappedText] = []
    open_head = False
    for number, row in enumerate(rows):
        if _is_head(row.text, first=number == 0):
            current = [*current, row] if open_head else [row]
            heads.append(None)
        else:
            heads.append(joined(current, "\n") if current else None)
        open_head = heads[-1] is None and bool(current)
    return rows, heads


def _is_head(text: str, first: bool) -> bool:
    return is_head_row(text) or (first and "\t" in text and not has_amounts(text))


def _is_rest_of_row(row: str, text: str) -> bool:
    """Whether a line holds the rest of the names in a row with amounts, whose narrow cells broke them."""
    return (
        len(row) <= _LONGEST_ROW
        and len(text) <= _LONGEST_REST
        and has_amounts(row.split("\n")[0])
        and not has_amounts(text)
        and not is_head_row(text)
        and find_numbering(text) is None
        and not _ITEM.match(text)
    )


def _rows(lines: Sequence[Line]) -> list[MappedText]:
    rows: list[MappedText] = []
    after_cell = False
    for line in lines:
        if line.blank:
            after_cell = False
            continue
        cell = _is_cell_line(line)
        if cell and after_cell:
            rows[-1] = joined([rows[-1], line.content], "\t")
        elif not cell and rows and _is_rest_of_row(rows[-1].text, line.text):
            rows[-1] = joined([rows[-1], line.content], "\n")
        else:
            rows.append(line.content)
        after_cell = cell
    return rows
