"""A question about several years and ranked candidates in, what answers for each year out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from qa.asking.questions import AskedQuestion
from qa.asking.years import mentioned_fiscal_years, name_fiscal_year, named_fiscal_years
from qa.candidates.types import Candidate
from qa.choosing.ranking import Scored
from qa.types import AnswerNote
from qa.writing.limits import ASKED_TOO

ALIKE = 0.75
"""Texts that share so much beside their figures and years say the same of two years."""

_FIGURES = re.compile(r"(?:令和|平成|昭和|[RHS])?(?:元|[\d０-９][\d０-９,，.．]*)年?度?|[（()）\s]")
_CHANGE = re.compile(r"[\d０-９円%％件人]\s?(?:の)?[増減]|(?:増加|減少|上昇|低下)")


@dataclass(frozen=True, slots=True)
class YearsCompared:
    """What answers for each year, in their order, and notes of the years that nothing answers for."""

    chosen: tuple[Scored, ...]
    notes: tuple[AnswerNote, ...]


def compare_years(asked: AskedQuestion, ranked: Sequence[Scored]) -> YearsCompared | None:
    """For each year asked about the candidate that says of it what the best of all says of its own, else the
    best of that year; None where the best speaks of all years or tells the change, and so answers by itself,
    or no candidate is of any of the years."""
    best = ranked[0]
    if asked.fiscal_years <= mentioned_fiscal_years(best.candidate.text) or _tells_change(asked, best):
        return None
    found: dict[int, Scored] = {}
    for year in sorted(asked.fiscal_years):
        of_year = [one for one in ranked if year in candidate_years(one.candidate) and not _is_change(one)]
        if chosen := _best_of_year(best, of_year, list(found.values())):
            found[year] = chosen
    if not found:
        return None
    missing = sorted(asked.fiscal_years - found.keys())
    return YearsCompared(tuple(dict.fromkeys(found.values())), tuple(map(_missing, missing)))


def candidate_years(candidate: Candidate) -> frozenset[int]:
    """The fiscal years that a candidate is of: its figure's, else those it names, else its document's."""
    if candidate.figure and candidate.figure.fiscal_year:
        return frozenset({candidate.figure.fiscal_year})
    named = named_fiscal_years(candidate.text) or mentioned_fiscal_years(candidate.text)
    document_year = candidate.hit.document.fiscal_year
    return named or frozenset({document_year} if document_year else ())


def _best_of_year(best: Scored, of_year: Sequence[Scored], taken: Sequence[Scored]) -> Scored | None:
    """The best candidate of a year itself, one that says the same of it, or the best that comes near it."""
    said = {one.candidate.text for one in taken}
    others = [one for one in of_year if one.candidate.text not in said]
    if best in others:
        return best
    pattern = _FIGURES.sub("", best.candidate.text)
    same_form = [one for one in others if one.candidate.form == best.candidate.form]
    alike = next((one for one in same_form if _alike(pattern, one.candidate.text)), None)
    near = next((one for one in others if one.score >= best.score - ASKED_TOO), None)
    return alike or near


def _alike(pattern: str, text: str) -> bool:
    other = _FIGURES.sub("", text)
    match = SequenceMatcher(None, pattern, other, autojunk=False)
    return pattern == other or (match.quick_ratio() >= ALIKE and match.ratio() >= ALIKE)


def _tells_change(asked: AskedQuestion, best: Scored) -> bool:
    """Whether a change is asked for and the best candidate tells one (5,805千円増)."""
    return "difference" in asked.kinds and _CHANGE.search(best.candidate.text) is not None


def _is_change(scored: Scored) -> bool:
    """Whether a cell states a change, which is of no one year."""
    figure = scored.candidate.figure
    return figure is not None and _CHANGE.search(figure.text) is not None


def _missing(year: int) -> AnswerNote:
    name = name_fiscal_year(year)
    return AnswerNote("one_year_missing", name, f"nothing was found for the fiscal year {year}")
