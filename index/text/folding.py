"""Text in, the text folded for comparing out, with the place that each character of it came from."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus import fold
from index.text.character_variants import VARIANTS

LOOKED_AHEAD = 4


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text; character `i` of it came from `starts[i]` to `ends[i]` of the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@lru_cache(maxsize=64)
def fold_text(text: str) -> FoldedText:
    """The text as `corpus.fold` gives it, forms of one character alike, each with the place it came from.

    Folding drops characters (the spaces of letter-spaced text) and rewrites others (NFKC, small letters) but
    never moves them, so walking both texts in step finds every place.
    """
    folded = fold(text)
    shown = folded.translate(VARIANTS)
    if _one_for_one(text, folded):
        return FoldedText(shown, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    starts: list[int] = []
    ends: list[int] = []
    for start, end, rewritten in _rewritten_clusters(text):
        position = len(starts)
        found = _find(folded, rewritten, position)
        if found >= 0:
            count = found - position + len(rewritten)
            starts += [start] * count
            ends += [end] * count
    missing = len(folded) - len(starts)
    return FoldedText(shown, (*starts, *[len(text)] * missing), (*ends, *[len(text)] * missing))


def _one_for_one(text: str, folded: str) -> bool:
    """Whether every character was at most rewritten: none dropped, split or joined."""
    return len(text) == len(folded) and all(
        old == new or _rewritten(old) == new for old, new in zip(text, folded, strict=True)
    )


def _find(folded: str, rewritten: str, position: int) -> int:
    """Where a folded cluster stands in the folded text: next, or a little further on; -1 if dropped.

    It is further on only after characters that folded together with their neighbours.
    """
    if folded.startswith(rewritten, position):
        return position
    if rewritten.isspace():
        return -1
    return folded.find(rewritten, position, position + LOOKED_AHEAD + len(rewritten))


def _rewritten_clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Each character with the marks that combine with it: its start, its end, its folded form."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _combines(text[end]):
            yield start, end, _rewritten(text[start:end])
            start = end


@lru_cache(maxsize=20_000)
def _rewritten(cluster: str) -> str:
    """A cluster folded by itself, white space as one space."""
    if cluster.isspace():
        return " "
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", cluster).casefold())


def _combines(character: str) -> bool:
    """Whether a character joins the one before it under NFKC (half-width voiced marks too)."""
    return character in "ﾞﾟ" or unicodedata.combining(character) > 0
