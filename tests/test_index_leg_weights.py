"""How much the dense leg counts for a query."""

import pytest

from index.leg_weights import weight_of_dense


@pytest.mark.parametrize(
    "query",
    [
        "What is a business continuity plan?",
        "where does the report discuss passwords",
        "VPN を含む規程",
        "BCP",
    ],
)
def test_words_of_another_language_are_left_to_the_dense_leg(query: str) -> None:
    foreign = query[0].lower() == "w"
    assert weight_of_dense(query, 0.4) == (1.0 if foreign else 0.4)


@pytest.mark.parametrize(
    "query", ["LGWAN VPN BCP IT-BCP", "1,192,893", "三層の対策", "the ガイドライン of this"]
)
def test_all_other_queries_keep_the_usual_share(query: str) -> None:
    assert weight_of_dense(query, 0.4) == 0.4
