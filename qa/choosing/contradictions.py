"""A question and a passage in; whether it is of another fiscal year or office than is asked about out."""

from collections.abc import Iterable, Sequence

from index.types import Hit
from qa.asking.questions import AskedQuestion
from qa.asking.years import mentioned_fiscal_years, name_fiscal_year, named_fiscal_years
from qa.candidates.evidence import context_text
from qa.candidates.types import Candidate
from qa.types import AnswerNote

NEAREST = 3
"""How many of the best passages are looked at to tell why nothing answers."""

OF_DOCUMENT, IN_PASSAGE, OTHER_NAMED = 0.9, 0.5, 0.2
"""How well a candidate fits a year that only its document is of, only its passage names, or neither names
while the candidate names another."""


def contradicts(asked: AskedQuestion, hit: Hit) -> bool:
    """Whether a passage is of another year or another office than the question names.

    A document whose year or issuer is not known contradicts nothing; nor does a passage that names the year
    or the office itself, in its text, headings or title.
    """
    return other_year(asked, hit) or other_office(asked, hit)


def other_year(asked: AskedQuestion, hit: Hit) -> bool:
    """Whether a passage is of other fiscal years than those asked about, and names none of them."""
    of_document = hit.document.fiscal_year
    if not asked.fiscal_years or of_document is None or of_document in asked.fiscal_years:
        return False
    return not asked.fiscal_years & mentioned_fiscal_years(_whole_text(hit), of_document)


def other_office(asked: AskedQuestion, hit: Hit) -> bool:
    """Whether a passage is of other offices than those asked about, and names none of them."""
    issuer = hit.document.issuer
    if not asked.organisations or issuer is None:
        return False
    return issuer not in asked.text and not names_office(asked, hit)


def names_office(asked: AskedQuestion, hit: Hit) -> bool:
    """Whether a passage, its headings or its document name an office asked about."""
    text = _whole_text(hit)
    return any(name in text for name in asked.organisations)


def year_fit(asked: AskedQuestion, candidate: Candidate) -> float:
    """How well a candidate is of a year asked about, 0 to 1: a cell by its own year, else by what names it.

    1 where the question names no year.
    """
    if not asked.fiscal_years:
        return 1.0
    if candidate.figure and candidate.figure.fiscal_year:
        return float(candidate.figure.fiscal_year in asked.fiscal_years)
    document = candidate.hit.document
    own = f"{candidate.text}\n{candidate.about}"
    if asked.fiscal_years & mentioned_fiscal_years(own, document.fiscal_year):
        return 1.0
    if named_fiscal_years(candidate.text):
        return OTHER_NAMED
    if document.fiscal_year in asked.fiscal_years:
        return OF_DOCUMENT
    context = mentioned_fiscal_years(context_text(candidate.hit))
    if asked.fiscal_years & context:
        return OF_DOCUMENT
    in_passage = mentioned_fiscal_years(candidate.hit.passage.text, document.fiscal_year)
    return IN_PASSAGE if asked.fiscal_years & in_passage else 0.0


def contradiction_notes(asked: AskedQuestion, hits: Sequence[Hit]) -> tuple[AnswerNote, ...]:
    """What the reader must know of the nearest passages where nothing answers: that they are of another year
    or of another office."""
    nearest = hits[:NEAREST]
    notes = []
    if nearest and all(other_year(asked, hit) for hit in nearest):
        named = _joined(map(name_fiscal_year, sorted(asked.fiscal_years)))
        notes.append(
            AnswerNote("other_year", named, f"nothing is of {named}; the nearest passages are of other years")
        )
    if nearest and all(other_office(asked, hit) for hit in nearest):
        named = _joined(sorted(asked.organisations))
        notes.append(
            AnswerNote("other_office", named, f"nothing is of {named}; the nearest passages are of others")
        )
    return tuple(notes)


def _joined(names: Iterable[str]) -> str:
    return "、".join(names)


def _whole_text(hit: Hit) -> str:
    return f"{context_text(hit)}\n{hit.passage.text}"
