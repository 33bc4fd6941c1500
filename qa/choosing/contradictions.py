"""A question and a passage in; whether it is of another fiscal year or office than is asked about out."""

from collections.abc import Iterable, Sequence

from index.types import Hit
from qa.asking.questions import AskedQuestion
from qa.asking.years import dated_fiscal_years, mentioned_fiscal_years, name_fiscal_year, named_fiscal_years
from qa.candidates.evidence import context_text
from qa.candidates.types import Candidate
from qa.types import AnswerNote

NEAREST = 3
"""How many of the best passages are looked at to tell why nothing answers."""

OF_DOCUMENT, IN_PASSAGE, OTHER_NAMED = 0.9, 0.5, 0.2
"""How well a candidate fits a year that only its document is of, that only its passage names, and one that
it does not name while it names another."""


def contradicts(asked: AskedQuestion, hit: Hit) -> bool:
    """Whether a passage is of another year or another office than the question names.

    A document whose year or issuer is not known contradicts nothing; nor does a passage that names the year
    or the office itself, in its text, headings or title.
    """
    return of_other_year(asked, hit) or of_other_office(asked, hit)


def of_other_year(asked: AskedQuestion, hit: Hit) -> bool:
    """Whether a passage is of other fiscal years than those asked about, and names none of them."""
    of_document = hit.document.fiscal_year
    if not asked.fiscal_years or of_document is None or of_document in asked.fiscal_years:
        return False
    return not asked.fiscal_years & mentioned_fiscal_years(_whole_text(hit), of_document)


def of_other_office(asked: AskedQuestion, hit: Hit) -> bool:
    """Whether a passage is of another office than those asked about, and names none of them."""
    return hit.document.issuer is not None and not fits_office(asked, hit)


def fits_office(asked: AskedQuestion, hit: Hit) -> bool:
    """Whether a passage is of an office asked about, or names one; so does each where none is asked about."""
    if not asked.organisations:
        return True
    issuer = hit.document.issuer
    if issuer is not None and issuer in asked.text:
        return True
    text = _whole_text(hit)
    return any(name in text for name in asked.organisations)


def fit_of_year(asked: AskedQuestion, candidate: Candidate) -> float:
    """How well a candidate is of a year asked about, 0 to 1: a cell by its own year, else by what names it.

    1 where the question names no year.
    """
    if not asked.fiscal_years:
        return 1.0
    if candidate.figure and candidate.figure.fiscal_year:
        return float(candidate.figure.fiscal_year in asked.fiscal_years)
    hit = candidate.hit
    of_document = hit.document.fiscal_year
    own = mentioned_fiscal_years(f"{candidate.text}\n{candidate.about}", of_document)
    if asked.fiscal_years & own:
        return 1.0
    dated = dated_fiscal_years(candidate.text)
    if named_fiscal_years(candidate.text) or (dated and not dated & asked.fiscal_years):
        return OTHER_NAMED
    if asked.fiscal_years & (mentioned_fiscal_years(context_text(hit)) | {of_document}):
        return OF_DOCUMENT
    in_passage = mentioned_fiscal_years(hit.passage.text, of_document)
    return IN_PASSAGE if asked.fiscal_years & in_passage else 0.0


def note_contradictions(asked: AskedQuestion, hits: Sequence[Hit]) -> tuple[AnswerNote, ...]:
    """What the reader must know of the nearest passages where nothing answers: that they are of another year
    or of another office."""
    nearest = hits[:NEAREST]
    notes = []
    if nearest and all(of_other_year(asked, hit) for hit in nearest):
        named = _joined(map(name_fiscal_year, sorted(asked.fiscal_years)))
        notes.append(AnswerNote("other_year", named, _note(named, "year")))
    if nearest and all(of_other_office(asked, hit) for hit in nearest):
        named = _joined(sorted(asked.organisations))
        notes.append(AnswerNote("other_office", named, _note(named, "office")))
    return tuple(notes)


def _note(named: str, what: str) -> str:
    return f"nothing was found for {named}; the nearest passages are of another {what}"


def _joined(names: Iterable[str]) -> str:
    return "、".join(names)


def _whole_text(hit: Hit) -> str:
    return f"{context_text(hit)}\n{hit.passage.text}"
