"""The tokenizer's normalisation, which must be that of the original model."""

from collections.abc import Callable
from pathlib import Path

import pytest

from embeddings.bundled import locate_packed_file
from embeddings.packed import Vocabulary, read_packed
from embeddings.unigram import build_tokenizer
from tests import tiny_model


def normaliser(vocabulary: Vocabulary) -> Callable[[str], str]:
    normalise: Callable[[str], str] = build_tokenizer(vocabulary).normalizer.normalize_str
    return normalise


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    path: Path = tmp_path_factory.mktemp("packed") / "tiny.bin"
    path.write_bytes(tiny_model.packed_bytes())
    return read_packed(path).vocabulary


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("令和２年～令和５年", "令和2年～令和5年"),
        ("ＩＴ　① ㈱", "IT 1 (株)"),
        ("ｶﾞｲﾄﾞﾗｲﾝ", "ガイドライン"),
        ("一行目\n二行目\t三", "一行目 二行目 三"),
        ("制御\x01文字\x7f", "制御文字"),
        ("幅の\u200b無い", "幅の 無い"),
        ("間　 　隔", "間 隔"),
    ],
)
def test_text_is_normalised_as_the_original_does(tiny: Vocabulary, text: str, normalised: str) -> None:
    assert normaliser(tiny)(text) == normalised


def test_a_text_stands_between_the_begin_and_end_tokens(tiny: Vocabulary) -> None:
    tokens = build_tokenizer(tiny).encode("query: 委託料　監査").tokens
    assert tokens[:2] == ["<s>", "▁query"]
    assert tokens[-2:] == ["監査", "</s>"]
    assert "委託料" in tokens


@pytest.mark.model
def test_every_code_point_that_the_file_names_is_normalised_as_it_says() -> None:
    model = read_packed(locate_packed_file())
    normalise = normaliser(model.vocabulary)
    # A letter on each side, so that spaces are not taken together or away.
    wrong = {
        code: (normalise(f"a{code}a"), expected)
        for code, expected in model.normalisation.items()
        if normalise(f"a{code}a") != normalise(f"a{expected}a")
    }
    assert not wrong
