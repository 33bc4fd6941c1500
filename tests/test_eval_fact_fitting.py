"""Weights of facts are fitted to which of them answer, near to the present ones."""

import numpy as np

from eval.answer_examples import Example
from eval.answer_fitting import share_right
from eval.fact_fitting import fit_facts, gather_facts
from eval.questions import Place, Question
from qa.candidates.fact_features import FEATURES
from qa.candidates.fitting import WEIGHTS
from tests.fake_index import FakeIndex, document, passage

PRESENT = np.array([WEIGHTS[name] for name in FEATURES])


def drawn(seed: int, telling: int, sign: float = 1.0) -> Example:
    """Five facts, of which the one with most of one feature, or least, is right."""
    features = np.random.default_rng(seed).random((5, len(FEATURES)))
    return Example("a", features, np.arange(5) == (sign * features[:, telling]).argmax())


def test_the_feature_that_tells_is_weighted_more() -> None:
    telling = FEATURES.index("year")
    examples = [drawn(seed, telling) for seed in range(80)]
    weights = fit_facts(examples, PRESENT)
    assert weights[telling] > PRESENT[telling]
    assert share_right(examples, weights) > share_right(examples, PRESENT)


def test_no_weight_changes_its_sign() -> None:
    telling = FEATURES.index("other_year")
    weights = fit_facts([drawn(seed, telling) for seed in range(80)], PRESENT)
    assert PRESENT[telling] < 0
    assert weights[telling] == 0


def test_a_question_that_no_fact_answers_is_no_example() -> None:
    rules = document("規程.pdf")
    index = FakeIndex([(rules, passage(rules, "期限は3日である。"))])
    question = Question("q", "期限", (Place("規程.pdf", (1,)),), "fact", answers=("3日",))
    assert list(gather_facts("a", [question], index)) == []
