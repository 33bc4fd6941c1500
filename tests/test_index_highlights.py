"""What of a passage is marked for a query."""

from itertools import pairwise

import pytest

from index.ranking.highlights import MarkedWords, find_highlights, marked_words, merge
from index.types import Facets
from index.understanding.query_plan import KnownWords, plan_query
from index.understanding.synonyms import Synonyms, read_synonyms

KNOWN = KnownWords(read_synonyms(["BCP, 業務継続計画"], "synonyms.txt"), Synonyms)


def words_of(query: str) -> MarkedWords:
    return marked_words(plan_query(query, Facets, KNOWN))


def marked(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in find_highlights(words_of(query), text)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("パスワード", "職員のパスワードを変更する", ["パスワード"]),
        ("見直す", "計画を見直した", ["見直し"]),
        ("三層の対策", "いわゆる三層の対策とは", ["三層の対策"]),
        ("1234千円", "計1,234千円である", ["1,234千円"]),
        ("IT調達", "Ｉ Ｔ 調達の事務", ["Ｉ Ｔ", "調達"]),
        ("全く別の話", "予算書", []),
        ("令和2年度", "2020年度と令和3年度、R2の決算", ["2020年度", "R2"]),
        ("3,209百万円", "総額は32億900万円", ["32億900万円"]),
        ("32億900万円", "（単位：千円）\n人件費\t3,209,000", ["3,209,000"]),
        ("BCP", "業務継続\n計画を定める", ["業務継続\n計画"]),
        ("サーバ", "サーバーを置く", ["サーバー"]),
        ("server", "サーバーを置く", ["サーバー"]),
        ("強靭化", "国土強靱化の計画", ["強靱化"]),
    ],
)
def test_words_of_the_query_are_marked_as_they_stand_in_the_text(
    query: str, text: str, expected: list[str]
) -> None:
    assert marked(query, text) == expected


def test_one_pair_of_characters_alone_is_not_marked() -> None:
    assert marked("会計検査", "都計画の検算") == []


def test_ranges_are_sorted_and_apart() -> None:
    assert merge([(5, 7), (0, 2), (2, 3), (6, 9)]) == ((0, 3), (5, 9))
    text = "監査の指摘事項。監査委員の意見と指摘。"
    ranges = find_highlights(words_of("監査 指摘事項 意見"), text)
    assert ranges == tuple(sorted(ranges))
    assert all(first[1] < second[0] for first, second in pairwise(ranges))
