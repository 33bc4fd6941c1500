"""Pieces of lines in; where a page's text stands in columns, out."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from corpus.layout.letters import is_figure
from corpus.layout.segments import Segment
from corpus.layout.types import PageCharacters

_LEAST_LINES = 4
_LEAST_WIDTH = 9
_FILLED = 0.6
_LEAST_GUTTER = 0.8
_MOST_FIGURES = 0.35


@dataclass(frozen=True, slots=True)
class Gutter:
    """The white strip between two columns, in points from the page's left."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """Half way across it."""
        return (self.left + self.right) / 2


def find_gutter(pieces: Sequence[Segment]) -> Gutter | None:
    """The strip that most pieces of lines leave free between them, None where there is none.

    It need not be free over the whole page: a heading may cross it.
    """
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    size = max(median(piece.size for piece in pieces), 1)
    most = int(max(piece.right for piece in pieces)) + 2
    begins, ends = np.zeros(most + 1), np.zeros(most + 1)
    for piece in pieces:
        begins[min(max(int(piece.left), 0), most)] += 1
        ends[min(max(int(np.ceil(piece.right)), 0), most)] += 1
    finished = np.cumsum(ends)
    begun = np.cumsum(begins)
    crossing = begun - finished
    beside = np.minimum(finished, len(pieces) - begun)
    score = np.where(beside >= _LEAST_LINES, beside - 0.25 * crossing, 0)
    best = float(score.max(initial=0))
    if best < _LEAST_LINES - 1:
        return None
    return _widest_run(score >= 0.9 * best, _LEAST_GUTTER * size)


def _widest_run(good: "np.ndarray[tuple[int], np.dtype[np.bool_]]", least: float) -> Gutter | None:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], good.astype(np.int8), [0]))))
    runs = [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    start, end = max(runs, key=lambda run: run[1] - run[0])
    return Gutter(float(start), float(end)) if end - start >= least else None


def is_column(page: PageCharacters, pieces: Sequence[Segment]) -> bool:
    """Whether pieces of lines that stand below each other are running text, and no column of names or
    figures."""
    if len(pieces) < _LEAST_LINES:
        return False
    size = max(median(piece.size for piece in pieces), 1)
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    if width < _LEAST_WIDTH * size or median(piece.right - piece.left for piece in pieces) < _FILLED * width:
        return False
    letters = [page.text[index] for piece in pieces for index in piece.characters]
    return sum(map(is_figure, letters)) < _MOST_FIGURES * len(letters)
