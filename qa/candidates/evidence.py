"""A question and its hits in; which of its terms each covers out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.types import Hit
from qa.asking.questions import AskedQuestion
from qa.asking.terms import Term
from qa.candidates.term_places import find_term_places, terms_by_letters


@dataclass(frozen=True, slots=True)
class Evidence:
    """A hit with the question's terms that its passage, headings and document cover; `coverage` is 0 to 1."""

    hit: Hit
    covered: frozenset[str]
    coverage: float


def covered_terms(terms: tuple[Term, ...], text: str) -> frozenset[str]:
    """The keys of the terms that a text holds in any of their wordings."""
    return frozenset(place.term for place in find_term_places(terms, text))


def coverage(covered: frozenset[str], weights: Mapping[str, float]) -> float:
    """The share of the question's weight that is covered, 0 to 1; 0 for a question with no terms."""
    total = sum(weights.values())
    return sum(weights[term] for term in covered) / total if total else 0.0


def gather_evidence(
    question: AskedQuestion, hits: Sequence[Hit], weights: Mapping[str, float]
) -> list[Evidence]:
    """The hits, in order, each with what it covers."""
    gathered = []
    for hit in hits:
        covered = terms_by_letters(question.terms, context_text(hit))
        covered |= covered_terms(question.terms, hit.passage.text)
        gathered.append(Evidence(hit, covered, coverage(covered, weights)))
    return gathered


def context_text(hit: Hit) -> str:
    """What stands around a passage: its document's title and file name, the issuer, the headings."""
    document = hit.document
    return "\n".join((document.title, document.path, document.issuer or "", *hit.passage.headings))
