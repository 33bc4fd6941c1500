"""Fiscal years and pages in the words of those who cite them."""

import pytest

from corpus.types import Document, Page, Passage, Span
from tenkyo.fiscal_years import era_year
from ui.places import (
    citation_text,
    file_pages,
    fiscal_year,
    page_ranges,
    passage_pages,
    printed_pages,
    quoted_page,
)

REPORT = Document("a", "報告書.PDF", "監査報告書", "監査報告書", "架空県", 2023, 48)
NOTE = Document("b", "記録.txt", "記録", None, None, None, 0)


def passage(pages: tuple[int, ...], labels: tuple[str, ...]) -> Passage:
    return Passage("p", "a", (), "本文", tuple(Span(page, 0, 1) for page in pages), labels)


@pytest.mark.parametrize(
    ("year", "words"),
    [
        (2023, "令和5年度"),
        (2019, "令和元年度"),
        (2018, "平成30年度"),
        (1989, "平成元年度"),
        (1988, "昭和63年度"),
        (1926, "昭和元年度"),
        (1912, "大正元年度"),
        (1850, "1850年度"),
    ],
)
def test_a_fiscal_year_in_era_form(year: int, words: str) -> None:
    assert era_year(year) == words


def test_a_fiscal_year_shows_the_western_year_too() -> None:
    assert fiscal_year(2023) == "令和5年度（2023）"
    assert fiscal_year(None) == "年度不明"


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (["8"], "8"),
        (["8", "9", "10"], "8〜10"),
        (["3", "4", "8"], "3〜4・8"),
        (["ii", "iii"], "ii・iii"),
        (["資-1", "資-1"], "資-1"),
        ([], ""),
    ],
)
def test_pages_that_follow_each_other_become_a_range(labels: list[str], words: str) -> None:
    assert page_ranges(labels) == words


def test_the_file_page_and_the_printed_page_are_apart() -> None:
    assert passage_pages(REPORT, passage((12,), ("8",))) == "PDF 12頁 ／ 印刷 8頁"


def test_a_page_with_no_printed_number_says_so() -> None:
    assert printed_pages(()) == "印刷頁なし"
    assert printed_pages(("",)) == "印刷頁なし"


def test_a_format_without_pages_says_so_and_keeps_its_printed_page() -> None:
    assert passage_pages(NOTE, passage((1,), ("52",))) == "頁のない形式 ／ 印刷 52頁"


def test_pages_of_another_format_are_not_called_pdf() -> None:
    assert file_pages(Document("c", "表.xlsx", "表", None, None, None, 3), (2,)) == "ファイル 2頁"


def test_a_citation_holds_quote_title_issuer_year_and_both_pages() -> None:
    assert (
        citation_text(REPORT, passage((12, 13), ("8", "9")), "徹底すべきである。")
        == "「徹底すべきである。」\n架空県『監査報告書』（令和5年度、印刷 8〜9頁、PDF 12〜13頁）"
    )


def test_a_citation_leaves_out_what_is_not_known() -> None:
    assert citation_text(NOTE, passage((1,), ()), "引用") == "「引用」\n『記録』"


PAGES = [
    Page(12, "8", "本　文は次の\n頁に続く", "text"),
    Page(13, "9", "９０日ごとに\n変更すべきである。", "text"),
]


def test_a_citation_opens_the_page_that_holds_its_quote() -> None:
    assert quoted_page(passage((12, 13), ("8", "9")), PAGES, "90日ごとに変更") == 13
    assert quoted_page(passage((12, 13), ("8", "9")), PAGES, "次の頁に") == 12


def test_a_quote_over_two_pages_opens_the_first_of_them() -> None:
    assert quoted_page(passage((12, 13), ("8", "9")), PAGES, "続く90日") == 12


def test_a_quote_opens_only_a_page_of_its_passage() -> None:
    assert quoted_page(passage((12,), ("8",)), PAGES, "90日ごとに") == 12
    assert quoted_page(passage((1,), ()), [], "本文") is None
