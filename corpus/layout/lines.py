"""Segments in; lines, each with its characters from left to right (or from top to bottom), out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.layout.letters import is_kana, is_wide
from corpus.layout.segments import Segment
from corpus.layout.types import PageCharacters

_SHARED = 0.5
_ROWS_LOOKED_BACK = 4
_RUBY = 0.62
_BAND = 12.0
_MOST_BASES = 100
_SAME_PLACE = 0.15
_OVERLAP = 0.5
_ABOVE = 0.4
_OPENING, _CLOSING = frozenset("「『（(【〔［〈《"), frozenset("」』）)】〕］〉》、。，．・")
_HALF_A_SQUARE = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """The characters of one line (their indexes, in reading order) and the box around them.

    `gaps` are the distances from each character to the next, in widths of a full-width letter.
    """

    characters: tuple[int, ...]
    gaps: tuple[float, ...]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    vertical: bool = False


def rows_of(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Level segments put together to rows, from top to bottom, each from left to right."""
    rows: list[list[Segment]] = []
    cores: list[Segment] = []
    for piece in sorted(segments, key=lambda piece: (piece.middle, piece.left)):
        for at in range(len(rows) - 1, max(len(rows) - 1 - _ROWS_LOOKED_BACK, -1), -1):
            if _is_level(cores[at], piece):
                rows[at].append(piece)
                if piece.height > cores[at].height:
                    cores[at] = piece
                break
        else:
            rows.append([piece])
            cores.append(piece)
    for row in rows:
        row.sort(key=lambda piece: piece.left)
    return [row for _, row in sorted(zip(cores, rows, strict=True), key=lambda pair: pair[0].middle)]


def _is_level(core: Segment, piece: Segment) -> bool:
    shared = min(core.bottom, piece.bottom) - max(core.top, piece.top)
    return shared > _SHARED * min(core.height, piece.height)


def line_of(page: PageCharacters, segments: Sequence[Segment]) -> Line:
    """One line of the segments, given from left to right (or from top to bottom)."""
    vertical = segments[0].vertical
    if vertical:
        characters = [index for piece in segments for index in piece.characters]
    else:
        characters = [index for strand in _strands(segments) for index in _across(page, strand)]
    return Line(
        tuple(characters),
        _gaps(page, characters, vertical),
        min(piece.left for piece in segments),
        min(piece.top for piece in segments),
        max(piece.right for piece in segments),
        max(piece.bottom for piece in segments),
        max(segments, key=lambda piece: len(piece.characters)).size,
        vertical,
    )


def _strands(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The segments of a row in the order they are read: from left to right, small lines set one above the
    other in the height of one from top to bottom."""
    clusters: list[list[Segment]] = []
    right = float("-inf")
    for piece in sorted(segments, key=lambda piece: piece.left):
        if not clusters or piece.left > right - _OVERLAP * piece.size:
            clusters.append([])
        clusters[-1].append(piece)
        right = max(right, piece.right)
    return [strand for cluster in clusters for strand in _stacked(cluster)]


def _stacked(cluster: Sequence[Segment]) -> list[list[Segment]]:
    strands: list[list[Segment]] = []
    for piece in sorted(cluster, key=lambda piece: piece.middle):
        if not strands or piece.middle - strands[-1][0].middle > _ABOVE * piece.height:
            strands.append([])
        strands[-1].append(piece)
    return strands


def _across(page: PageCharacters, segments: Iterable[Segment]) -> list[int]:
    characters = [index for piece in segments for index in piece.characters]
    characters.sort(key=lambda index: float(page.boxes[index, 0]))
    return _without_doubles(page, characters)


def _without_doubles(page: PageCharacters, characters: Sequence[int]) -> list[int]:
    """The characters without those drawn twice on nearly the same place, to look bold."""
    kept: list[int] = []
    for index in characters:
        last = kept[-1] if kept else None
        if last is not None and page.text[last] == page.text[index]:
            apart = abs(float(page.boxes[last, 0]) - float(page.boxes[index, 0]))
            if apart < _SAME_PLACE * max(float(page.sizes[index]), 1):
                continue
        kept.append(index)
    return kept


def _gaps(page: PageCharacters, characters: Sequence[int], vertical: bool) -> tuple[float, ...]:
    start, end = (1, 3) if vertical else (0, 2)
    boxes = page.boxes[list(characters)]
    wide = [
        float(box[end] - box[start])
        for box, index in zip(boxes, characters, strict=True)
        if is_wide(page.text[index])
    ]
    unit = median(wide) if wide else float(page.sizes[list(characters)].max(initial=0))
    between = (boxes[1:, start] - boxes[:-1, end]) / max(unit, 1)
    gaps: list[float] = between.tolist()
    if vertical:
        for at, (before, after) in enumerate(pairwise(characters)):
            if page.text[before] in _CLOSING or page.text[after] in _OPENING:
                gaps[at] -= _HALF_A_SQUARE
    return tuple(gaps)


def without_ruby(page: PageCharacters, segments: Sequence[Segment]) -> list[Segment]:
    """The segments without ruby: small kana close above (or, in vertical writing, right of) larger letters.

    Ruby says how a word is read; left out, it neither breaks the word nor stands on a line of its own.
    """
    small = [piece for piece in segments if _may_be_ruby(page, piece)]
    if not small:
        return list(segments)
    bases: dict[tuple[bool, int], list[Segment]] = {}
    for base in segments:
        bases.setdefault((base.vertical, _band(base.right if base.vertical else base.top)), []).append(base)
    ruby = set()
    for piece in small:
        near = [
            base
            for vertical, edge in ((False, piece.bottom), (True, piece.left))
            for band in (-1, 0, 1)
            for base in bases.get((vertical, _band(edge) + band), [])[:_MOST_BASES]
        ]
        if any(base.size * _RUBY >= piece.size > 0 and _is_ruby_of(piece, base) for base in near):
            ruby.add(piece.characters)
    return [piece for piece in segments if piece.characters not in ruby]


def _band(edge: float) -> int:
    return int(edge // _BAND)


def _may_be_ruby(page: PageCharacters, piece: Segment) -> bool:
    return all(is_kana(page.text[index]) for index in piece.characters)


def _is_ruby_of(piece: Segment, base: Segment) -> bool:
    if base.vertical:
        near = -0.5 * piece.size <= piece.left - base.right <= 0.5 * piece.size
        return near and min(piece.bottom, base.bottom) > max(piece.top, base.top)
    near = -0.5 * piece.size <= base.top - piece.bottom <= 0.5 * piece.size
    return near and min(piece.right, base.right) > max(piece.left, base.left)
