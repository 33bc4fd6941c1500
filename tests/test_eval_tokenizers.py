"""Ways of cutting Japanese, on words of administration."""

import sys
from functools import lru_cache

import pytest

pytest.importorskip("ipadic", reason="ipadic, of the extra `peers`, is not installed")
pytest.importorskip("sudachidict_core", reason="SudachiPy, of the extra `peers`, is not installed")

from corpus import fold
from eval.tokenizers import TOKENIZERS, Tokenize, character_ngrams
from index.text.bigrams import bigrams

UNIDIC_LEMMAS, IPADIC, SUDACHI_A, SUDACHI_C = (
    "unidic lemmas",
    "ipadic base forms",
    "sudachi A",
    "sudachi C",
)


@lru_cache
def loaded(tokenizer: str) -> Tokenize:
    return TOKENIZERS[tokenizer]()


def cut(tokenizer: str, text: str) -> set[str]:
    return set(loaded(tokenizer)(fold(text)))


@pytest.mark.parametrize("tokenizer", TOKENIZERS)
def test_function_words_fall_away_and_empty_text_gives_nothing(tokenizer: str) -> None:
    tokenize = loaded(tokenizer)
    assert tokenize("") == tokenize(" 、。 ") == []


@pytest.mark.parametrize("tokenizer", sorted(TOKENIZERS.keys() - {"plain words", "unidic lemma pairs"}))
def test_latin_words_and_numbers_are_the_same_for_all(tokenizer: str) -> None:
    found = cut(tokenizer, "ＤＸ推進費は3,209円、Ｒ４年度")
    assert {"dx", "3,209", "3209", "r", "4"} <= found or {"dx", "3,209", "3209", "r4"} <= found


@pytest.mark.parametrize(
    ("tokenizer", "text", "wanted"),
    [
        (UNIDIC_LEMMAS, "令和", {"令和"}),
        (IPADIC, "令和", {"令", "和"}),
        (IPADIC, "契約を結んだ", {"契約", "結ぶ"}),
        ("ipadic surfaces", "契約を結んだ", {"契約", "結ん"}),
        ("unidic lemma pairs", "指定管理者の選定", {"指定 管理", "管理 者"}),
        ("unidic surfaces", "取扱いを定めた", {"取扱い", "定め"}),
        (SUDACHI_A, "取扱い", {"取り扱い"}),
        ("sudachi A surfaces", "取扱い", {"取扱い"}),
        (SUDACHI_A, "会計年度", {"会計", "年度"}),
        (SUDACHI_C, "会計年度", {"会計年度"}),
        (SUDACHI_C, "附属", {"付属"}),
        ("sudachi C surfaces", "附属", {"附属"}),
        ("characters", "予算", {"予", "算"}),
        ("trigrams", "補正予算", {"補正予", "正予算"}),
        ("trigrams", "橋", {"橋"}),
        ("plain words", "補正予算を定めた。橋", {"補正予算を定めた"}),
    ],
)
def test_each_cuts_in_its_own_way(tokenizer: str, text: str, wanted: set[str]) -> None:
    assert cut(tokenizer, text) == wanted


def test_ngrams_of_two_are_the_indexs_bigrams() -> None:
    text = fold("橋、報 告 第 12号の補正予算（ＩＴ）")
    assert sorted(character_ngrams(2)(text)) == sorted(found for found, _, _ in bigrams(text))


@pytest.mark.parametrize(("tokenizer", "module"), [(IPADIC, "ipadic"), (SUDACHI_A, "sudachipy")])
def test_without_its_package_the_extra_is_named(
    tokenizer: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=r"tenkyo\[peers\]"):
        TOKENIZERS[tokenizer]()
