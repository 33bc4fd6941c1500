"""How sure an answer is, from what its evidence covers."""

from corpus.types import Document, Passage, Span
from index.types import Hit
from qa.asking.questions import take_apart
from qa.candidates.evidence import Evidence
from qa.candidates.sentences import find_sentences
from qa.choosing.ranking import rank_candidates
from qa.choosing.refusal import THRESHOLD, judge_confidence
from tests.fake_index import FakeIndex

QUESTION = take_apart("架空岳の冠雪はいつか")
WEIGHTS = dict.fromkeys(QUESTION.terms, 1.0)
DOCUMENT = Document("d" * 64, "a.txt", "題", None, None, None, 0)


def confidence(coverage: float, scores: tuple[float, ...]) -> float:
    """The confidence where the best passage covers so much of the question and the hits score so."""
    hits = [
        Hit(
            Passage(f"p{rank}", DOCUMENT.id, (), "令和6年10月に始める。", (Span(1, 0, 11),)),
            DOCUMENT,
            score,
            rank,
        )
        for rank, score in enumerate(scores, 1)
    ]
    evidence = [Evidence(hits[0], frozenset(QUESTION.terms) if coverage == 1 else frozenset(), coverage)]
    ranked = rank_candidates(QUESTION, find_sentences(evidence, FakeIndex([])), WEIGHTS, {})
    return judge_confidence(QUESTION, hits, evidence, ranked, WEIGHTS)


def test_a_question_whose_rare_words_are_uncovered_is_refused_however_far_the_best_hit_leads() -> None:
    assert confidence(0.2, (1.0, 0.1, 0.1, 0.1, 0.1)) < THRESHOLD


def test_more_coverage_is_more_confidence() -> None:
    level = (1.0, 0.8, 0.8, 0.8, 0.7)
    assert confidence(0.2, level) < confidence(0.6, level) < confidence(1.0, level)
