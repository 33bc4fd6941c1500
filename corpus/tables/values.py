"""Rows under their heads, and what is known of the table, in; TableRows out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.normalising import squeeze
from corpus.tables.cells import CellGrid, TextCell
from corpus.tables.figures import is_ditto, parse_figure
from corpus.tables.groups import find_groups, with_groups
from corpus.tables.heads import Heads, Part, is_figure
from corpus.tables.labels import LabelTrail, Segment, is_code_head, split_segments
from corpus.tables.units import fitting_unit, head_unit, stated_units, unit_word
from corpus.tables.years import Named, first_year, label_year, years_of_columns
from corpus.types import Span, TableRow, TableValue

_EXPLAINS = re.compile(r"節|説明|細節")
_THIS_YEAR = re.compile(r"(?:本|当)年度(?:予算額?)?|補正額")
_DIVIDES_THIS_YEAR = re.compile(r"節|説明|細節|計")
_LAID_DOWN = {"款", "項", "金額"}
"""The heads of the first table of a budget (地方自治法施行規則 第14条 別記), which are of its own year."""
_LONGEST_LABEL = 120


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known of a table beside its cells. `titles` are its title and the headings over it, nearest
    first; `year` is the document's own fiscal year."""

    document_id: str
    number: int
    title: str
    units: tuple[str, ...]
    groups: Mapping[str, str]
    titles: tuple[str, ...]
    year: int | None
    is_budget: bool


Trails = dict[tuple[tuple[str, ...], ...], LabelTrail]
"""The labels that rows stand under so far, by the heads of a segment's label columns."""


def table_rows(
    grid: CellGrid,
    part: Part,
    heads: Heads,
    frame: Frame,
    carried: Trails,
    above: dict[int, TableValue],
) -> Iterator[TableRow]:
    """The rows of one part of a table, each segment of columns a row of its own.

    `carried` are the labels of the table's rows before these, `above` the last value of each column, which
    〃 repeats; they are kept up to date.
    """
    rows = [row for row in part.rows if _is_data(grid, row)]
    segments = split_segments(grid, rows, heads)
    columns = _Columns.of(grid, part.rows, heads, frame)
    trails = [_trail(carried, heads, one) for one in segments]
    groups = dict(frame.groups)
    spanning = ""
    for number in part.rows:
        cells = grid.rows[number]
        if _is_unit_row(grid, number):
            continue
        if group := _group(grid, number):
            found = find_groups(group)
            groups = with_groups(groups, found)
            spanning = "" if found else group
            carried.clear()
            trails = [_trail(carried, heads, one) for one in segments]
            continue
        outer = (*groups.values(), *filter(None, [spanning]))
        for place, (segment, trail) in enumerate(zip(segments, trails, strict=True)):
            before, labels = trail.told, trail.labels(cells)
            if place == 0:
                own = labels
                if own != before and _begins(cells, number, segment):
                    _clear(heads, segments, trails)
            elif labels:
                beside = _beside(heads, segments[0], segment)
                labels = (*(own[:-1] if beside else own), *labels)
            else:
                labels = own
            values = _values(cells, number, segment, columns, above, labels)
            if values and (labels or outer or any(value.heads for value in values)):
                told = (*outer, *labels)
                yield TableRow(
                    frame.document_id,
                    frame.number,
                    frame.title,
                    tuple(label[:_LONGEST_LABEL] for label in told),
                    values,
                    _span(grid.page, segment, cells, number),
                )


def _trail(carried: Trails, heads: Heads, segment: Segment) -> LabelTrail:
    named = tuple(heads[at] if heads else (str(at),) for at in segment.labels)
    trail = carried.get(named)
    if trail is None or not heads:
        trail = carried[named] = LabelTrail(segment.labels, _explains(heads, segment.labels))
    trail.turn_page(segment.labels)
    return trail


def _begins(cells: Mapping[int, TextCell], number: int, segment: Segment) -> bool:
    """Whether a row begins a new one of what the first segment tells of."""
    found = [cell for at in segment.labels if (cell := cells.get(at)) is not None]
    return bool(found) and found[-1].row == number and not is_ditto(found[-1].text)


def _clear(heads: Heads, segments: Sequence[Segment], trails: Sequence[LabelTrail]) -> None:
    """What stands right of the first segment begins anew with it."""
    for segment, trail in zip(segments[1:], trails[1:], strict=True):
        if not _beside(heads, segments[0], segment):
            trail.clear()


def _beside(heads: Heads, first: Segment, segment: Segment) -> bool:
    """Whether two segments have labels of the same kind (級 and 級), so that none stand under the others."""
    if not heads or not first.labels or not segment.labels:
        return False
    return heads[first.labels[-1]][-1:] == heads[segment.labels[-1]][-1:]


def _is_data(grid: CellGrid, number: int) -> bool:
    return not _is_unit_row(grid, number) and not _group(grid, number)


def _is_unit_row(grid: CellGrid, number: int) -> bool:
    cells = grid.rows[number].values()
    return bool(cells) and all(unit_word(cell.text) for cell in cells)


def _group(grid: CellGrid, number: int) -> str:
    """The text of a row that is one cell over all columns, or names 款 and 項; empty for any other."""
    row = grid.rows[number]
    texts = list(dict.fromkeys(cell.text for cell in row.values()))
    joined = " ".join(texts)
    if find_groups(joined) and not any(is_figure(text) for text in texts):
        return joined
    one = len(texts) == 1 and len(row) == grid.columns > 1
    return texts[0] if one and not is_figure(texts[0]) and len(texts[0]) <= _LONGEST_LABEL else ""


def _explains(heads: Heads, labels: Sequence[int]) -> bool:
    return any(_EXPLAINS.fullmatch(squeeze(head)) for at in labels if at < len(heads) for head in heads[at])


@dataclass(frozen=True, slots=True)
class _Columns:
    """For each column its heads (without those that are a unit), its unit and what they say of its year;
    `unit_column` is the one that tells each row's unit, None where none or several do, and `year` what the
    table's titles say."""

    heads: Heads
    units: tuple[str | None, ...]
    years: tuple[Named | None, ...]
    unit_column: int | None
    year: Named | None
    own_year: int | None
    table_units: tuple[str, ...]

    @classmethod
    def of(cls, grid: CellGrid, rows: Sequence[int], heads: Heads, frame: Frame) -> "_Columns":
        known = heads or ((),) * grid.columns
        units: list[str | None] = [
            _unit_of(parts) or _first_unit(grid, rows, at) for at, parts in enumerate(known)
        ]
        for row in rows:
            if _is_unit_row(grid, row):
                for at, cell in grid.rows[row].items():
                    units[at] = units[at] or unit_word(cell.text)
        shown = tuple(tuple(head for head in parts if not unit_word(head)) for parts in known)
        years = _with_divided(years_of_columns(shown, frame.year), shown)
        if frame.is_budget and frame.year and {squeeze(parts[-1]) for parts in shown if parts} >= _LAID_DOWN:
            years = [year or Named("year", frame.year) for year in years]
        told = [at for at, parts in enumerate(known) if parts and squeeze(parts[-1]).endswith("単位")]
        return cls(
            shown,
            tuple(units),
            tuple(years),
            told[0] if len(told) == 1 else None,
            first_year(frame.titles, frame.year),
            frame.year,
            frame.units,
        )


def _with_divided(years: list[Named | None], heads: Heads) -> list[Named | None]:
    """The years of columns with that of 節, 説明 and 計: they divide or sum up what stands under 本年度 (or
    補正額), as the form of an explanation of a budget has it (地方自治法施行規則 第15条の2 別記)."""
    this = next(
        (at for at, parts in enumerate(heads) if parts and _THIS_YEAR.fullmatch(squeeze(parts[-1]))), None
    )
    if this is None:
        return years
    return [
        years[this] if year is None and parts and _DIVIDES_THIS_YEAR.fullmatch(squeeze(parts[0])) else year
        for year, parts in zip(years, heads, strict=True)
    ]


def _unit_of(parts: Sequence[str]) -> str | None:
    for head in reversed(parts):
        stated = stated_units(head)
        if len(stated) == 1:
            return stated[0]
        if unit := head_unit(head):
            return unit
    return None


def _first_unit(grid: CellGrid, rows: Sequence[int], column: int) -> str | None:
    """The unit that stands at the top of a column, or that its first figure carries for all below it, which
    carry none."""
    first = next((cell for row in rows if (cell := grid.rows[row].get(column)) and cell.row == row), None)
    if first is not None and (unit := unit_word(first.text)):
        return unit
    figures = [
        figure
        for row in rows
        if (cell := grid.rows[row].get(column)) and cell.row == row and (figure := parse_figure(cell.text))
    ]
    if len(figures) < 2 or not figures[0].unit or figures[0].unit == "％":
        return None
    return figures[0].unit if all(figure.unit is None for figure in figures[1:]) else None


def _values(
    cells: Mapping[int, TextCell],
    number: int,
    segment: Segment,
    columns: _Columns,
    above: dict[int, TableValue],
    labels: Sequence[str],
) -> tuple[TableValue, ...]:
    values: list[TableValue] = []
    row_unit = next((unit for label in reversed(labels) if (unit := head_unit(label))), None)
    row_year = label_year(labels, columns.own_year)
    for at in segment.values:
        cell = cells.get(at)
        if cell is None or cell.row != number or cell.column != at:
            continue
        heads = columns.heads[at]
        if at == columns.unit_column:
            row_unit = unit_word(cell.text) or row_unit
        year = columns.years[at] or row_year or columns.year
        value = TableValue(heads, cell.text, None, None, year.year if year else None, cell.span)
        if is_ditto(cell.text) and at in above:
            value = replace(value, number=above[at].number, unit=above[at].unit)
        elif figure := parse_figure(cell.text):
            if heads and is_code_head(heads[-1]):
                values.append(replace(value, number=figure.number, fiscal_year=None))
                continue
            unit = figure.unit or columns.units[at] or row_unit or _fitting(columns, labels, heads)
            value = replace(value, number=figure.number, unit=unit)
        above[at] = value
        values.append(value)
    return tuple(values)


def _fitting(columns: _Columns, labels: Sequence[str], heads: Sequence[str]) -> str | None:
    return fitting_unit(columns.table_units, (*labels[-1:], *heads))


def _span(page: int, segment: Segment, cells: Mapping[int, TextCell], number: int) -> Span:
    spans = [
        cell.span
        for at in (*segment.labels, *segment.values)
        if (cell := cells.get(at)) is not None and cell.row == number
    ]
    return Span(page, min(span.start for span in spans), max(span.end for span in spans))
