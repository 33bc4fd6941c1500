"""The characters and tables of a page in; its lines and tables in the order in which they are read, out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.layout.column_stretches import column_stretches
from corpus.layout.columns import Gutter, find_gutter, is_column
from corpus.layout.lines import Line, line_of, without_ruby
from corpus.layout.reading_rows import Item, items_of
from corpus.layout.segments import Segment, outline
from corpus.layout.types import Grid, PageCharacters
from corpus.layout.vertical import vertical_lines

_MOSTLY = 0.5
_DEEPEST = 3
_BAND_GAP = 2.0


@dataclass(frozen=True, slots=True)
class Block:
    """A line or a table, in reading order."""

    line: Line | None = None
    grid: Grid | None = None


def reading_order(
    page: PageCharacters, segments: Sequence[Segment], grids: Sequence[Grid], fold: Gutter | None = None
) -> list[Block]:
    """The segments put together to lines, and the tables, in reading order.

    From top to bottom, columns of running text one after the other; vertical writing from right to left; of
    two facing pages, parted at `fold`, first the left one, tables that go over both staying whole.
    """
    segments = without_ruby(page, segments)
    if is_vertical(segments):
        return _tiers(page, segments)
    return _level(page, segments, grids, fold)


def is_vertical(segments: Sequence[Segment]) -> bool:
    """Whether most of a page is vertical writing."""
    down = sum(len(piece.characters) for piece in segments if piece.vertical)
    return down > _MOSTLY * sum(len(piece.characters) for piece in segments)


def _tiers(page: PageCharacters, segments: Sequence[Segment]) -> list[Block]:
    """A page of vertical writing: level lines (its head) keep their place above and below it."""
    level = [piece for piece in segments if not piece.vertical and len(piece.characters) >= 3]
    down = [piece for piece in segments if piece.vertical]
    top, bottom = min(piece.top for piece in down), max(piece.bottom for piece in down)
    above = [piece for piece in segments if not piece.vertical and piece.bottom <= top]
    below = [piece for piece in segments if not piece.vertical and piece.top >= bottom]
    apart = {piece.characters for piece in (*above, *below)}
    beside = [piece for piece in level if piece.characters not in apart]
    apart |= {piece.characters for piece in beside}
    text = [piece for piece in segments if piece.characters not in apart]
    return [
        *_level(page, above, (), None),
        *(Block(line) for line in vertical_lines(page, text)),
        *_level(page, [*beside, *below], (), None),
    ]


def _level(
    page: PageCharacters, segments: Sequence[Segment], grids: Sequence[Grid], fold: Gutter | None
) -> list[Block]:
    segments, tabs = _without_tabs(segments)
    halves = [segments] if fold is None else _halves(segments, fold.middle)
    items = [item for half in halves for item in items_of(half)]
    items += [Item(Segment((), *grid.bounds, size=0), grid.bounds[1], grid=grid) for grid in grids]
    blocks = _ordered(page, items) if fold is None else _banded(page, items, fold, facing=True)
    return [*blocks, *(Block(line_of(page, [tab])) for tab in tabs)]


def _without_tabs(segments: Sequence[Segment]) -> tuple[list[Segment], list[Segment]]:
    """The segments without those that run down the page's edge, beside all level ones, and these."""
    level = [piece for piece in segments if not piece.vertical]
    left = min((piece.left for piece in level), default=0)
    right = max((piece.right for piece in level), default=0)
    tabs = [piece for piece in segments if piece.vertical and (piece.right <= left or piece.left >= right)]
    edge = {piece.characters for piece in tabs}
    return [piece for piece in segments if piece.characters not in edge], tabs


def _halves(segments: Iterable[Segment], middle: float) -> list[list[Segment]]:
    left: list[Segment] = []
    right: list[Segment] = []
    for piece in segments:
        (left if piece.left + piece.right < 2 * middle else right).append(piece)
    return [left, right]


def _ordered(page: PageCharacters, items: Sequence[Item], depth: int = 0) -> list[Block]:
    gutter = find_gutter([item.piece for item in items if item.grid is None]) if depth < _DEEPEST else None
    if gutter is None:
        return _stretches(page, items, depth)
    return _banded(page, items, gutter, facing=False, depth=depth)


def _stretches(page: PageCharacters, items: Iterable[Item], depth: int) -> list[Block]:
    """The items row by row, those of rows next to each other that stand in columns one column after the
    other."""
    by_place = sorted(items, key=lambda item: (item.place, item.piece.left))
    if depth >= _DEEPEST:
        return _rows(page, by_place)
    rows = [list(row) for _, row in groupby(by_place, key=lambda item: item.place)]
    level = [[item.piece for item in row] if all(item.grid is None for item in row) else [] for row in rows]
    blocks: list[Block] = []
    for start, end, gutter in column_stretches(level):
        held = [item for row in rows[start:end] for item in row]
        if gutter is not None and _has_columns(page, held, gutter):
            left, right = _sides(held, gutter)
            blocks.extend([*_ordered(page, left, depth + 1), *_ordered(page, right, depth + 1)])
        else:
            blocks.extend(_rows(page, held))
    return blocks


def _rows(page: PageCharacters, items: Iterable[Item]) -> list[Block]:
    blocks: list[Block] = []
    by_place = sorted(items, key=lambda item: (item.place, item.piece.left))
    for _, row in groupby(by_place, key=lambda item: item.place):
        pieces: list[Segment] = []
        for item in row:
            if item.grid is not None:
                blocks.append(Block(grid=item.grid))
            elif item.piece.vertical:
                blocks.append(Block(line_of(page, item.parts)))
            else:
                pieces += item.parts
        if pieces:
            blocks.append(Block(line_of(page, pieces)))
    return blocks


def _banded(
    page: PageCharacters, items: Sequence[Item], gutter: Gutter, facing: bool, depth: int = 0
) -> list[Block]:
    """The items in bands from top to bottom, in each the left column before the right one.

    What crosses the gutter is a band of its own; so is what white space parts from the rest (a running head).
    """
    items = items if facing else [part for item in items for part in _parted(item, gutter)]
    bands = _bands(items, gutter, facing)
    if not facing and not any(_has_columns(page, band, gutter) for band in bands):
        return _stretches(page, items, depth)
    blocks: list[Block] = []
    for band in bands:
        left, right = _sides(band, gutter)
        if facing:
            blocks.extend([*_ordered(page, left), *_ordered(page, right)])
        elif min(len(left), len(right)) > 1 or _has_columns(page, band, gutter):
            blocks.extend([*_ordered(page, left, depth + 1), *_ordered(page, right, depth + 1)])
        else:
            blocks.extend(_stretches(page, band, depth))
    return blocks


def _parted(item: Item, gutter: Gutter) -> list[Item]:
    """The item in two where its parts stand on both sides of the gutter, the right one at a column's edge: a
    line's last mark (、 。) that hangs over its edge comes near the next column."""
    left = [part for part in item.parts if part.right <= gutter.middle]
    right = [part for part in item.parts if part.left >= gutter.middle]
    if not left or not right or len(left) + len(right) < len(item.parts):
        return [item]
    if abs(min(part.left for part in right) - gutter.right) > right[0].size:
        return [item]
    return [Item(outline(parts), item.place, tuple(parts)) for parts in (left, right)]


def _bands(items: Sequence[Item], gutter: Gutter, facing: bool) -> list[list[Item]]:
    bands: list[list[Item]] = [[]]
    bottom = float("inf")
    by_place = sorted(items, key=lambda item: (item.place, item.piece.left))
    for _, group in groupby(by_place, key=lambda item: item.place):
        row = list(group)
        crosses = any(_crosses(item, gutter) for item in row)
        top = min(item.piece.top for item in row)
        apart = not facing and top - bottom > _BAND_GAP * max(item.piece.size for item in row)
        if crosses or apart:
            bands.append([])
        bands[-1].extend(row)
        if crosses:
            bands.append([])
        bottom = max([bottom if bottom < float("inf") else 0, *(item.piece.bottom for item in row)])
    return [band for band in bands if band]


def _sides(band: Iterable[Item], gutter: Gutter) -> tuple[list[Item], list[Item]]:
    left: list[Item] = []
    right: list[Item] = []
    for item in band:
        (left if item.piece.left + item.piece.right < 2 * gutter.middle else right).append(item)
    return left, right


def _has_columns(page: PageCharacters, band: Iterable[Item], gutter: Gutter) -> bool:
    return all(
        is_column(page, [item.piece for item in side if item.grid is None]) for side in _sides(band, gutter)
    )


def _crosses(item: Item, gutter: Gutter) -> bool:
    return item.piece.left < gutter.middle < item.piece.right
