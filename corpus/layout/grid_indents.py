"""The pieces of a table in; how far the words of each stand in from its column's left edge out."""

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

import numpy as np
from numpy.typing import NDArray

from corpus.layout.grid_lines import TextLine
from corpus.layout.grid_pieces import Piece
from corpus.layout.rules import cluster
from corpus.layout.types import PageCharacters
from corpus.normalising import squeeze

_CENTRED = 0.5
_SAME = 0.35
_LEAST_LENGTHS = 3
_MARK = re.compile(r"[○◯〇●◎◇◆■□▼▽・※]|\d{1,3}[.)、]?(?=[^\d,.%])|\(\d{1,2}\)")


def find_indents(page: PageCharacters, pieces: Sequence[Piece]) -> list[int]:
    """For each piece the indent of its words in half ems.

    It is 0 where the piece holds none or is an amount, and in a column whose text is centred or set right. A
    number or mark that an item begins with is not counted with its words.
    """
    found = [0] * len(pieces)
    stacks: dict[tuple[float, float], list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        if piece.lines and not piece.lines[0].is_amount:
            stacks[piece.left, piece.right].append(at)
    for (left, _), stack in stacks.items():
        held = [pieces[at] for at in stack]
        em = median(piece.lines[0].height for piece in held)
        starts = np.array([_words_left(page, piece.lines[0]) for piece in held], dtype=np.float32)
        groups = cluster(starts, _SAME * em)
        if _are_set_right(held, groups, em):
            continue
        if _are_centred(held, groups):
            if any(
                _is_centred(piece) for piece, group in zip(held, groups.tolist(), strict=True) if not group
            ):
                continue
            groups = np.zeros_like(groups)
            starts = np.full_like(starts, starts.min())
        sums, counts = np.bincount(groups, weights=starts), np.bincount(groups)
        for at, group in zip(stack, groups.tolist(), strict=True):
            found[at] = max(round(2 * float(sums[group] / counts[group] - left) / em), 0)
    return found


def _are_centred(pieces: Sequence[Piece], groups: NDArray[np.int64]) -> bool:
    """Whether what does not begin where the leftmost text of a column does stands in its middle; numbered
    items never do."""
    further = [piece for piece, group in zip(pieces, groups.tolist(), strict=True) if group]
    numbered = any(_MARK.match(squeeze(piece.lines[0].text)) for piece in pieces)
    return bool(further) and not numbered and all(map(_is_centred, further))


def _are_set_right(pieces: Sequence[Piece], groups: NDArray[np.int64], em: float) -> bool:
    """Whether text of differing lengths ends at one edge."""
    ends = [piece.lines[0].right for piece in pieces]
    return int(groups.max()) + 1 >= _LEAST_LENGTHS and max(ends) - min(ends) < _SAME * em


def _is_centred(piece: Piece) -> bool:
    line = piece.lines[0]
    before, after = line.left - piece.left, piece.right - line.right
    return before > _CENTRED * line.height and abs(before - after) < line.height


def _words_left(page: PageCharacters, line: TextLine) -> float:
    text = squeeze(line.text)
    match = _MARK.match(text)
    if not match or len(text) != len(line.characters) or match.end() == len(text):
        return line.left
    return float(page.boxes[line.characters[match.end()], 0])
