"""A query's tokens and a text in, the ranges of the text to mark out."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from index.analysis import Analysis, Token, analyse

Ranges = tuple[tuple[int, int], ...]


def find_highlights(query: Analysis, text: str) -> Ranges:
    """Where a text has the query's content words, or two or more neighbouring bigrams of it.

    A bigram alone is too little to mark: 会計 of 会計検査 would mark half of every word about money.
    Ranges are sorted, do not overlap or touch, and count characters of `text` as given.
    """
    found = analyse(text, only=query)
    return merge([*((token.start, token.end) for token in found.lemmas), *_runs(found.bigrams)])


def merge(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """The ranges sorted, those that overlap or touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _runs(found: Sequence[Token]) -> list[tuple[int, int]]:
    """Where two bigrams overlap by one character."""
    return [
        (first.start, second.end)
        for first, second in pairwise(found)
        if first.start < second.start < first.end
    ]
