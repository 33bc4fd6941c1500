"""The tables that a reader found in; the lines that stand in them out."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from corpus.structure.lines import Line
from corpus.types import Table


def lines_in_tables(tables: Iterable[Table], lines: Sequence[Line]) -> frozenset[Line]:
    """The lines that hold a cell of a table of two rows and two columns at least.

    What has one row or one column with words is a frame around text, and parts nothing.
    """
    stretches = sorted(stretch for table in tables for stretch in _stretches(table))
    found = []
    for line in lines:
        at = bisect_right(stretches, (line.page, line.end - 1, line.end)) - 1
        if at >= 0 and stretches[at][0] == line.page and line.start < stretches[at][2]:
            found.append(line)
    return frozenset(found)


def _stretches(table: Table) -> list[tuple[int, int, int]]:
    """Where its filled cells stand: page, start, end."""
    filled = [cell for cell in table.cells if cell.span.start < cell.span.end]
    if len({cell.row for cell in filled}) < 2 or len({cell.column for cell in filled}) < 2:
        return []
    return [(cell.span.page, cell.span.start, cell.span.end) for cell in filled]
