"""Texts and names of two years in, what differs out."""

import pytest

from corpus.mapped_text import mapped
from corpus.sentences import split_sentences
from corpus.types import Page
from qa.comparing.differences import cut_pieces, differing_stretches
from qa.comparing.naming import YearNames, name_thing
from qa.comparing.pairing import pair_in_order
from qa.comparing.sheets import unwrapped
from qa.comparing.types import Piece
from tests.two_years import compared, texts_of

OWN = YearNames(2022, True)


def pieces(before: str, after: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in cut_pieces(before, after, differing_stretches(before, after))]


def test_a_figure_changes_as_a_whole() -> None:
    assert pieces("職員1,420人に配る。", "職員1,436人に配る。") == [
        ("same", "職員"),
        ("removed", "1,420"),
        ("added", "1,436"),
        ("same", "人に配る。"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("三つの領域に分けて守る。", "四つの領域に分けて確かに守る。"),
        ("同じ文である。", "同じ文である。"),
        ("全く別の話", "これは似ていない文章だ"),
        ("", "新しい"),
        ("△1,200千円の減", "1,200千円の増"),
    ],
)
def test_pieces_give_both_texts_back(before: str, after: str) -> None:
    told = pieces(before, after)
    assert "".join(text for kind, text in told if kind != "added") == before
    assert "".join(text for kind, text in told if kind != "removed") == after


def test_texts_that_share_next_to_nothing_stand_whole() -> None:
    assert pieces("拡充する方針とする", "見直しのうえ廃止") == [
        ("removed", "拡充する方針とする"),
        ("added", "見直しのうえ廃止"),
    ]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("(2) 令和4年度決算の内訳", "⟨+0⟩決算の内訳"),
        ("第2章 監査の結果", "監査の結果"),
        ("款 2. 総務費", "総務費"),
        ("10.需用費", "需用費"),
        ("○ 前年度の課題", "⟨-1⟩の課題"),
        ("令和5年度（予算）", "⟨+1⟩(予算)"),
        ("１ 市 税", "市税"),
        ("3", "3"),
    ],
)
def test_a_name_is_without_number_and_with_its_year_as_a_distance(printed: str, name: str) -> None:
    assert name_thing(printed, OWN) == name


def test_years_themselves_are_names_where_they_are_compared() -> None:
    assert name_thing("本年度予算", YearNames(2022, False)) == name_thing(
        "令和4年度予算", YearNames(2023, False)
    )


def test_sentences_in_between_are_added_and_removed_before_the_next_that_both_have() -> None:
    before = ("はじめの文である。", "消える文がここに一つある。", "おわりの文である。")
    after = ("はじめの文である。", "新しく書かれた別のこと。", "おわりの文である。")
    told = [(text.before, text.after) for text in texts_of(compared(before, after))]
    assert told == [
        ("はじめの文である。", "はじめの文である。"),
        ("消える文がここに一つある。", None),
        (None, "新しく書かれた別のこと。"),
        ("おわりの文である。", "おわりの文である。"),
    ]


def test_a_section_with_another_number_is_the_same() -> None:
    before = ("1 目的", "町を守る。", "2 方法", "毎年の点検を行う。")
    after = ("1 目的", "町を守る。", "2 経緯", "昨年の台風を受けた。", "3 方法", "毎月の点検を行う。")
    sections = {section.after: section for section in compared(before, after).sections}
    assert sections[("3 方法",)].before == ("2 方法",)
    assert sections[("2 経緯",)].pairing == "one_side"


LONG = "長い一文が紙の幅いっぱいに書かれており、行の終わりで二つに分かれてしまうが"


@pytest.mark.parametrize(
    ("lines", "sentences"),
    [
        ((LONG, "次の行に続く。"), [f"{LONG}次の行に続く。"]),
        ((LONG, "・次の項目である。"), [LONG, "・次の項目である。"]),
        ((LONG, "ア 次の項目である。"), [LONG, "ア 次の項目である。"]),
        (("短い行", "次の行である。"), ["短い行", "次の行である。"]),
        ((f"{LONG}終わる。", "次の文である。"), [f"{LONG}終わる。", "次の文である。"]),
    ],
)
def test_a_sentence_goes_on_over_a_full_line(lines: tuple[str, str], sentences: list[str]) -> None:
    page = Page(1, None, "\n".join(lines), "text")
    text = unwrapped(mapped(page))
    assert [one.text for one in split_sentences(text.text)] == sentences
    assert all(page.text[span.start : span.end] in text.text for span in text.spans())


def test_what_is_the_same_is_one_piece() -> None:
    assert cut_pieces("同じ", "同じ", differing_stretches("同じ", "同じ")) == (Piece("same", "同じ"),)


def test_a_letter_said_ten_thousand_times_is_not_aligned_letter_by_letter() -> None:
    assert pieces("あ" * 5000, "い" + "あ" * 5000) == [
        ("removed", "あ" * 5000),
        ("added", "い" + "あ" * 5000),
    ]


def test_of_very_many_equal_sentences_the_first_is_the_first() -> None:
    before, after = ["同じ"] * 600, ["同じ"] * 600 + ["違う"]
    assert pair_in_order(before, after, 0.5) == [(at, at) for at in range(600)]
