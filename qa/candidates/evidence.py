"""A question and its hits in; which hits are about it, and which of its terms each covers, out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.types import Hit
from qa.asking.questions import AskedQuestion
from qa.asking.terms import Term
from qa.asking.years import mentioned_fiscal_years
from qa.candidates.term_places import find_term_places, terms_by_letters


@dataclass(frozen=True, slots=True)
class Evidence:
    """A hit with the question's terms that its passage, headings and document cover; `coverage` is 0 to 1."""

    hit: Hit
    covered: frozenset[str]
    coverage: float


def covered_terms(terms: Sequence[Term], text: str) -> frozenset[str]:
    """The keys of the terms that a text holds in any of their wordings."""
    return frozenset(place.term for place in find_term_places(terms, text))


def coverage(covered: frozenset[str], weights: Mapping[str, float]) -> float:
    """The share of the question's weight that is covered, 0 to 1; 0 for a question with no terms."""
    total = sum(weights.values())
    return sum(weights[term] for term in covered) / total if total else 0.0


def gather_evidence(
    question: AskedQuestion, hits: Sequence[Hit], weights: Mapping[str, float]
) -> list[Evidence]:
    """The hits that do not contradict the question, in order, each with what it covers."""
    gathered = []
    for hit in hits:
        if contradicts(question, hit):
            continue
        covered = terms_by_letters(question.terms, context_text(hit))
        covered |= covered_terms(question.terms, hit.passage.text)
        gathered.append(Evidence(hit, covered, coverage(covered, weights)))
    return gathered


def contradicts(question: AskedQuestion, hit: Hit) -> bool:
    """Whether a hit is of another fiscal year or another office than the question names.

    A document whose year or issuer is not known contradicts nothing; nor does a passage that names the
    year or the office itself.
    """
    return _other_year(question, hit) or _other_office(question, hit)


def _other_year(question: AskedQuestion, hit: Hit) -> bool:
    if not question.fiscal_years or hit.document.fiscal_year is None:
        return False
    if hit.document.fiscal_year in question.fiscal_years:
        return False
    return not question.fiscal_years & mentioned_fiscal_years(context_text(hit) + "\n" + hit.passage.text)


def _other_office(question: AskedQuestion, hit: Hit) -> bool:
    issuer = hit.document.issuer
    if not question.organisations or issuer is None:
        return False
    if issuer in question.text or any(name in issuer for name in question.organisations):
        return False
    text = context_text(hit) + "\n" + hit.passage.text
    return not any(name in text for name in question.organisations)


def context_text(hit: Hit) -> str:
    """What stands around a passage: its document's title and file name, the issuer, the headings."""
    document = hit.document
    return "\n".join((document.title, document.path, document.issuer or "", *hit.passage.headings))
