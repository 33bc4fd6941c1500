"""Lines over a table in; the rows that their 款 and 項 with their amounts make out."""

import re
from collections.abc import Iterator, Sequence

from corpus.mapped_text import INSERTED
from corpus.structure.lines import Line
from corpus.tables.figures import parse_figure
from corpus.tables.groups import find_groups, with_groups
from corpus.tables.values import Frame
from corpus.types import Span, TableRow, TableValue

_AMOUNT = re.compile(r"(?<=\s)[△▲]?[\d０-９][\d０-９,，]*(?:千円|円)$")


def total_rows(lines: Sequence[Line], frame: Frame) -> Iterator[TableRow]:
    """A row for each line that names a 款 or 項 and ends in its amount with its unit (３款 民生費 5,000千円),
    as some budgets have them over each table; in a budget the amount is of its own year."""
    groups: dict[str, str] = {}
    for line in lines:
        found = find_groups(line.text)
        groups = with_groups(groups, found)
        amount = _AMOUNT.search(line.text)
        figure = parse_figure(amount.group()) if found and amount else None
        if amount is None or figure is None:
            continue
        year = frame.year if frame.is_budget else None
        span = _span(line, amount.start())
        value = TableValue((), amount.group(), figure.number, figure.unit, year, span)
        yield TableRow(
            frame.document_id,
            frame.number,
            frame.title,
            tuple(groups.values()),
            (value,),
            Span(line.page, line.start, line.end),
        )


def _span(line: Line, start: int) -> Span:
    offsets = [offset for offset in line.content.offsets[start:] if offset != INSERTED]
    return Span(line.page, offsets[0], offsets[-1] + 1)
