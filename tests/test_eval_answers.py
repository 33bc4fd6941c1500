"""When an answer is right, and counts of answers and refusals by hand."""

import pytest

from eval.answers import Share, contains_answer, judge_answers
from eval.questions import Place, Question
from index.types import Hit
from qa.types import Answer, Citation
from tests.fake_index import document, passage

REPORT = document("報告書.pdf")
HIT = Hit(passage(REPORT, "委託料は１，２００千円である。", page=4), REPORT, 1.0, 1)


def answer(text: str, supported: bool = True) -> Answer:
    citations = (Citation(1, HIT, HIT.passage.text),) if supported else ()
    return Answer("問い", text, supported, 0.5, citations, (HIT,))


@pytest.mark.parametrize(
    ("text", "wanted", "right"),
    [
        ("要求額は 61,156千円", "61156千円", True),
        ("要求額は61156千円", "61,156", True),
        ("要求額は161,156千円", "61,156", False),
        ("比率は10.78%", "0.78", False),
        ("パスワードの設定 152\n26 利用者", "152", True),
        ("均等割１割", "均等割1割", True),
        ("該当しない", "あるはずのない語", False),
    ],
)
def test_answers_are_compared_without_widths_spaces_and_digit_separators(
    text: str, wanted: str, right: bool
) -> None:
    assert contains_answer(Answer("問い", text, True, 1.0, (), ()), [wanted]) is right


def test_a_quote_may_hold_the_answer() -> None:
    assert contains_answer(answer("次のとおり [1]"), ["1200千円"])


def test_containment_citations_and_refusals_are_counted() -> None:
    place = (Place("報告書.pdf", (4,)),)
    questions = [
        Question("1", "right", place, "table", answers=("1,200",)),
        Question("2", "wrong", place, "table", answers=("9,999",)),
        Question("3", "refused", place, "fact", answers=("1,200",)),
        Question("4", "no answer told", place, "fact"),
        Question("5", "refused", (), "unanswerable"),
        Question("6", "answered", (), "unanswerable"),
    ]
    summary = judge_answers(questions, lambda query: answer(query, supported=query != "refused"))
    assert summary.containment == Share(1, 3)
    assert summary.cited == Share(3, 4)
    assert summary.refusal_precision == Share(1, 2)
    assert summary.refusal_recall == Share(1, 2)
    assert summary.by_kind == (("fact", Share(0, 1)), ("table", Share(1, 2)))
    assert "0.333  (1 of 3)" in summary.as_text()


def test_a_share_of_nothing_has_no_value() -> None:
    assert Share(0, 0).value is None
