"""Tables of cells in; rows with labels, column heads, units and fiscal years out."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.structure.body import find_body
from corpus.structure.lines import Line
from corpus.tables.cells import CellGrid, cell_grid
from corpus.tables.context import Context, is_caption, lines_before, read_context
from corpus.tables.heads import HeadedTable, Heads, fitting_heads, head_names, split_parts
from corpus.tables.sources import extent, tables_of
from corpus.tables.totals import total_rows
from corpus.tables.values import Frame, Trails, table_rows
from corpus.types import ParsedDocument, Section, Span, TableRow, TableValue


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the last table: what a table that goes on with it takes over."""

    number: int = -1
    page: int = 0
    columns: int = 0
    heads: Heads = ()
    title: str = ""
    units: tuple[str, ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    over: tuple[str, ...] = ()


def find_rows(parsed: ParsedDocument, sections: Sequence[Section]) -> tuple[TableRow, ...]:
    """The rows of a document's tables in reading order; those of tables that are not certain are left out.

    A row's labels are the 款 and 項 (or the spanning line) that it stands under, then its label columns. A
    row with several labelled parts side by side (目 …, 節 金額, 説明) makes a TableRow for each. Without a
    Table of the reader's, lines whose cells are parted by tabs or pipes, or stand in columns, make one.
    """
    return tuple(_rows(parsed, sections))


def _rows(parsed: ParsedDocument, sections: Sequence[Section]) -> Iterator[TableRow]:
    pages = {page.number: page for page in parsed.pages}
    lines: dict[int, list[Line]] = defaultdict(list)
    for line in find_body(parsed).lines:
        lines[line.page].append(line)
    headings = _headings(sections)
    known = _Known()
    carried: Trails = {}
    last_values: dict[int, TableValue] = {}
    under: tuple[int, Mapping[str, str]] = (-1, {})
    ends: dict[int, int] = defaultdict(int)
    for table in tables_of(parsed, lines):
        place = extent(table)
        if not table.certain:
            ends[table.page] = max(ends[table.page], place.end)
            continue
        grid = cell_grid(table, pages[table.page])
        headed = split_parts(grid)
        above = lines_before(lines[table.page], place.start, ends[table.page])
        context = read_context(above, headed.captions)
        first = ends[table.page] == 0
        ends[table.page] = max(ends[table.page], place.end)
        over = _over(headings[table.page], place.start)
        known = _with_context(known, grid, headed, context, first, over)
        frame = Frame(
            parsed.document.id,
            known.number,
            known.title,
            known.units,
            known.groups,
            (known.title, *reversed(over)),
            parsed.document.fiscal_year,
            parsed.document.kind == "予算書",
        )
        if (known.number, known.groups) != under:
            carried, last_values, under = {}, {}, (known.number, known.groups)
        yield from total_rows(above, frame)
        for part in headed.parts:
            yield from table_rows(grid, part, part.heads or known.heads, frame, carried, last_values)


def _headings(sections: Sequence[Section]) -> dict[int, list[tuple[Span, tuple[str, ...]]]]:
    found: dict[int, list[tuple[Span, tuple[str, ...]]]] = defaultdict(list)
    for section in sections:
        for span in section.spans:
            found[span.page].append((span, section.headings))
    return found


def _over(headings: Sequence[tuple[Span, tuple[str, ...]]], start: int) -> tuple[str, ...]:
    """The headings that a place of a page stands under, of its sections in their order."""
    at = bisect_right(headings, start, key=lambda one: one[0].start)
    return headings[at - 1][1] if at and start < headings[at - 1][0].end else ()


def _with_context(
    known: _Known, grid: CellGrid, headed: HeadedTable, context: Context, first: bool, over: tuple[str, ...]
) -> _Known:
    """What is known of a table: its own, and what it takes over where it goes on with the one before it (on
    a page and without heads: under the same headings, `over`)."""
    own = next((part.heads for part in headed.parts if part.heads), ())
    near = grid.page == known.page + 1 if first else grid.page == known.page
    headless = not headed.parts[0].heads
    new_title = context.title and context.title != known.title and not context.continued
    alone = bool(new_title) and not first
    taken = fitting_heads(grid, known.heads) if near and headless and not alone else ()
    same = (
        bool(taken)
        or (near and grid.columns == known.columns and headless)
        or (first and near and bool(own) and head_names(own) == head_names(known.heads))
    )
    adjoining = not first and context == Context()
    goes_on = (
        same
        and (first or bool(known.heads) or over == known.over)
        and not (new_title and (is_caption(context.title) or not headless or alone))
    )
    return _Known(
        known.number if goes_on else known.number + 1,
        grid.page,
        grid.columns,
        own or taken,
        known.title if goes_on or adjoining else context.title,
        context.units or (known.units if same or adjoining else ()),
        context.groups or (known.groups if goes_on or adjoining else {}),
        over,
    )
