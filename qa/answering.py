"""A question and an index in, an Answer out whose every part is quoted from a cited passage."""

from collections.abc import Collection, Sequence

from index.types import Filters, Hit, Index
from qa.asking.questions import AskedQuestion, take_apart
from qa.asking.term_weights import weigh_terms
from qa.candidates.evidence import gather_evidence
from qa.candidates.making import make_candidates
from qa.choosing.ranking import Scored, rank_candidates
from qa.choosing.refusal import NOT_FOUND, THRESHOLD, judge_confidence
from qa.types import Answer, AnswerPart, Citation
from qa.writing.quoting import check_quotes


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
    understood = index.understand(question, without)
    asked = take_apart(understood.text, understood.parts)
    weights = weigh_terms(asked.terms, index)
    evidence = gather_evidence(asked, hits, weights)
    near = index.sentence_scores(question, [one.hit.passage for one in evidence], without)
    ranked = rank_candidates(asked, make_candidates(asked, evidence, index), weights, near)
    confidence = judge_confidence(asked, hits, evidence, ranked, weights)
    if confidence < THRESHOLD:
        return Answer(question, NOT_FOUND, False, confidence, (), tuple(hits))
    return _compose(question, asked, ranked[0], confidence, hits)


def _compose(
    question: str, asked: AskedQuestion, best: Scored, confidence: float, hits: Sequence[Hit]
) -> Answer:
    citations = (Citation(1, best.hit, best.candidate.quote),)
    check_quotes(citations)
    page = name_page(best.hit) if asked.wants_page else ""
    text = f"{page}「{best.candidate.text}」[1]" if page else f"{best.candidate.text}[1]"
    parts = (AnswerPart(text, (1,)),)
    return Answer(question, text, True, confidence, citations, tuple(hits), parts)


def name_page(hit: Hit) -> str:
    """The page to turn to: the printed one with the file's in brackets, the file's alone, or ""."""
    label = hit.passage.page_labels[0] if hit.passage.page_labels else ""
    file_page = hit.passage.page_numbers[0] if hit.document.page_count and hit.passage.page_numbers else None
    if label:
        return f"{label}ページ" + (f"（PDF {file_page}ページ）" if file_page else "")
    return f"PDF {file_page}ページ" if file_page else ""
