"""What sentences of a passage may be quoted as an answer."""

import random

from qa.candidates.sentences import LONGEST, find_stretches


def quoted(text: str, own: int = 0) -> list[str]:
    return [text[start:end] for start, end in find_stretches(text, own)]


def test_sentences_stand_alone_and_with_their_neighbours() -> None:
    assert quoted("甲である。乙である。丙である。丁である。") == [
        "甲である。",
        "甲である。乙である。",
        "甲である。乙である。丙である。",
        "乙である。",
        "乙である。丙である。",
        "乙である。丙である。丁である。",
        "丙である。",
        "丙である。丁である。",
        "丁である。",
    ]


def test_a_row_of_a_table_is_not_quoted_with_its_neighbours() -> None:
    assert quoted("旅費\t782\n委託料\t4,320\nなお、税を含む。") == [
        "旅費\t782",
        "委託料\t4,320",
        "なお、税を含む。",
    ]


def test_a_long_sentence_is_cut_at_its_clauses() -> None:
    clauses = [
        f"第{number}の場合にあっては所属長の承認を得た上で速やかに届け出るものとし、" for number in range(9)
    ]
    stretches = quoted("".join(clauses))
    assert len(stretches) > 1
    for text in stretches:
        assert len(text) <= LONGEST
        assert text.startswith("第") and text.endswith("、")


def test_a_long_row_is_cut_at_its_cells() -> None:
    cells = [f"費目{number}の額{number},000千円" for number in range(40)]
    stretches = quoted("\t".join(cells))
    assert len(stretches) > 1
    for text in stretches:
        assert len(text) <= LONGEST
        assert set(text.split("\t")) <= set(cells)


def test_heads_told_again_before_a_table_are_not_quoted() -> None:
    heads = "区分\t金額\n"
    assert quoted(heads + "旅費\t782", own=len(heads)) == ["旅費\t782"]


def test_whatever_the_text_stretches_are_short_and_leave_no_letter_out() -> None:
    chance = random.Random(0)
    for _ in range(100):
        text = "".join(chance.choice("あ委託料、。\t 1,\n「」") for _ in range(chance.randrange(1, 500)))
        stretches = find_stretches(text)
        assert all(0 < end - start <= LONGEST for start, end in stretches)
        covered = {at for start, end in stretches for at in range(start, end)}
        assert {at for at, letter in enumerate(text) if not letter.isspace()} <= covered
