"""The address says what is on the screen, and a bad address is never an error."""

import pytest

from index.types import Filters
from ui.address import FARTHEST, MOST_HITS, Asked, OpenPage, Surrounded, read_address, write_address

USUAL = (OpenPage("p1", 12),)


@pytest.mark.parametrize(
    "asked",
    [
        Asked(),
        Asked("三層の対策 & β'モデル=?#+%"),
        Asked("指摘", Filters(("監査報告書", "指針"), ("架空県",), (2023, 2019)), 30),
        Asked("指摘", opened=()),
        Asked("BCP", without=("synonym:BCP", 'phrase:"三層, の対策"')),
        Asked("指摘", opened=(OpenPage("a.b.c", 12), OpenPage("3", 1))),
        Asked("指摘", Filters(documents=("f" * 64,)), order="newest", grouped=True),
        Asked(like="a-1", same_document=True, around=(Surrounded("a.1", 3),)),
    ],
)
def test_reading_gives_back_what_was_written(asked: Asked) -> None:
    assert read_address(write_address(asked)) == asked


def test_an_address_holds_nothing_that_is_usual() -> None:
    assert write_address(Asked()) == {}
    assert write_address(Asked("質")) == {"q": ["質"]}


@pytest.mark.parametrize(
    "params",
    [
        {"year": ["令和5", "x", "-1", "99999", "²", "0"]},
        {"top": ["many"]},
        {"top": ["-5"]},
        {"kind": [""], "issuer": [""]},
        {"unknown": ["1"]},
        {"sort": ["oldest"], "group": ["kind"], "same": ["yes"], "around": ["p1", "p1.x", ".3"]},
        {"q": ["  "]},
        {},
    ],
)
def test_what_makes_no_sense_is_passed_over(params: dict[str, list[str]]) -> None:
    assert read_address(params) == Asked()


def test_an_address_cannot_ask_for_more_hits_than_the_most() -> None:
    assert read_address({"top": ["9999"]}).top == MOST_HITS


def test_pages_open_by_themselves_until_something_is_opened_or_closed() -> None:
    assert Asked().page_of("p1", USUAL) == 12
    assert Asked().page_of("p2", USUAL) is None
    assert Asked(opened=()).page_of("p1", USUAL) is None


def test_opening_another_card_keeps_the_first_open() -> None:
    asked = Asked().showing("p2", 3, USUAL)
    assert (asked.page_of("p1", USUAL), asked.page_of("p2", USUAL)) == (12, 3)


def test_turning_and_closing_a_page() -> None:
    turned = Asked().showing("p1", 13, USUAL)
    assert turned.page_of("p1", USUAL) == 13
    assert turned.showing("p1", None, USUAL).page_of("p1", USUAL) is None


def test_more_passages_around_another_up_to_a_limit() -> None:
    asked = Asked().surrounding("p1", 1).surrounding("p2", 3).surrounding("p1", 99)
    assert (asked.reach_of("p1"), asked.reach_of("p2"), asked.reach_of("p3")) == (FARTHEST, 3, 0)
    assert asked.surrounding("p1", 0).around == (Surrounded("p2", 3),)
    assert read_address({"around": ["p1.500"]}).reach_of("p1") == FARTHEST


def test_asking_anew_leaves_nothing_open() -> None:
    before = Asked("指摘", top=30, opened=(OpenPage("p1", 2),), around=(Surrounded("p1", 1),), grouped=True)
    assert before.anew(order="newest") == Asked("指摘", order="newest", grouped=True)
