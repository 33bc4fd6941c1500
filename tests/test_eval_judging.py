"""When a hit is right: its document, and a quote in its text or one of the pages."""

import unicodedata

import pytest

from corpus import squeeze
from corpus.types import Document, Passage, Span
from eval.judging import is_right
from eval.questions import Place
from index.types import Hit


def hit(text: str, page: int = 1, path: str = "監査/報告書.pdf", page_count: int = 50) -> Hit:
    document = Document("d", path, "報告書", None, None, None, page_count)
    return Hit(Passage("d-1", "d", (), text, (Span(page, 0, len(text)),)), document, 1.0, 1)


def test_squeeze_makes_widths_one_and_removes_white_space() -> None:
    assert squeeze("Ｉ Ｔ\n予算　１，２００") == "IT予算1,200"


@pytest.mark.parametrize(
    ("place", "right"),
    [
        (Place("報告書.pdf", quotes=("委託 料は 1,200千円",)), True),
        (Place("報告書.pdf", quotes=("そこにない", "委託料")), True),
        (Place("報告書.pdf", quotes=("工事費",)), False),
        (Place("報告書.pdf", pages=(11, 12)), True),
        (Place("報告書.pdf", pages=(13,)), False),
        (Place("報告書.pdf", pages=(13,), quotes=("委託料",)), True),
        (Place("別の報告書.pdf", pages=(12,), quotes=("委託料",)), False),
    ],
)
def test_a_hit_is_right_by_quote_or_by_page_in_that_document(place: Place, right: bool) -> None:
    assert is_right(hit("委託料は１，２００千円\nである。", page=12), place) is right


def test_documents_compare_by_file_name_however_it_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "監査/ガイドブック.pdf")
    assert is_right(hit("要点", path=decomposed), Place("ガイドブック.pdf", quotes=("要点",)))


def test_a_file_with_no_pages_of_its_own_is_never_right_by_page() -> None:
    assert not is_right(hit("要点", page=1, page_count=0), Place("報告書.pdf", pages=(1,)))
