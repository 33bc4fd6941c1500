"""A query that cannot be searched gets one clear sentence in Japanese."""

import pytest

from ui.refusals import LONGEST_QUERY, complaint, refusal


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("", "入力してください"),
        ("　 ", "入力してください"),
        ("！？…〜", "記号だけ"),
        ("字" * 10_000, "10,000文字は長すぎます"),
    ],
)
def test_what_is_wrong_is_said(query: str, part: str) -> None:
    assert part in (complaint(query) or "")


@pytest.mark.parametrize("query", ["三層", "Ⅱ", "β'", "①", "2023", "字" * LONGEST_QUERY])
def test_what_can_be_searched_is_let_through(query: str) -> None:
    assert complaint(query) is None


def test_what_the_index_alone_refuses_is_said_too() -> None:
    assert "検索できません" in refusal("の")
