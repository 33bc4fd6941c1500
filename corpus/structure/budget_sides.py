"""Heading lines in; 歳入 and 歳出 as headings where the 款 of that side follow, out."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from corpus.structure.heading_lines import HeadingLine
from corpus.structure.numbering import SIDE, find_count
from corpus.structure.numbering_styles import BUDGET_STYLES


def with_budget_sides(candidates: Sequence[HeadingLine]) -> list[HeadingLine]:
    """The candidates; 歳入 and 歳出 are surely headings where marked or over 款, else what their number
    makes them."""
    found: list[HeadingLine] = []
    for candidate, follower in zip_longest(candidates, candidates[1:]):
        if candidate.numbering.style != SIDE:
            found.append(candidate)
        elif candidate.level is not None or (follower and follower.numbering.style in BUDGET_STYLES):
            found.append(replace(candidate, numbering=replace(candidate.numbering, firm=True)))
        elif (counted := find_count(candidate.text)) is not None:
            found.append(replace(candidate, numbering=counted))
    return found
