"""Vertical writing: its stretches in; its lines from right to left, in their order, out."""

from collections.abc import Sequence

from corpus.layout.lines import Line, line_of
from corpus.layout.segments import Segment
from corpus.layout.types import PageCharacters

_DEEPEST = 40
_LEAST_TIER_GAP = 0.25


def vertical_lines(page: PageCharacters, segments: Sequence[Segment], depth: int = 0) -> list[Line]:
    """The lines of vertical writing: tiers from top to bottom, in each its lines from right to left."""
    if not segments:
        return []
    if depth < _DEEPEST:
        columns = _columns(segments)
        tiers = _tiers(segments) if depth == 0 or len(columns) == 1 else [list(segments)]
        if len(tiers) > 1 and not _is_one_line(segments):
            return [line for tier in tiers for line in vertical_lines(page, tier, depth + 1)]
        if len(columns) > 1:
            return [line for column in columns for line in vertical_lines(page, column, depth + 1)]
    ordered = sorted(segments, key=lambda piece: (piece.top, -piece.right))
    whole = [Segment(p.characters, p.left, p.top, p.right, p.bottom, p.size, True) for p in ordered]
    return [line_of(page, whole)]


def _is_one_line(segments: Sequence[Segment]) -> bool:
    left, right = max(piece.left for piece in segments), min(piece.right for piece in segments)
    return right > left


def _tiers(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The segments parted where a level strip is free of them all, from top to bottom."""
    size = max(piece.size for piece in segments)
    tiers: list[list[Segment]] = []
    end = float("-inf")
    for piece in sorted(segments, key=lambda piece: piece.top):
        if not tiers or piece.top > end + _LEAST_TIER_GAP * size:
            tiers.append([])
        tiers[-1].append(piece)
        end = max(end, piece.bottom)
    return tiers


def _columns(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The segments parted where an upright strip is free of them all, from right to left."""
    columns: list[list[Segment]] = []
    start = float("inf")
    for piece in sorted(segments, key=lambda piece: -piece.right):
        if not columns or piece.right < start + 0.1 * piece.size:
            columns.append([])
        columns[-1].append(piece)
        start = min(start, piece.left)
    return columns
