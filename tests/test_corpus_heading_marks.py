"""Headings that a file marks by style or type, and how they meet the numbering."""

import pytest

from corpus import split_sections
from corpus.structure.heading_marks import is_title
from corpus.types import ParsedDocument
from tests.corpus_files import parsed_pages, parsed_text
from tests.corpus_marks import with_marks, with_table


def paths(parsed: ParsedDocument) -> list[tuple[str, ...]]:
    return [section.headings for section in split_sections(parsed)]


def test_a_marked_line_without_a_number_is_a_heading() -> None:
    text = "計画\n前文である。\n背景\n背景を述べる。\n経緯\n経緯を述べる。\n対象\n対象を述べる。\n"
    parsed = with_marks(parsed_text(text), {"計画": 1, "背景": 2, "経緯": 3, "対象": 2})
    assert paths(parsed) == [("計画",), ("計画", "背景"), ("計画", "背景", "経緯"), ("計画", "対象")]


def test_numbers_without_a_mark_stand_under_marked_headings() -> None:
    text = "総論\n1 目的\n定める。\n2 範囲\n定める。\n各論\n1 窓口\n述べる。\n2 台帳\n述べる。\n"
    parsed = with_marks(parsed_text(text), {"総論": 1, "各論": 1})
    assert paths(parsed) == [
        ("総論", "1 目的"),
        ("総論", "2 範囲"),
        ("各論", "1 窓口"),
        ("各論", "2 台帳"),
    ]


def test_a_number_that_counts_on_goes_before_a_level() -> None:
    text = "1 目的\n定める。\n2 範囲\n定める。\n3 体制\n定める。\n"
    parsed = with_marks(parsed_text(text), {"1 目的": 1, "2 範囲": 2, "3 体制": 1})
    assert paths(parsed) == [("1 目的",), ("2 範囲",), ("3 体制",)]


def test_a_heading_whose_mark_is_missing_stands_beside_those_of_its_style() -> None:
    text = "第1章 総則\n第1節 目的\n定める。\n用語\n定める。\n第2節 範囲\n定める。\n第2章 体制\n定める。\n"
    parsed = with_marks(parsed_text(text), {"第1章 総則": 1, "第1節 目的": 2, "用語": 3})
    assert paths(parsed) == [
        ("第1章 総則", "第1節 目的"),
        ("第1章 総則", "第1節 目的", "用語"),
        ("第1章 総則", "第2節 範囲"),
        ("第2章 体制",),
    ]


def test_a_number_may_begin_again_under_the_next_mark_of_its_level() -> None:
    text = "総論\n1 目的\n定める。\n各論\n1 窓口\n述べる。\n"
    parsed = with_marks(parsed_text(text), {"総論": 1, "1 目的": 2, "各論": 1, "1 窓口": 2})
    assert paths(parsed) == [("総論", "1 目的"), ("各論", "1 窓口")]


def test_a_chapter_stands_over_what_is_marked_without_a_number() -> None:
    text = "はじめに\n述べる。\n第1章 総則\n定める。\n第2章 体制\n定める。\n"
    parsed = with_marks(parsed_text(text), {"はじめに": 2})
    assert paths(parsed) == [("はじめに",), ("第1章 総則",), ("第2章 体制",)]


@pytest.mark.parametrize(
    "words",
    [
        "この計画は、市が定める。",
        "表1 件数の推移",
        "図２－１ 体系",
        "第１-２-１図／研究費",
        "令和６年４月",
        "令和８年度",
        "（第４９事業年度）",
        "単位：千円",
        "※ 速報値",
        "名称\t所在地",
        "1,234 5,678",
        "■",
        "あ" * 120,
    ],
)
def test_what_is_set_apart_but_heads_nothing(words: str) -> None:
    assert not is_title(words)


@pytest.mark.parametrize("words", ["総務", "令和８年度予算の概要", "図書館の利用", "（仮称）文化館の整備"])
def test_what_can_head_a_section(words: str) -> None:
    assert is_title(words)


def test_a_mark_on_a_row_of_a_table_is_none() -> None:
    text = "職員の状況\n区分\t人数\n本庁\t120\n以上である。\n"
    parsed = with_table(parsed_text(text), [["区分", "人数"], ["本庁", "120"]])
    parsed = with_marks(parsed, {"職員の状況": 1, "区分\t人数": 2, "本庁\t120": 2})
    assert paths(parsed) == [("職員の状況",)]


def test_a_line_within_a_table_is_no_heading_even_without_a_tab() -> None:
    text = "第1章 方針\n方針を述べる。\n取組\t内容\n窓口\t改善\n体制\n内部\t強化\n以上である。\n"
    table = [["取組", "内容"], ["窓口", "改善"], ["体制"], ["内部", "強化"]]
    marked = with_marks(with_table(parsed_text(text), table), {"体制": 1})
    assert paths(marked) == [("第1章 方針",)]
    unruled = with_marks(parsed_text(text), {"体制": 1})
    assert paths(unruled) == [("第1章 方針",), ("第1章 方針", "体制")]


def test_a_heading_that_wraps_in_a_page_is_one() -> None:
    text = "債務負担行為の前年度末までの支出額及び当該\n年度以降の支出予定額\n本文である。\n続く文である。\n"
    levels = {"債務負担行為の前年度末までの支出額及び当該": 1, "年度以降の支出予定額": 1}
    whole = "債務負担行為の前年度末までの支出額及び当該年度以降の支出予定額"
    assert paths(with_marks(parsed_pages(text), levels)) == [(whole,)]


def test_paragraphs_marked_one_after_the_other_are_headings_each() -> None:
    parsed = with_marks(parsed_text("総論\n目的\n目的を定める。\n"), {"総論": 1, "目的": 1})
    assert paths(parsed)[-1] == ("目的",)


def test_of_a_cover_only_the_title_counts() -> None:
    cover = "緑野町\n図書館の運営方針\n教育委員会\n"
    levels = {"緑野町": 2, "図書館の運営方針": 1, "教育委員会": 2, "背景": 3}
    parsed = with_marks(parsed_pages(cover, "背景\n背景を述べる文である。\n"), levels)
    assert paths(parsed)[-1] == ("図書館の運営方針", "背景")


def test_a_mark_on_a_running_head_is_none() -> None:
    words = ("予算", "契約", "台帳", "研修")
    parsed = parsed_pages(*(f"運営方針\n{word}の話である。\n" for word in words))
    assert paths(with_marks(parsed, {"運営方針": 1})) == [()]


def test_the_name_of_each_sheet_heads_it() -> None:
    parsed = parsed_pages("歳入\n科目\t金額\n市税\t100\n", "歳出\n科目\t金額\n総務費\t90\n")
    assert paths(with_marks(parsed, {"歳入": 1, "歳出": 1})) == [("歳入",), ("歳出",)]
