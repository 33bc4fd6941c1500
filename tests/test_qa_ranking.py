"""Candidates are ranked by what tells that they answer."""

from collections.abc import Sequence

import pytest

from corpus.types import Document, Passage
from index.types import Hit
from qa.asking.questions import take_apart
from qa.candidates.evidence import gather_evidence
from qa.candidates.own_text import own_starts
from qa.candidates.sentences import find_sentences
from qa.choosing.features import FEATURES
from qa.choosing.ranking import Scored, rank_candidates
from qa.choosing.rarity import measure_rarity
from qa.choosing.shapes import measure_shape
from qa.choosing.weights import WEIGHTS
from tests.fake_index import FakeIndex, document, passage

REPORT = document("報告書.pdf", fiscal_year=2022)


def ranked(question: str, *texts: str) -> list[Scored]:
    held: list[tuple[Document, Passage]] = [
        (REPORT, passage(REPORT, text, page)) for page, text in enumerate(texts, 1)
    ]
    index = FakeIndex(held)
    asked = take_apart(question)
    hits = [Hit(one, REPORT, 1.0, rank) for rank, (_, one) in enumerate(held, 1)]
    weights = {term.key: 1.0 for term in asked.terms}
    evidence = gather_evidence(asked, hits, weights)
    near = index.sentence_scores(question, [hit.passage for hit in hits])
    return rank_candidates(
        asked, find_sentences(evidence, own_starts([hit.passage for hit in hits], index)), weights, near
    )


def feature(scored: Sequence[Scored], text: str, name: str) -> float:
    found = next(one for one in scored if one.candidate.text == text)
    return found.features[FEATURES.index(name)]


def test_weights_name_features_that_there_are() -> None:
    assert set(WEIGHTS) <= set(FEATURES)


def test_the_answer_in_a_later_passage_wins_over_a_sentence_that_says_nothing_of_it() -> None:
    best = ranked(
        "識別番号の残っていた退職者は何人か",
        "識別番号の付与の手続は別に定める。",
        "退職者の識別番号が3人分残っていた。",
    )[0]
    assert best.candidate.text == "退職者の識別番号が3人分残っていた。"
    assert best.typed


def test_what_the_question_says_itself_is_no_answer_of_the_type_asked_for() -> None:
    scored = ranked(
        "3件の指摘のうち措置が済んだのは何件か", "指摘は3件である。", "措置が済んだのは2件である。"
    )
    assert feature(scored, "指摘は3件である。", "typed") == 0.0
    assert feature(scored, "措置が済んだのは2件である。", "typed") == 1.0


def test_a_word_that_all_passages_hold_weighs_less_than_one_that_a_single_one_holds() -> None:
    scored = ranked(
        "防災無線の保守", "防災無線の修繕である。", "防災無線の更新である。", "防災無線の保守である。"
    )
    rarity = measure_rarity(take_apart("防災無線の保守"), [one.candidate for one in scored])
    assert rarity.terms["保守"] > 1.5 * rarity.terms["防災"]
    assert rarity.pairs["保守"] > 1.5 * rarity.pairs["防災"]


def test_scores_are_the_sum_of_features_by_weights_and_never_rise() -> None:
    scored = ranked("退職者は何人か", "退職者は3人である。採用は5人である。", "総務課が所管する。")
    for one in scored:
        total = sum(
            WEIGHTS.get(name, 0.0) * value for name, value in zip(FEATURES, one.features, strict=True)
        )
        assert one.score == pytest.approx(total)
    assert [one.score for one in scored] == sorted((one.score for one in scored), reverse=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("第3章 個別の結果", "label"),
        ("情報システムの概要", "label"),
        ("問9 満足していますか", "asking"),
    ],
)
def test_headings_and_questions_are_told_by_their_shape(text: str, name: str) -> None:
    assert measure_shape(text)[name] == 1.0
    assert measure_shape("対象は5団体である。")[name] == 0.0
