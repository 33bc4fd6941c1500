"""From a place on a page to the characters of a passage that stand on it."""

import pytest

from corpus.locating import locate
from corpus.normalising import is_kept, kept_places
from corpus.types import Page, Passage, Span
from qa.candidates.places import PassagePlaces

PAGE = "予 算 額\t1,200\n\n節\u3000委託料\t\t31,240\n脚注"
TEXT = "表1 内訳（単位：千円）\n予算額\t1,200\n節 委託料\t31,240"


def placed(text: str = TEXT, page: str = PAGE) -> PassagePlaces:
    spans = (Span(3, 0, 11), Span(3, 13, 26))
    return PassagePlaces(
        Passage("甲-1", "甲", (), text, spans), [page[span.start : span.end] for span in spans]
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [("31,240", "31,240"), ("予 算 額", "予算額"), ("節\u3000委託料\t\t31,240", "節 委託料\t31,240")],
)
def test_what_stands_on_a_page_is_found_in_the_passage(words: str, shown: str) -> None:
    start = PAGE.index(words)
    found = placed().find(Span(3, start, start + len(words)))
    assert found is not None
    assert TEXT[slice(*found)] == shown


def test_finding_is_the_way_back_from_locating() -> None:
    passage = Passage("甲-1", "甲", (), TEXT, (Span(3, 0, 11), Span(3, 13, 26)))
    start = TEXT.index("委託料")
    (span,) = locate(passage, [Page(3, None, PAGE, "text")], start, start + 3)
    assert placed().find(span) == (start, start + 3)


def test_of_a_place_that_the_passage_holds_in_part_that_part_is_found() -> None:
    found = placed().find(Span(3, PAGE.index("31,240"), len(PAGE)))
    assert found == (TEXT.index("31,240"), len(TEXT))


@pytest.mark.parametrize("place", [Span(3, 26, 29), Span(4, 0, 5), Span(3, 11, 13)])
def test_what_stands_elsewhere_is_not_found(place: Span) -> None:
    assert placed().find(place) is None


def test_nothing_is_found_with_the_text_of_another_reading() -> None:
    assert placed(page=PAGE.replace("31", "32")).find(Span(3, 0, 5)) is None


def test_kept_places_are_those_of_the_letters_that_are_kept() -> None:
    text = "予 算\u00ad額\t1\u200b\n"
    assert kept_places(text) == [at for at, letter in enumerate(text) if is_kept(letter)]
