"""A question about several years and ranked candidates in, the best of each year out."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.asking.questions import AskedQuestion
from qa.asking.years import mentioned_fiscal_years, name_fiscal_year, named_fiscal_years
from qa.choosing.ranking import Scored
from qa.types import AnswerNote

MARGIN = 3.0
"""A year's best candidate may score so much less than the best of all."""


@dataclass(frozen=True, slots=True)
class YearsCompared:
    """What answers for each year, in their order, and notes of the years that nothing answers for."""

    chosen: tuple[Scored, ...]
    notes: tuple[AnswerNote, ...]


def compare_years(asked: AskedQuestion, ranked: Sequence[Scored]) -> YearsCompared | None:
    """The best candidate for each year asked about; None where the best of all speaks of all of them, and so
    answers by itself, or no candidate is of any."""
    best = ranked[0]
    if asked.fiscal_years <= mentioned_fiscal_years(best.candidate.text):
        return None
    found: dict[int, Scored] = {}
    for one in ranked:
        if one.score < best.score - MARGIN:
            break
        for year in candidate_years(one) & asked.fiscal_years:
            if not _is_said(one, found):
                found.setdefault(year, one)
    if not found:
        return None
    missing = sorted(asked.fiscal_years - found.keys())
    chosen = tuple(dict.fromkeys(found[year] for year in sorted(found)))
    return YearsCompared(chosen, tuple(map(_missing, missing)))


def candidate_years(scored: Scored) -> frozenset[int]:
    """The fiscal years that a candidate is of: its figure's, else those it names, else its document's."""
    candidate = scored.candidate
    if candidate.figure and candidate.figure.fiscal_year:
        return frozenset({candidate.figure.fiscal_year})
    named = named_fiscal_years(candidate.text) or mentioned_fiscal_years(candidate.text)
    document_year = scored.hit.document.fiscal_year
    return named or frozenset({document_year} if document_year else ())


def _is_said(scored: Scored, found: dict[int, Scored]) -> bool:
    """Whether a candidate says what another year's says already."""
    return any(scored.candidate.text == other.candidate.text for other in found.values())


def _missing(year: int) -> AnswerNote:
    name = name_fiscal_year(year)
    return AnswerNote("one_year_missing", name, f"nothing was found for the fiscal year {year}")
