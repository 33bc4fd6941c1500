"""A label with more words before the compound asked about names another thing."""

import pytest

from qa.candidates.qualified import is_qualified

QUESTION = "３月末の財政調整基金の残高はいくらか"


@pytest.mark.parametrize("label", ["国保財政調整基金", "2. 介護財政調整 基金"])
def test_a_label_that_says_more_before_the_compound_is_of_another_thing(label: str) -> None:
    assert is_qualified(label, QUESTION)


@pytest.mark.parametrize(
    "label",
    [
        "財政調整基金",
        "1. 財政調整基金",
        "財政調整",
        "財政調整基金繰入金",
        "市の財政調整基金",
        "減債基金",
    ],
)
def test_other_labels_are_not(label: str) -> None:
    assert not is_qualified(label, QUESTION)


def test_what_the_question_says_before_it_qualifies_nothing() -> None:
    assert not is_qualified("国保財政調整基金", "国保財政調整基金の残高")
    assert not is_qualified("国保財政調整基金", "国保の財政調整基金の残高")


def test_the_end_of_a_longer_compound_of_the_question_is_not_what_it_asks_about() -> None:
    assert not is_qualified("市道改良事業費", "道路改良事業費の額")
