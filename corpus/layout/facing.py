"""A sheet in; the fold between two facing pages that are printed on it, or None, out."""

import re
from collections.abc import Sequence

from corpus.layout.columns import Gutter
from corpus.layout.lines import rows_of
from corpus.layout.segments import Segment
from corpus.layout.types import PageCharacters

_LANDSCAPE = 1.2
_MIDDLE = 0.06
_LEAST_FOLD = 0.015
_MARGIN = 0.14
_NUMBER = re.compile(r"^[-－―‐–—ー\s]*([0-9０-９]{1,4})[-－―‐–—ー\s]*$")
_AT_A_HALF = 0.1


def find_fold(page: PageCharacters, segments: Sequence[Segment]) -> Gutter | None:
    """The white strip in the middle of a landscape sheet that carries the printed numbers of two pages.

    Told by two numbers that follow each other, one in each half's margin, or by one in the middle of a half.
    """
    if page.width < _LANDSCAPE * page.height:
        return None
    fold = _white_middle(page, segments)
    if fold is None:
        return None
    numbers = _margin_numbers(page, segments, fold)
    left = {number for number, across in numbers if across < fold.middle}
    right = {number for number, across in numbers if across > fold.middle}
    if any(number + 1 in right or number - 1 in right for number in left):
        return fold
    alone = [across for _, across in numbers if not (left and right)]
    return fold if any(_is_mid_half(across / page.width) for across in alone) else None


def _is_mid_half(share: float) -> bool:
    return min(abs(share - 0.25), abs(share - 0.75)) < _AT_A_HALF / 2


def _white_middle(page: PageCharacters, segments: Sequence[Segment]) -> Gutter | None:
    start, end = page.width * (0.5 - _MIDDLE), page.width * (0.5 + _MIDDLE)
    spans = [(piece.left, piece.right) for piece in segments]
    spans += [(float(left), float(right)) for left, _, right, _ in page.rules.tolist()]
    middle = page.width / 2
    if any(left < middle < right for left, right in spans):
        return None
    left = max([start, *(right for _, right in spans if right <= middle)])
    right = min([end, *(left for left, _ in spans if left >= middle)])
    return Gutter(left, right) if right - left >= _LEAST_FOLD * page.width else None


def _margin_numbers(
    page: PageCharacters, segments: Sequence[Segment], fold: Gutter
) -> list[tuple[int, float]]:
    """The numbers that stand alone on a line in the upper or lower margin of a half, with how far across the
    sheet they stand."""
    margin = _MARGIN * page.height
    near = [piece for piece in segments if piece.bottom < margin or piece.top > page.height - margin]
    found = []
    for half in (True, False):
        rows = rows_of(piece for piece in near if (piece.left < fold.middle) is half and not piece.vertical)
        for row in rows:
            text = "".join(page.text[index] for piece in row for index in piece.characters)
            if match := _NUMBER.match(text):
                found.append((int(match[1]), (row[0].left + row[-1].right) / 2))
    return found
