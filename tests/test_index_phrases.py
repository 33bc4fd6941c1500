"""How much of a query stands in a text word for word."""

import pytest

from index.phrases import phrase_shares


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("パスワードの設定について", 1.0),
        ("パス ワード\nの設定", 1.0),
        ("設定の見直し", 0.25),
        ("ネットワーク", 0.25),
        ("予算", 0.0),
        ("", 0.0),
    ],
)
def test_the_longest_run_counts(text: str, share: float) -> None:
    assert phrase_shares("パスワードの設定", [text]).tolist() == [share]


def test_width_and_case_do_not_matter() -> None:
    assert phrase_shares("ＢＣＰ", ["bcpの策定"]).tolist() == [1.0]


def test_a_run_at_the_end_of_a_query_is_not_counted_longer_than_it_is() -> None:
    assert phrase_shares("要件定義書", ["書"]).tolist() == [0.2]
