"""Heading lines in; those of speakers in minutes as headings of long speeches alone, out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.structure.heading_lines import HeadingLine
from corpus.structure.lines import Line

SPEECH = "発言"
_LONG = 500
"""So many characters of one speaker are read on their own; shorter questions and answers belong together."""


def with_long_speeches(candidates: Sequence[HeadingLine], lines: Sequence[Line]) -> list[HeadingLine]:
    """The candidates, the speakers of short speeches with no words: there the speech before ends."""
    ends = [one.index for one in candidates if one.numbering.style == SPEECH or one.level is not None]
    following = dict(pairwise([*ends, len(lines)]))
    found = []
    for candidate in candidates:
        if candidate.numbering.style == SPEECH:
            length = sum(len(line.text) for line in lines[candidate.index : following[candidate.index]])
            candidate = candidate if length >= _LONG else replace(candidate, text="")
        found.append(candidate)
    return found
