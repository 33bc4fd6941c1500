"""The pieces of a table in; its cells by row and column out."""

from bisect import bisect_left
from collections.abc import Sequence

from corpus.layout.grid_pieces import Piece
from corpus.layout.types import GridCell

_SAME_EDGE = 0.5
_NARROWEST = 12.0


def place_cells(pieces: Sequence[Piece], indents: Sequence[int]) -> tuple[GridCell, ...]:
    """The cells by row and column; `indents` are those of the pieces.

    A row in which no text begins is none, nor is a column that is narrower than a word and that no text has
    for itself (the margin of a shaded box, a double rule).
    """
    xs = _edges([edge for piece in pieces for edge in (piece.left, piece.right)])
    ys = _edges([edge for piece in pieces for edge in (piece.top, piece.bottom)])
    spans = [
        ((_at(ys, piece.top), _at(ys, piece.bottom)), (_at(xs, piece.left), _at(xs, piece.right)))
        for piece in pieces
    ]
    told = [span for span, piece in zip(spans, pieces, strict=True) if piece.lines]
    rows = _numbered(len(ys), {top for (top, _), _ in told})
    across = [span for _, span in told]
    columns = _numbered(
        len(xs), _own_columns(xs, [*across, *_between(xs, across, [span for _, span in spans])])
    )
    cells = []
    for piece, indent, ((top, bottom), (left, right)) in zip(pieces, indents, spans, strict=True):
        row, column = rows[top], columns[left]
        height, width = rows[bottom] - row, columns[right] - column
        if (height > 0 and width > 0) or piece.lines:
            lines = tuple(line.characters for line in piece.lines)
            cells.append(GridCell(row, column, max(height, 1), max(width, 1), lines, indent))
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _between(
    xs: Sequence[float], told: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The spans wide enough for a word that lie between others with text, so that they count though all of
    them may be empty; a title over all columns tells nothing of where they begin."""
    whole = (min(left for left, _ in spans), max(right for _, right in spans))
    inner = [span for span in told if span != whole]
    first = min((left for left, _ in inner), default=0)
    last = max((right for _, right in inner), default=0)
    return [
        (left, right)
        for left, right in spans
        if first <= left and right <= last and xs[right] - xs[left] >= _NARROWEST
    ]


def _edges(values: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(set(values)):
        if not edges or value - edges[-1] > _SAME_EDGE:
            edges.append(value)
    return edges


def _at(edges: Sequence[float], value: float) -> int:
    return bisect_left(edges, value - _SAME_EDGE)


def _own_columns(xs: Sequence[float], spans: Sequence[tuple[int, int]]) -> set[int]:
    """The columns to keep: all but those, narrowest first, without which each text still has one."""
    spans = list(set(spans))
    kept = set(range(len(xs) - 1))
    left_of = {span: span[1] - span[0] for span in spans}
    covering: dict[int, list[tuple[int, int]]] = {column: [] for column in kept}
    for span in spans:
        for column in range(*span):
            covering[column].append(span)
    for column in sorted(kept, key=lambda column: xs[column + 1] - xs[column]):
        if all(left_of[span] > 1 for span in covering[column]):
            kept.discard(column)
            for span in covering[column]:
                left_of[span] -= 1
    return kept


def _numbered(edges: int, kept: set[int]) -> list[int]:
    """For each edge how many kept rows or columns lie before it."""
    found = [0]
    for at in range(edges):
        found.append(found[-1] + (at in kept))
    return found
