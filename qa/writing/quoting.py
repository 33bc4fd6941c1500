"""A sentence in, the part of it to quote out, word for word."""

import re
from collections.abc import Iterable

from qa.types import Citation

BREAK = re.compile(r"[\t\n]+|(?<=[、；;])|\s+")
"""Where a long sentence or row may be cut: between cells, after a comma, at white space."""


class QuoteError(RuntimeError):
    """A quote that is not word for word in its passage; an answer with one must never go out."""


def check_quotes(citations: Iterable[Citation]) -> None:
    """Raises QuoteError where a quote is not word for word in the passage that it cites."""
    for citation in citations:
        if not citation.quote or citation.quote not in citation.hit.passage.text:
            raise QuoteError(
                f"citation {citation.number} quotes what its passage does not say: {citation.quote!r}"
            )


def shorten(text: str, wanted: Iterable[tuple[int, int]], limit: int) -> str:
    """The text; where it is longer than `limit`, the run of whole cells or clauses with most of `wanted`.

    `wanted` are the places (start, end) that the quote should keep; a single cell longer than the limit
    stays whole. Among runs that keep as much, the first and longest is taken.
    """
    if len(text) <= limit:
        return text
    pieces = _pieces(text)
    places = list(wanted)
    best, best_kept = pieces[0], (-1, -1)
    for first in range(len(pieces)):
        for last in range(first, len(pieces)):
            start, end = pieces[first][0], pieces[last][1]
            if end - start > limit and last > first:
                break
            kept = sum(start <= place[0] and place[1] <= end for place in places)
            if (kept, end - start) > best_kept:
                best, best_kept = (start, end), (kept, end - start)
    return text[best[0] : best[1]].strip()


def _pieces(text: str) -> list[tuple[int, int]]:
    """The cells and clauses of a text, with their offsets, white space left out."""
    pieces = []
    start = 0
    for found in BREAK.finditer(text):
        if found.start() > start:
            pieces.append((start, found.start()))
        start = found.end()
    if start < len(text):
        pieces.append((start, len(text)))
    return pieces
