"""A question and an index in, an Answer out whose every part is quoted from a cited passage."""

from collections.abc import Collection, Sequence

from index.types import Filters, Hit, Index
from qa.asking.answer_types import type_places
from qa.asking.questions import AskedQuestion, take_apart
from qa.asking.term_weights import weigh_terms
from qa.candidates.evidence import gather_evidence
from qa.choosing.refusal import NOT_FOUND, THRESHOLD, judge_confidence
from qa.choosing.scoring import LONGEST, Candidate, score_candidates, widen
from qa.types import Answer, Citation
from qa.writing.quoting import check_quotes, shorten

MOST_CITATIONS = 3
NEAR = 0.8
"""A further sentence is quoted only where it scores this share of the best, and covers a term more."""


def answer(
    question: str,
    index: Index,
    top_k: int = 10,
    filters: Filters = Filters(),
    without: Collection[str] = (),
) -> Answer:
    """The answer that the best passages give, word for word and cited, or one that says there is none.

    Its terms are those of the text that the index understands; `without` is as in Index.search.
    Raises ValueError, as Index.search does, for a question that cannot be searched.
    """
    hits = index.search(question, top_k=top_k, filters=filters, without=without)
    asked = take_apart(index.understand(question, without).text)
    weights = weigh_terms(asked.terms, index)
    evidence = gather_evidence(asked, hits, weights)
    candidates = score_candidates(asked, evidence, weights)
    confidence = judge_confidence(asked, hits, evidence, candidates, weights)
    if confidence < THRESHOLD:
        return Answer(question, NOT_FOUND, False, confidence, (), tuple(hits))
    chosen = choose(candidates)
    citations = cite([widen(chosen[0])] if len(chosen) == 1 else chosen, asked)
    check_quotes(citations)
    return Answer(question, write(asked, citations), True, confidence, citations, tuple(hits))


def choose(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The best candidate, and up to two more that are nearly as good and cover something more."""
    chosen = [candidates[0]]
    covered = set(candidates[0].covered)
    length = len(candidates[0].sentence.text)
    for candidate in candidates[1:]:
        if len(chosen) == MOST_CITATIONS or candidate.score < NEAR * candidates[0].score:
            break
        fits = length + len(candidate.sentence.text) <= LONGEST
        if (
            fits
            and candidate.typed
            and candidate.new
            and candidate.covered - covered
            and not any(overlap(candidate, other) for other in chosen)
        ):
            chosen.append(candidate)
            covered |= candidate.covered
            length += len(candidate.sentence.text)
    return chosen


def overlap(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates share a sentence."""
    same = one.hit.passage.id == other.hit.passage.id
    return same and one.sentence.start < other.sentence.end and other.sentence.start < one.sentence.end


def cite(chosen: Sequence[Candidate], question: AskedQuestion) -> tuple[Citation, ...]:
    """A citation for each candidate, numbered from 1; a long row is cut to the cells that matter."""
    return tuple(
        Citation(
            number,
            candidate.hit,
            shorten(candidate.sentence.text, wanted_places(candidate, question), LONGEST),
        )
        for number, candidate in enumerate(chosen, start=1)
    )


def wanted_places(candidate: Candidate, question: AskedQuestion) -> list[tuple[int, int]]:
    """Where a sentence holds the question's terms, and answers of the type asked for."""
    text = candidate.sentence.text
    terms = [(text.find(term), text.find(term) + len(term)) for term in question.terms if term in text]
    return terms + type_places(text, question.kind)


def write(question: AskedQuestion, citations: Sequence[Citation]) -> str:
    """The answer's text: the quotes with their numbers, and the page first where a page is asked for."""
    quotes = " ".join(f"{citation.quote}[{citation.number}]" for citation in citations)
    page = name_page(citations[0].hit) if question.wants_page else ""
    return f"{page}「{citations[0].quote}」[1]" if page else quotes


def name_page(hit: Hit) -> str:
    """The page to turn to: the printed one with the file's in brackets, the file's alone, or ""."""
    label = hit.passage.page_labels[0] if hit.passage.page_labels else ""
    file_page = hit.passage.page_numbers[0] if hit.document.page_count and hit.passage.page_numbers else None
    if label:
        return f"{label}ページ" + (f"（PDF {file_page}ページ）" if file_page else "")
    return f"PDF {file_page}ページ" if file_page else ""
