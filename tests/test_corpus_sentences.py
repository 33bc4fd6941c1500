"""Sentences and rows: where they end, and that nothing is lost."""

import pytest

from corpus.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("導入した。効果は？高い！", ["導入した。", "効果は？", "高い！"]),
        ("「導入した。」と答えた。次は", ["「導入した。」と答えた。", "次は"]),
        (
            "廃止する（来年度。ただし例外あり。）ものとする。",
            ["廃止する（来年度。ただし例外あり。）ものとする。"],
        ),
        ("適切である。）次に", ["適切である。）", "次に"]),
        ("（閉じない括弧。次の文。", ["（閉じない括弧。", "次の文。"]),
        ("区分\t金額\n旅費\t782\n\n 合計\t1,200 ", ["区分\t金額", "旅費\t782", "合計\t1,200"]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_sentences_and_rows(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == sentences


def test_offsets_are_those_of_the_text_and_only_white_space_is_left_out() -> None:
    text = "第1章\n　三層の対策（「αモデル」。）をいう。\t次に、\nβ'モデル\n"
    sentences = split_sentences(text)
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in sentences)
    assert "".join("".join(s.text for s in sentences).split()) == "".join(text.split())


def test_stops_and_brackets_without_end_take_no_longer_than_their_length() -> None:
    assert [sentence.end for sentence in split_sentences("。" * 50_000)] == [50_000]
    assert [sentence.end for sentence in split_sentences("「" * 20_000 + "。" + "」" * 20_000)] == [40_001]
