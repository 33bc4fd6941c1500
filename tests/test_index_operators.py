"""Quoted phrases, excluded words and field words of a query."""

import time

import pytest

from index.understanding.operators import split_operators


def read(query: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in split_operators(query)]


@pytest.mark.parametrize(
    "query", ['"三層の 対策"', "“三層の 対策”", "”三層の 対策“", "＂三層の 対策＂", '“三層の 対策"']
)
def test_any_pair_of_quotation_marks_holds_a_phrase(query: str) -> None:
    assert read(f"監査 {query} 結果") == [("words", "監査"), ("phrase", "三層の 対策"), ("words", "結果")]


def test_japanese_brackets_are_text() -> None:
    assert read("「三層の対策」") == [("words", "「三層の対策」")]


@pytest.mark.parametrize("hyphen", "-－‐‑−")
def test_a_hyphen_before_a_word_excludes_it(hyphen: str) -> None:
    assert read(f"監査 {hyphen}意見") == [("words", "監査"), ("exclude", "意見")]
    assert read(f'{hyphen}"包括外部 監査"') == [("exclude", "包括外部 監査")]


@pytest.mark.parametrize("word", ["Wi-Fi", "ICT-BCP", "2020-21", "-5%", "-1,234", "サーバー", "--option"])
def test_a_hyphen_in_a_word_or_before_a_figure_is_text(word: str) -> None:
    assert read(word) == [("words", word)]


def test_field_words_take_all_up_to_a_space() -> None:
    fields = [
        piece for piece in split_operators('年度:令和2,令和3 種別：監査 発行:"秋田 県" x年度:2') if piece.name
    ]
    assert [(piece.name, piece.text) for piece in fields] == [
        ("年度", "令和2,令和3"),
        ("種別", "監査"),
        ("発行", "秋田 県"),
    ]


@pytest.mark.parametrize(
    ("query", "kind"),
    [('監査 "結果', "unclosed_quote"), ('監査 "" 結果', "empty_phrase"), ("監査 - 結果", "lone_hyphen")],
)
def test_what_is_malformed_is_told_apart(query: str, kind: str) -> None:
    assert kind in [piece.kind for piece in split_operators(query)]


@pytest.mark.parametrize("piece", ['"', '" ', '-"', "-a ", "年度:", "－", '"a'])
def test_hostile_queries_take_bounded_time(piece: str) -> None:
    start = time.perf_counter()
    split_operators((piece * 4000)[:4000])
    assert time.perf_counter() - start < 1
