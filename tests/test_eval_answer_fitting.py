"""Weights of candidates are fitted to which of them are right."""

import numpy as np

from corpus.types import Document, Passage
from eval.answer_examples import Example, find_right
from eval.answer_fitting import fit_weights, share_right
from eval.questions import Place, Question
from index.types import Hit
from qa.candidates.evidence import Evidence
from qa.candidates.types import Candidate
from qa.choosing.features import FEATURES
from tests.fake_index import document, passage

RULES = document("規程.pdf")
OTHER = document("手引.pdf")


def drawn(seed: int, telling: int) -> Example:
    """Five candidates, of which the one with most of one feature is right."""
    features = np.random.default_rng(seed).random((5, len(FEATURES)))
    return Example("a", features, np.arange(5) == features[:, telling].argmax())


def candidate(held_by: Document, text: str, of: Passage) -> Candidate:
    start = of.text.index(text)
    hit = Hit(of, held_by, 1.0, 1)
    return Candidate(Evidence(hit, frozenset(), 1.0), start, start + len(text), text, "", "sentence")


def test_the_feature_that_tells_is_weighted_most_and_finds_what_is_right() -> None:
    telling = FEATURES.index("typed")
    weights = fit_weights([drawn(seed, telling) for seed in range(60)])
    assert np.argmax(np.abs(weights)) == telling
    assert weights[telling] > 0
    assert share_right([drawn(seed, telling) for seed in range(100, 150)], weights) > 0.8


def test_what_says_the_answer_on_another_page_is_not_right() -> None:
    right = candidate(RULES, "期限は3日である。", passage(RULES, "期限は3日である。", page=4))
    elsewhere = candidate(OTHER, "期限は3日である。", passage(OTHER, "期限は3日である。", page=4))
    question = Question("q", "期限", (Place("規程.pdf", (4,)),), "fact", answers=("3日",))
    assert find_right(question, [right, elsewhere]) == [True, False]


def test_where_no_candidate_says_the_answer_the_quoted_words_are_right() -> None:
    text = "期限は翌日とする。窓口は総務課とする。"
    found = [candidate(RULES, sentence, passage(RULES, text)) for sentence in (text[:9], text[9:])]
    place = Place("規程.pdf", quotes=("期限は翌日とする",))
    question = Question("q", "deadline", (place,), "crosslingual", answers=("next day",))
    assert find_right(question, found) == [True, False]
