"""Two cells of one meaning in, the change between them out: the difference and the rate, in one unit."""

import re
from decimal import Decimal

from qa.comparing.columns import Names
from qa.comparing.money import RATES, convert, difference_unit
from qa.comparing.naming import YearNames
from qa.comparing.rows import RowPair
from qa.comparing.sheets import Cell, Row
from qa.comparing.types import Figure, FigureChange, FigureNote, Place

_RATE_PLACES = Decimal("0.00001")
_DIFFERENCE = re.compile(r"比\s?較|増\s?減|差\s?引|対前年|前年度?比|伸び?率")


def is_figure_pair(before: Cell | None, after: Cell | None) -> bool:
    """Whether either cell states a figure."""
    return any(cell is not None and cell.number is not None for cell in (before, after))


def compare_figures(
    document_ids: tuple[str, str], pair: RowPair, before: Cell | None, after: Cell | None, names: Names
) -> FigureChange:
    """The change of a figure, numbered 0. A figure that one side does not tell is never taken for 0."""
    ours = _figure(document_ids[0], pair.before, before) if before else None
    theirs = _figure(document_ids[1], pair.after, after) if after else None
    notes: list[FigureNote] = ["like_label"] if pair.renamed else ["by_order"] if pair.by_order else []
    unit = difference = rate = None
    if ours is None or ours.number is None:
        notes.append("missing_before")
    elif theirs is None or theirs.number is None:
        notes.append("missing_after")
    else:
        unit, difference, rate, told = reckon(ours, theirs)
        notes += [told] if told else []
    return FigureChange(
        0,
        pair.before.labels,
        pair.after.labels,
        ours,
        theirs,
        unit,
        difference,
        rate,
        tuple(notes),
        any(_is_aside(cell, naming) for cell, naming in zip((before, after), names, strict=True) if cell),
    )


def _is_aside(cell: Cell, names: YearNames) -> bool:
    role = names.role(cell.fiscal_year)
    earlier = names.relative and names.own is not None and role is not None and role < 0
    return earlier or any(_DIFFERENCE.search(head) for head in cell.heads)


def reckon(
    before: Figure, after: Figure
) -> tuple[str | None, Decimal | None, Decimal | None, FigureNote | None]:
    """The unit of the difference of two figures, the difference, its rate, and what must be known of it.

    Figures of which one alone has a unit, or whose units do not measure the same, have no difference. The
    rate of two rates is not told (a difference in points is), nor that of a figure that was 0.
    """
    if before.number is None or after.number is None:
        return None, None, None, None
    if before.unit is None or after.unit is None:
        if before.unit != after.unit:
            return None, None, None, "no_unit"
        return None, after.number - before.number, _rate(before.number, after.number), None
    was = convert(before.number, before.unit, after.unit)
    if was is None:
        return None, None, None, "other_units"
    rate = None if after.unit in RATES else _rate(was, after.number)
    note: FigureNote | None = "converted" if before.unit != after.unit else None
    return difference_unit(after.unit), after.number - was, rate, note


def _rate(before: Decimal, after: Decimal) -> Decimal | None:
    return ((after - before) / abs(before)).quantize(_RATE_PLACES) if before else None


def _figure(document_id: str, row: Row, cell: Cell) -> Figure:
    place = Place(document_id, (*row.spans, *cell.spans), cell.spans)
    return Figure(
        " ".join(cell.text.split()),
        cell.number,
        cell.unit,
        " ".join(cell.heads),
        cell.fiscal_year,
        place,
    )
