"""The characters and tables of a page in; its lines and tables in the order in which they are read, out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.layout.columns import Gutter, find_gutter, is_column
from corpus.layout.lines import Line, line_of, rows_of, without_ruby
from corpus.layout.segments import Segment, outline
from corpus.layout.types import Grid, PageCharacters
from corpus.layout.vertical import vertical_lines

_PIECE_GAP = 1.2
_MOSTLY = 0.5
_DEEPEST = 3
_BAND_GAP = 2.0


@dataclass(frozen=True, slots=True)
class Block:
    """A line or a table, in reading order."""

    line: Line | None = None
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class _Item:
    """A piece of a line, or a table: its outline and parts. `place` orders rows from top to bottom, and a
    row's items share it."""

    piece: Segment
    place: float
    parts: tuple[Segment, ...] = ()
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
    items = [item for half in halves for item in _items(half)]
    items += [_Item(Segment((), *grid.bounds, size=0), grid.bounds[1], grid=grid) for grid in grids]
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


def _items(segments: Sequence[Segment]) -> list[_Item]:
    items = [_Item(piece, piece.top, (piece,)) for piece in segments if piece.vertical]
    for row in rows_of(piece for piece in segments if not piece.vertical):
        place = max(row, key=lambda piece: piece.height).middle
        items += [_Item(outline(piece), place, tuple(piece)) for piece in _pieces(row)]
    return items


def _pieces(row: Sequence[Segment]) -> list[list[Segment]]:
    """The segments of a row, those close to each other put together."""
    pieces: list[list[Segment]] = []
    right = float("-inf")
    for part in row:
        if not pieces or part.left - right > _PIECE_GAP * max(part.size, pieces[-1][-1].size):
            pieces.append([])
        pieces[-1].append(part)
        right = max(right, part.right)
    return pieces


def _ordered(page: PageCharacters, items: Sequence[_Item], depth: int = 0) -> list[Block]:
    gutter = find_gutter([item.piece for item in items if item.grid is None]) if depth < _DEEPEST else None
    if gutter is None:
        return _rows(page, items)
    return _banded(page, items, gutter, facing=False, depth=depth)


def _rows(page: PageCharacters, items: Iterable[_Item]) -> list[Block]:
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
    page: PageCharacters, items: Sequence[_Item], gutter: Gutter, facing: bool, depth: int = 0
) -> list[Block]:
    """The items in bands from top to bottom, in each the left column before the right one.

    What crosses the gutter is a band of its own; so is what white space parts from the rest (a running head).
    """
    bands = _bands(items, gutter, facing)
    if not facing and not any(_has_columns(page, band, gutter) for band in bands):
        return _rows(page, items)
    blocks: list[Block] = []
    for band in bands:
        left, right = _sides(band, gutter)
        if facing:
            blocks.extend([*_ordered(page, left), *_ordered(page, right)])
        elif min(len(left), len(right)) > 1 or _has_columns(page, band, gutter):
            blocks.extend([*_ordered(page, left, depth + 1), *_ordered(page, right, depth + 1)])
        else:
            blocks.extend(_rows(page, band))
    return blocks


def _bands(items: Sequence[_Item], gutter: Gutter, facing: bool) -> list[list[_Item]]:
    bands: list[list[_Item]] = [[]]
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


def _sides(band: Iterable[_Item], gutter: Gutter) -> tuple[list[_Item], list[_Item]]:
    left: list[_Item] = []
    right: list[_Item] = []
    for item in band:
        (left if item.piece.left + item.piece.right < 2 * gutter.middle else right).append(item)
    return left, right


def _has_columns(page: PageCharacters, band: Iterable[_Item], gutter: Gutter) -> bool:
    return all(
        is_column(page, [item.piece for item in side if item.grid is None]) for side in _sides(band, gutter)
    )


def _crosses(item: _Item, gutter: Gutter) -> bool:
    return item.piece.left < gutter.middle < item.piece.right
