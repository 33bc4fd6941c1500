"""A question and an index in, an Answer out whose every part is quoted from a cited passage."""

from collections.abc import Collection, Sequence

from index.types import Filters, Hit, Index
from qa.asking.questions import take_apart
from qa.asking.term_weights import weigh_terms
from qa.candidates.evidence import gather_evidence
from qa.candidates.making import make_candidates
from qa.choosing.confidence import Found
from qa.choosing.contradictions import contradicts
from qa.choosing.ranking import rank_candidates
from qa.choosing.refusal import THRESHOLD, judge_confidence, refuse
from qa.types import Answer
from qa.writing.composing import compose


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
    found = look_into(question, hits, index, without)
    confidence = judge_confidence(found)
    if confidence < THRESHOLD:
        return refuse(question, found, confidence)
    given = compose(found.asked, found.ranked, index)
    return Answer(
        question,
        given.text,
        True,
        confidence,
        given.citations,
        tuple(hits),
        given.parts,
        given.form,
        given.notes,
    )


def look_into(question: str, hits: Sequence[Hit], index: Index, without: Collection[str] = ()) -> Found:
    """What the hits of a question hold that may answer it, the likeliest first."""
    understood = index.understand(question, without)
    asked = take_apart(understood.text, understood.parts)
    weights = weigh_terms(asked.terms, index)
    fitting = [hit for hit in hits if not contradicts(asked, hit)]
    evidence = gather_evidence(asked, fitting, weights)
    near = index.sentence_scores(question, [one.hit.passage for one in evidence], without)
    ranked = rank_candidates(asked, make_candidates(asked, evidence, index, near), weights, near)
    return Found(asked, hits, evidence, ranked, weights, near)
