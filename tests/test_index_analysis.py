"""Tokens: lemmas and bigrams, and where they stand in the text as it was."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from index.text.analysis import LONGEST_FOR_MECAB, analyse, tokens
from index.text.bigrams import bigrams
from index.text.folding import fold_text


def lemmas(text: str) -> list[str]:
    return [token.lemma for token in tokens(text)]


def pairs(text: str) -> list[str]:
    return [text for text, _, _ in bigrams(fold_text(text).text)]


def test_inflected_words_meet_in_their_lemma() -> None:
    assert "見直す" in lemmas("計画を見直した")
    assert "見直す" in lemmas("計画を見直さない")


def test_function_words_and_marks_are_dropped() -> None:
    assert lemmas("、。「」・はがをので（）") == []


def test_loan_words_lose_the_suffix_that_tells_homographs_apart() -> None:
    assert lemmas("サーバー") == ["サーバー"]


def test_symbols_that_are_letters_stay() -> None:
    assert {"α", "β"} <= set(lemmas("αモデルとβ'モデル"))


@pytest.mark.parametrize("text", ["1,234", "１，２３４", "1 , 2 3 4"])
def test_a_number_is_found_with_commas_and_without(text: str) -> None:
    assert {"1,234", "1234"} <= set(lemmas(text))
    assert {"1,234", "1234"} <= set(pairs(text))


def test_latin_words_are_whole_and_in_small_letters() -> None:
    assert pairs("ICT-BCPの策定") == ["ict", "bcp", "の策", "策定"]
    assert lemmas("ＩＣＴ部門")[0] == "ict"


def test_letter_spaced_words_are_closed_up_and_keep_their_place() -> None:
    text = "報 告 第 １ 号"
    found = {token.lemma: text[token.start : token.end] for token in tokens(text)}
    assert found["報告"] == "報 告"


def test_places_are_in_the_text_before_folding() -> None:
    text = "㈱ＡＢＣの①ｻｰﾊﾞｰを\u200b見直した"
    for token in (*analyse(text).lemmas, *analyse(text).bigrams):
        assert 0 <= token.start < token.end <= len(text)
    places = {token.lemma: text[token.start : token.end] for token in tokens(text)}
    assert places["サーバー"] == "ｻｰﾊﾞｰ"
    assert places["見直す"] == "見直し"
    assert places["abc"] == "ＡＢＣ"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "。", "\u0301", "ﾞ", "🎌", "각", "ß" * 40])
def test_any_text_folds_with_a_place_for_every_character(text: str) -> None:
    folded = fold_text(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start <= end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    analyse(text)


def test_a_single_character_is_a_token_and_pairs_never_cross_a_mark() -> None:
    assert pairs("県、市町村") == ["県", "市町", "町村"]
    assert pairs("𩸽を") == ["𩸽を"]


def test_a_very_long_text_is_cut_for_mecab_and_loses_nothing() -> None:
    text = "予算を執行した。" * (3 * LONGEST_FOR_MECAB // 8)
    found = [token for token in tokens(text) if token.lemma == "予算"]
    assert len(found) == text.count("予算")
    assert all(text[token.start : token.end] == "予算" for token in found)


def test_many_threads_analyse_alike() -> None:
    texts = [f"第{number}章の監査の指摘事項と意見" for number in range(60)]
    expected = [analyse(text) for text in texts]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(analyse, texts)) == expected
