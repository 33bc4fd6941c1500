"""What a question is about, and where a text speaks of it in the same or other words."""

import pytest

from index.understanding.understood import QueryPart
from qa.asking.questions import take_apart
from qa.asking.term_weights import weigh_terms
from qa.candidates.term_places import find_term_places, terms_between, terms_by_letters
from tests.fake_index import FakeIndex, document, passage

SYNONYM = QueryPart("synonym", "随契", ("随意契約",))
TRANSLATION = QueryPart("translation", "competitive bidding", ("競争入札", "競争"))
SERVER = QueryPart("translation", "servers", ("サーバ",))
OFFICE = QueryPart("translation", "Minami", ("南川市", "南川"))


def covered(question: str, text: str, *parts: QueryPart) -> set[str]:
    """The keys of a question's terms that a text covers."""
    return {place.term for place in find_term_places(take_apart(question, parts).terms, text)}


def test_words_that_ask_years_and_offices_are_no_terms() -> None:
    asked = take_apart("令和4年度の南川市の委託料は何件でいくらか、4年度と5年度")
    assert [term.key for term in asked.terms] == ["委託", "料"]
    assert asked.organisations == {"南川市"}


def test_a_synonym_that_the_index_knows_covers_a_term() -> None:
    assert covered("随契の割合", "随意契約は131件である", SYNONYM) == {"随契"}
    assert not covered("随契の割合", "随意契約は131件である")


def test_words_translated_together_are_one_term_with_japanese_wordings() -> None:
    asked = take_apart("share of competitive bidding", (TRANSLATION,))
    assert [term.key for term in asked.terms] == ["share", "competitive bidding"]
    assert covered("share of competitive bidding", "競争入札による契約", TRANSLATION) == {
        "competitive bidding"
    }
    assert covered("past servers", "サーバーは3台", SERVER) == {"servers"}


def test_an_office_named_in_latin_letters_is_named() -> None:
    assert take_apart("budget of Minami", (OFFICE,)).organisations == {"南川市"}


@pytest.mark.parametrize(
    ("question", "text", "found"),
    [
        ("3億8,640万円の移行業務", "移行業務\t386,400千円", True),
        ("3億8,640万円の移行業務", "（単位：千円）\n移行業務\t386,400", True),
        ("3億8,640万円の移行業務", "移行業務\t386,500千円", False),
        ("未収8,461万円の家賃", "家賃\t84,612千円", True),
        ("未収8,461万円の家賃", "家賃\t84,712千円", False),
        ("令和4年11月の事故", "2022年11月3日に起きた", True),
        ("令和4年11月の事故", "Ｒ４年１１月に起きた", True),
        ("令和4年11月の事故", "令和4年12月に起きた", False),
        ("令和4年11月の事故", "平成4年11月に起きた", False),
    ],
)
def test_amounts_and_dates_are_compared_by_their_values(question: str, text: str, found: bool) -> None:
    valued = next(term for term in take_apart(question).terms if term.amount or term.date)
    assert (valued.key in covered(question, text)) is found


def test_one_character_and_numbers_count_as_words_alone() -> None:
    assert covered("市の3台", "市場は13台") == {"台"}
    assert covered("AI の台帳", "FAIR な台帳") == {"台帳"}


def test_places_lead_to_the_text_as_it_stands() -> None:
    text = "（１）Ｉ Ｃ Ｔ の 台 帳\n第２章"
    asked = take_apart("ICTの台帳")
    places = find_term_places(asked.terms, text)
    assert [text[place.start : place.end] for place in places] == ["Ｉ Ｃ Ｔ", "台 帳"]
    assert terms_between(places, 0, text.index("の")) == {"ict"}
    assert terms_by_letters(asked.terms, "ＩＣＴ計画") == {"ict"}


def test_a_term_weighs_as_its_most_frequent_wording() -> None:
    held = document("a.pdf")
    index = FakeIndex([(held, passage(held, "随意契約の一覧", n)) for n in (1, 2)])
    with_synonym = weigh_terms(take_apart("随契", (SYNONYM,)).terms, index)
    alone = weigh_terms(take_apart("随契").terms, index)
    assert sum(with_synonym.values()) < sum(alone.values())


def test_latin_words_that_stand_nowhere_weigh_less_than_japanese_ones() -> None:
    index = FakeIndex([])
    (latin,) = weigh_terms(take_apart("quokka").terms, index).values()
    (japanese,) = weigh_terms(take_apart("冠雪").terms, index).values()
    assert latin < japanese
