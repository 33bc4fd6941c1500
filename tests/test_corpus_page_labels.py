"""Printed page numbers: read where a run of them holds together, never made up."""

from collections.abc import Sequence

import pytest

from corpus.structure.page_labels import label_pages
from corpus.structure.page_numerals import page_numeral, page_numerals, roman_numeral, roman_value
from corpus.types import Page, ReadBy
from tests.corpus_files import pages_of

BODY = "これは本文である。\nここにも本文がある。\n次の行にも続く。\nさらに続く。\n"


def labels(*texts: str, stated: Sequence[str | None] = ()) -> list[str | None]:
    return [page.label for page in label_pages(pages_of(*texts, labels=stated))]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("- 12 -", 12),
        ("―　174　― 介護保険", 174),
        ("― 201 ―", 201),
        ("－ 205 －", 205),
        ("－１－", 1),
        ("― \u30008\u3000 ― 一般会計", 8),
        ("2", 2),
        ("12頁", 12),
        ("P.7", 7),
        ("３４ページ", 34),
        ("一般会計 ―　12　―", 12),
        ("― 174 ―\t介護保険", 174),
        ("一 203 一", 203),
        ("Page 7", 7),
        ("第3頁", 3),
    ],
)
def test_the_forms_that_offices_print(line: str, value: int) -> None:
    numeral = page_numeral(line)
    assert numeral is not None
    assert (numeral.value, numeral.roman) == (value, False)


@pytest.mark.parametrize("line", ["第12回", "1,192", "12.5", "令和6年度", "1 総則", "計 12", "", "mix", "-5"])
def test_what_prints_no_page_number(line: str) -> None:
    assert page_numeral(line) is None


def test_roman_numerals() -> None:
    assert [roman_numeral(value) for value in (1, 4, 9, 14, 40)] == ["i", "iv", "ix", "xiv", "xl"]
    assert all(roman_value(roman_numeral(value)) == value for value in range(1, 90))
    assert roman_value("iiii") == roman_value("vx") == roman_value("") == 0


@pytest.mark.parametrize("form", ["- {} -", "―　{}　― 介護保険", "－{}－", "{}", "{}頁"])
@pytest.mark.parametrize("first", [1, 203])
@pytest.mark.parametrize("at_top", [True, False])
def test_a_run_of_numbers_is_read(form: str, first: int, at_top: bool) -> None:
    numbers = [form.format(first + at) for at in range(4)]
    texts = [f"{n}\n{BODY}" if at_top else f"{BODY}{n}\n" for n in numbers]
    assert labels(BODY, *texts) == [None, *(str(first + at) for at in range(4))]


def test_numbers_at_the_top_of_even_and_the_foot_of_odd_pages_are_one_run() -> None:
    texts = [f"― {n} ―\n{BODY}" if n % 2 else f"{BODY}― {n} ―" for n in range(1, 7)]
    assert labels(*texts) == [str(n) for n in range(1, 7)]


def test_front_pages_have_roman_numbers() -> None:
    texts = [f"{BODY}{n}" for n in ("i", "ii", "iii", "1", "2", "3")]
    assert labels(*texts) == ["i", "ii", "iii", "1", "2", "3"]


def test_a_stray_figure_is_no_page_number() -> None:
    assert labels(f"{BODY}7", f"{BODY}120", f"{BODY}3", BODY) == [None] * 4


def test_a_figure_in_the_middle_of_a_page_is_no_page_number() -> None:
    texts = [f"{BODY}{n}\n{BODY}" for n in (1, 2, 3)]
    assert labels(*texts) == [None] * 3


def test_a_run_goes_before_a_stray_figure_on_the_same_page() -> None:
    texts = [f"3\n{BODY}- {n} -" for n in (11, 12, 13)]
    assert labels(*texts) == ["11", "12", "13"]


def test_the_offset_may_change_within_a_file() -> None:
    texts = [f"{BODY}― {n} ―" for n in (207, 208)] + [BODY, ""] + [f"{BODY}― {n} ―" for n in (209, 210)]
    assert labels(*texts) == ["207", "208", None, None, "209", "210"]


def test_facing_pages_have_both_numbers() -> None:
    texts = [f"{BODY}- 1 -"] + [f"{BODY}- {n} -\n{BODY}- {n + 1} -" for n in (2, 4, 6)] + [f"{BODY}- 8 -"]
    assert labels(*texts) == ["1", "2-3", "4-5", "6-7", "8"]


def test_a_page_counted_but_not_printed_has_the_number_it_is_counted_as() -> None:
    texts = [f"{BODY}- {n} -" for n in (4, 5)] + [BODY] + [f"{BODY}- {n} -" for n in (7, 8)]
    assert labels(*texts) == ["4", "5", "6", "7", "8"]


def test_pages_before_and_after_a_run_have_none() -> None:
    texts = [f"{BODY}- {n} -" for n in (2, 3, 4)]
    assert labels(BODY, *texts, BODY) == [None, "2", "3", "4", None]


def test_a_picture_beside_a_run_has_the_number_that_the_run_leads_to() -> None:
    numbered = [Page(n, None, f"{BODY}- {n + 200} -", "text") for n in (3, 4, 5)]
    pages = [Page(1, None, BODY, "text"), Page(2, None, "", "none"), *numbered, Page(6, None, "", "none")]
    assert [page.label for page in label_pages(pages)] == [None, "202", "203", "204", "205", "206"]


def test_page_labels_of_the_file_serve_where_nothing_is_printed() -> None:
    assert labels(BODY, BODY, BODY, stated=("i", "ii", "1")) == ["i", "ii", "1"]


def test_page_labels_that_only_count_the_pages_say_nothing() -> None:
    assert labels(BODY, BODY, stated=("1", "2")) == [None, None]


def test_what_is_printed_goes_before_page_labels() -> None:
    texts = [f"{BODY}- {n} -" for n in (11, 12, 13)]
    assert labels(*texts, stated=("1", "2", "4")) == ["11", "12", "13"]


def test_a_covers_page_label_is_not_printed_on_it() -> None:
    texts = [f"{BODY}- {n} -" for n in (1, 2, 3)]
    assert labels("表紙", *texts, stated=("I", "1", "2", "3")) == [None, "1", "2", "3"]


def read_pages(*texts: str, read_by: Sequence[ReadBy] = ()) -> tuple[Page, ...]:
    how = [*read_by, *(["ocr"] * (len(texts) - len(read_by)))]
    return tuple(Page(at, None, text, how[at - 1]) for at, text in enumerate(texts, 1))  # type: ignore[arg-type]


def test_what_ocr_misread_gives_way_to_the_pages_around_it() -> None:
    texts = [f"{BODY}- {n} -" for n in (21, 22, 93, 24, 25)]
    assert [page.label for page in label_pages(read_pages(*texts))] == ["21", "22", "23", "24", "25"]


def test_a_single_number_read_by_ocr_is_not_enough() -> None:
    pages = label_pages(read_pages(BODY, f"{BODY}- 22 -", BODY))
    assert [page.label for page in pages] == [None] * 3


def test_a_scan_put_before_a_run_has_the_number_it_leads_to() -> None:
    texts = [BODY, f"{BODY}― 2Q3 ―", *(f"{BODY}― {n} ―" for n in (204, 205, 206))]
    pages = label_pages(read_pages(*texts, read_by=["text", "ocr", "text", "text", "text"]))
    assert [page.label for page in pages] == [None, "203", "204", "205", "206"]


def test_the_cover_of_a_scanned_document_has_no_number() -> None:
    texts = ["議案書", *(f"{BODY}{n}" for n in (2, 3, 4))]
    assert [page.label for page in label_pages(read_pages(*texts))] == [None, "2", "3", "4"]


def test_in_a_file_of_few_pages_two_numbers_that_count_them_are_enough() -> None:
    assert labels(BODY, f"{BODY}2", f"{BODY}3") == [None, "2", "3"]
    assert labels(BODY, f"{BODY}7", f"{BODY}8") == [None] * 3
    assert labels(*[BODY] * 8, f"{BODY}9", f"{BODY}10") == [None] * 10


def test_two_numbers_on_one_line_are_those_of_facing_pages() -> None:
    assert [one.value for one in page_numerals("－ 2 － － 3 －")] == [2, 3]
    texts = [f"{BODY}－ {n} －\t－ {n + 1} －" for n in (2, 4, 6)]
    assert labels(*texts) == ["2-3", "4-5", "6-7"]


def test_facing_pages_with_bare_numbers() -> None:
    texts = [f"{BODY}{n}\n{BODY}{n + 1}" for n in (12, 14, 16, 18)]
    pages = [
        Page(at, None, text, "text", right=((len(text) // 2, len(text)),)) for at, text in enumerate(texts, 1)
    ]
    assert [page.label for page in label_pages(pages)] == ["12-13", "14-15", "16-17", "18-19"]


@pytest.mark.parametrize("years", [("2021", "2025", "2030"), ("１，２３４", "１，２３５", "１，２３６")])
def test_years_and_amounts_at_an_edge_are_no_page_numbers(years: tuple[str, ...]) -> None:
    assert labels(*(f"{BODY}{year}" for year in years)) == [None] * 3
