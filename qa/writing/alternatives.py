"""Ranked candidates in, those that answer as well as the best out, where the question does not tell which."""

from collections.abc import Sequence

from qa.choosing.ranking import Scored
from qa.writing.limits import TOGETHER

EQUAL = 0.25
EQUAL_FIT = 0.1
"""Cells whose scores, and whose fits, differ by no more answer equally well."""

MOST = 4
"""So many candidates are shown side by side."""


def equal_alternatives(ranked: Sequence[Scored]) -> list[Scored]:
    """The best cell or field and those that answer as well with another figure; the best alone where it is
    neither, or nothing comes near it."""
    best = ranked[0]
    chosen = [best]
    if best.candidate.figure is None:
        return chosen
    for one in ranked[1:]:
        if best.score - one.score > EQUAL or len(chosen) == MOST:
            break
        length = sum(len(other.candidate.text) for other in (*chosen, one))
        if _is_other(one, chosen) and _is_rival(best, one) and length <= TOGETHER:
            chosen.append(one)
    return chosen


def _is_other(scored: Scored, chosen: Sequence[Scored]) -> bool:
    """Whether a candidate states a figure that none of the chosen states, and not that there is nothing."""
    figure = scored.candidate.figure
    stated = {one.candidate.figure.text for one in chosen if one.candidate.figure}
    return figure is not None and figure.number != 0 and figure.text not in stated


def _is_rival(best: Scored, scored: Scored) -> bool:
    """Whether a candidate states the same kind of figure and covers what the best covers: it differs in
    what the question does not say."""
    one, other = best.candidate, scored.candidate
    unit = one.figure and one.figure.unit
    other_unit = other.figure and other.figure.unit
    fits = abs(one.fit - other.fit) <= EQUAL_FIT
    return fits and unit == other_unit and scored.covered == best.covered and scored.typed == best.typed
