"""When an answer is right, and counts of answers and refusals by hand."""

from collections.abc import Sequence

import pytest

from corpus.types import Page, Passage, Span
from eval.answers import JudgedAnswer, Share, judge_answers, summarise_answers
from eval.answers.comparing import comparable, says, says_figure
from eval.questions import Place, Question
from index.types import Hit
from qa.types import Answer, Citation
from tests.fake_index import document, passage

REPORT = document("報告書.pdf")
TEXT = "委託料は１，２００千円である。"
HIT = Hit(passage(REPORT, TEXT, page=4), REPORT, 1.0, 1)
PLACE = (Place("報告書.pdf", (4,)),)


def read_pages(held: Passage) -> Sequence[Page]:
    return [Page(4, None, TEXT, "text")]


def answer(text: str, supported: bool = True, confidence: float = 0.5) -> Answer:
    citations = (Citation(1, HIT, HIT.passage.text),) if supported else ()
    return Answer("問い", text, supported, confidence, citations, (HIT,))


def judge(questions: Sequence[Question], confidences: Sequence[float] = ()) -> list[JudgedAnswer]:
    """Each query is its own answer; "refused" is refused."""
    sure = {question.query: each for question, each in zip(questions, confidences, strict=False)}
    return judge_answers(
        questions, lambda query: answer(query, query != "refused", sure.get(query, 0.5)), read_pages
    )


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
        ("観測所は283箇所である", "283か所", True),
    ],
)
def test_answers_are_compared_without_widths_spaces_and_digit_separators(
    text: str, wanted: str, right: bool
) -> None:
    assert says(text, [wanted]) is right


@pytest.mark.parametrize(
    "text", ["118,800千円", "118,800,000円", "1億1,880万円", "１億１，８８０万円", "118.8百万円"]
)
@pytest.mark.parametrize("wanted", ["118,800千円", "1億1,880万円", "118.8 million yen"])
def test_a_figure_is_said_in_any_unit_of_the_same_value(text: str, wanted: str) -> None:
    assert says(f"運用保守・契約金額（令和5年度）：{text}[1]", [wanted])


@pytest.mark.parametrize(
    ("text", "wanted", "right"),
    [
        ("増減は▲1,200千円", "△1,200千円", True),
        ("増減は1,200千円", "△1,200千円", False),
        ("対象は15人", "5人", False),
        ("5%ポイントの増", "5%", False),
        ("委託料は1,200円", "1,200千円", False),
        ("委託料は1,200", "1,200千円", False),
        ("委託料は1,200千円", "1,200", True),
        ("18件から27件へ", "27件", True),
        ("27台", "27件", False),
    ],
)
def test_a_figure_equals_another_in_value_sign_and_unit(text: str, wanted: str, right: bool) -> None:
    assert says_figure(comparable(text), comparable(wanted)) is right


def test_a_quote_may_hold_the_answer_where_the_text_does_not() -> None:
    [one] = judge([Question("1", "次のとおり", PLACE, "table", answers=("1200千円",))])
    assert (one.contained, one.quoted, one.exact, one.right) == (False, True, False, False)


def test_the_number_of_a_citation_is_no_part_of_the_answer() -> None:
    [one] = judge([Question("1", "要求額は[1]", PLACE, "table", answers=("1",))])
    assert (one.contained, one.length) == (False, 4)


def test_a_right_answer_from_another_page_is_not_right() -> None:
    place = (Place("報告書.pdf", (9,)),)
    [one] = judge([Question("1", "1,200千円", place, "table", answers=("1,200千円",))])
    assert (one.contained, one.cited, one.right) == (True, False, False)


def test_the_page_is_that_of_the_quote_not_of_its_whole_passage() -> None:
    first, second = "前の頁の文。", "次の頁の文。"
    held = passage(REPORT, first + second)
    held = Passage(held.id, REPORT.id, (), held.text, (Span(3, 0, len(first)), Span(4, 0, len(second))))
    pages = [Page(3, None, first, "text"), Page(4, None, second, "text")]
    question = Question("1", "問い", PLACE, "fact")
    rights = []
    for quote in (first, second, first + second):
        cited = Answer("問い", quote, True, 1.0, (Citation(1, Hit(held, REPORT, 1.0, 1), quote),), ())
        [one] = judge_answers([question], lambda _, cited=cited: cited, lambda _: pages)
        rights.append((one.citations[0].pages, one.cited, one.citations[0].verbatim))
    assert rights == [((3,), False, True), ((4,), True, True), ((3, 4), True, True)]


def test_a_quote_that_is_not_on_its_page_is_not_verbatim() -> None:
    cited = Answer("問い", "x", True, 1.0, (Citation(1, HIT, "委託料は9,999千円"),), ())
    [one] = judge_answers([Question("1", "問い", PLACE, "fact")], lambda _: cited, read_pages)
    assert not one.citations[0].verbatim


def test_a_place_of_a_file_without_pages_is_known_by_its_quote() -> None:
    text = document("記録.txt", pages=0)
    hit = Hit(passage(text, TEXT), text, 1.0, 1)
    cited = Answer("問い", TEXT, True, 1.0, (Citation(1, hit, TEXT),), ())
    places = [Place("記録.txt", (), ("1,200千円",)), Place("記録.txt", (1,), ("工事費",))]
    rights = [
        judge_answers([Question("1", "問い", (place,), "fact")], lambda _: cited, read_pages)[0].cited
        for place in places
    ]
    assert rights == [True, False]


QUESTIONS = [
    Question("1", "委託料は1,200千円", PLACE, "table", answers=("1,200",)),
    Question("2", "分からない", PLACE, "table", answers=("9,999",)),
    Question("3", "refused", PLACE, "fact", answers=("1,200",)),
    Question("4", "no answer told", PLACE, "fact"),
    Question("5", "refused", (), "unanswerable"),
    Question("6", "answered", (), "unanswerable"),
]


def counts(share: Share) -> tuple[int, int]:
    return share.count, share.of


def test_containment_citations_and_refusals_are_counted() -> None:
    whole, *kinds = summarise_answers(judge(QUESTIONS)).groups
    assert {name: counts(share) for name, share in whole.shares.items()} == {
        "right": (2, 4),
        "contained": (1, 3),
        "contained_or_quoted": (1, 3),
        "exact_number": (1, 3),
        "cited": (3, 4),
        "citation_precision": (3, 4),
        "places_cited": (3, 4),
        "refusal_precision": (1, 2),
        "refusal_recall": (1, 2),
        "refusal_f1": (2, 4),
        "short": (4, 4),
        "verbatim": (4, 4),
    }
    assert [(kind.kind, counts(kind.shares["right"])) for kind in kinds] == [
        ("fact", (1, 2)),
        ("table", (1, 2)),
    ]


def test_a_share_has_an_interval_that_holds_it_and_repeats() -> None:
    first, second = (summarise_answers(judge(QUESTIONS)).groups[0].shares["right"] for _ in range(2))
    assert first == second
    assert first.low is not None and first.high is not None and first.value is not None
    assert first.low < first.value < first.high


def test_a_share_of_nothing_has_no_value() -> None:
    [group] = summarise_answers(judge(QUESTIONS[:1])).groups
    assert group.shares["refusal_recall"] == Share(0, 0)
    assert group.shares["refusal_recall"].value is None


def test_the_wrong_ones_are_listed_the_surest_first() -> None:
    judged = judge(QUESTIONS, [0.9, 0.6, 0.1, 0.7, 0.1, 0.8])
    assert [one.question.id for one in summarise_answers(judged).wrong] == ["6", "2", "3"]
    text = summarise_answers(judged).as_text()
    assert "0.333 [0.00 1.00]  (1 of 3)" in text and "table (2)" in text


def test_the_curve_falls_as_less_sure_answers_are_added_and_the_bins_tell_the_gap() -> None:
    calibration = summarise_answers(judge(QUESTIONS, [0.95, 0.55, 0.1, 0.75, 0.1, 0.55])).calibration
    assert calibration is not None
    assert [(point.coverage, point.accuracy) for point in calibration.curve] == [
        (1 / 6, 1.0),
        (2 / 6, 1.0),
        (4 / 6, 0.5),
    ]
    assert calibration.area == pytest.approx((1 + 1 + 2 / 3 + 1 / 2) / 4)
    assert [(each.low, each.answers, each.accuracy) for each in calibration.bins] == [
        (0.5, 2, 0.0),
        (0.7, 1, 1.0),
        (0.9, 1, 1.0),
    ]
    assert calibration.error == pytest.approx((2 * 0.55 + 0.25 + 0.05) / 4)


def test_without_an_answer_there_is_no_calibration() -> None:
    assert summarise_answers(judge([QUESTIONS[2]])).calibration is None
