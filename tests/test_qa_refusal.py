"""How sure an answer is, and what is said where nothing answers."""

from collections.abc import Sequence

import pytest

from corpus.types import Document, Passage
from qa.answering import answer, look_into
from qa.choosing.confidence import FEATURES, USUAL_NEAR, measure_confidence
from qa.choosing.refusal import NOT_FOUND, THRESHOLD, judge_confidence
from tests.fake_index import FakeIndex, document, passage

RULES = document("規程.txt")
LIBRARY = [
    (RULES, passage(RULES, "鏡ヶ丘図書館の開館時間は午前9時から午後5時までとする。")),
    (RULES, passage(RULES, "臨時職員の通勤手当は月額4,200円を上限とする。", 2)),
    (RULES, passage(RULES, "鏡ヶ丘図書館の館長は、毎年、蔵書の点検を行う。", 3)),
]


def sure(question: str, library: Sequence[tuple[Document, Passage]] = LIBRARY) -> float:
    index = FakeIndex(library)
    return judge_confidence(look_into(question, index.search(question), index))


def features(question: str, library: Sequence[tuple[Document, Passage]] = LIBRARY) -> dict[str, float]:
    index = FakeIndex(library)
    found = look_into(question, index.search(question), index)
    return dict(zip(FEATURES, measure_confidence(found), strict=True))


def test_what_stands_there_is_surer_than_a_neighbouring_detail() -> None:
    assert sure("鏡ヶ丘図書館の開館時間") > sure("鏡ヶ丘図書館の座席数と駐輪場")


def test_nouns_that_nothing_near_holds_are_told_apart() -> None:
    assert features("通勤手当の上限")["nouns_uncovered"] == 0
    assert features("通勤手当の納税証明")["nouns_uncovered"] > 0.3
    assert features("通勤手当のスマートフォン")["foreign_uncovered"] > 0.3


def test_a_figure_or_a_name_that_is_asked_for_must_be_there() -> None:
    assert features("通勤手当はいくらか")["value_there"] == 1
    assert features("図書館の使用料はいくらか")["value_there"] == 0
    assert features("通勤手当はいくらか")["name_there"] == 1


def test_an_amount_that_no_candidate_states_is_not_answered() -> None:
    library = [(RULES, passage(RULES, "鏡ヶ丘図書館の使用料は、別に定める。"))]
    assert sure("鏡ヶ丘図書館の使用料は別に定めるか", library) > THRESHOLD
    assert sure("鏡ヶ丘図書館の使用料はいくらか", library) < THRESHOLD


def test_compounds_are_looked_for_as_a_whole() -> None:
    library = [(RULES, passage(RULES, "訓練の回収の率は定めない。回収率は52.3％である。参加は任意とする。"))]
    assert features("回収率は何％か", library)["measures_there"] == 1
    assert features("訓練の参加率は何％か", library)["measures_there"] == 0
    assert features("訓練の懲戒処分", library)["asked_there"] == 0


def test_a_reworded_verb_is_no_uncovered_noun() -> None:
    assert features("開館時間を教わる")["nouns_uncovered"] == 0


def test_a_numbered_thing_must_be_named() -> None:
    library = [(RULES, passage(RULES, "第12条 旅費は実費を支給する。"))]
    assert features("旅費規程第12条", library)["numbers_covered"] == 1
    assert features("旅費規程第45条", library)["numbers_covered"] == 0


def test_a_date_must_be_named() -> None:
    library = [(RULES, passage(RULES, "令和6年3月の旅費は実費を支給する。"))]
    assert features("旅費の支給 令和6年3月", library)["numbers_covered"] == 1
    assert features("旅費の支給 令和6年9月", library)["numbers_covered"] == 0


@pytest.mark.parametrize(
    "question", ["令和8年度", "鏡市", "何人", "令和", "12345 67890", "(1)", "鏡市の令和8年度は？"]
)
def test_a_question_that_asks_nothing_is_not_answered(question: str) -> None:
    town = document("鏡市.txt", issuer="鏡市", fiscal_year=2026)
    library = [(town, passage(town, f"{question} 令和8年度の鏡市の人口は12345人(1)である。"))]
    assert sure(question, library) == 0


@pytest.mark.parametrize("question", ["예산은 얼마입니까", "宇宙船の発射基地", "kosmodrom budżet"])
def test_a_question_of_which_nothing_is_covered_is_not_answered(question: str) -> None:
    index = FakeIndex(LIBRARY)
    hits = FakeIndex(LIBRARY).search("鏡ヶ丘図書館の開館時間と通勤手当")
    assert judge_confidence(look_into(question, hits, index)) == 0


def test_cosines_of_an_encoder_of_unknown_scale_tell_nothing() -> None:
    assert features("開館時間と蔵書の点検")["near"] == USUAL_NEAR


def test_a_refusal_tells_that_the_nearest_are_of_another_year() -> None:
    report = document("報告書.txt", issuer="鏡市", fiscal_year=2020)
    given = answer(
        "令和4年度の鏡市の蔵書数", FakeIndex([(report, passage(report, "鏡市の蔵書数は3万冊である。"))])
    )
    assert (given.text, given.supported, given.confidence) == (NOT_FOUND, False, 0)
    assert [(note.kind, note.subject) for note in given.notes] == [("other_year", "令和4年度")]
    assert len(given.hits) == 1


def test_a_refusal_tells_that_the_nearest_are_of_another_office() -> None:
    report = document("報告書.txt", issuer="鏡市", fiscal_year=2022)
    given = answer("令和4年度の泉町の蔵書数", FakeIndex([(report, passage(report, "蔵書数は3万冊である。"))]))
    assert [(note.kind, note.subject) for note in given.notes] == [("other_office", "泉町")]
