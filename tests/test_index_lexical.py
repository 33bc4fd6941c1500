"""BM25 over lemmas and bigrams."""

from pathlib import Path

import numpy as np
import pytest

from corpus.types import Document
from index.legs.lexical import FieldWeights, LexicalIndex, LexicalWriter, removed_share
from index.legs.scores import Scores
from index.text.analysis import analyse
from index.text.passage_tokens import PassageTokens
from index.types import Filters
from index.understanding.lexical_query import LexicalQuery

TEXTS = {
    1: ("監査", "秋田県", 2020, "パスワードについての指摘事項"),
    2: ("監査", "秋田県", 2021, "備品の管理に関する意見"),
    3: ("予算", None, 2020, "パスワード管理システムの更新、1,234千円"),
    4: (None, "岐阜県", None, "庁舎の空調設備"),
}


def document(kind: str | None, issuer: str | None, year: int | None) -> Document:
    return Document("d", "d.txt", "題", kind, issuer, year, 0)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder = tmp_path_factory.mktemp("lexical")
    writer = LexicalWriter(folder)
    for number, (kind, issuer, year, text) in TEXTS.items():
        writer.add(number, PassageTokens(analyse(text)), document(kind, issuer, year))
    writer.commit()
    return LexicalIndex(folder)


def ids(scores: Scores) -> list[int]:
    return [int(number) for number in scores.ids]


def test_only_passages_that_share_a_token_are_found_best_first(index: LexicalIndex) -> None:
    found = index.search(LexicalQuery(analyse("パスワードの設定")), 10)
    assert ids(found)[:2] == [1, 3]
    assert 4 not in ids(found)
    assert list(found.values) == sorted(found.values, reverse=True)


def test_a_number_is_found_however_it_is_written(index: LexicalIndex) -> None:
    for query in ("1234", "1,234", "１２３４千円"):
        assert ids(index.search(LexicalQuery(analyse(query)), 1)) == [3]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(kinds=("監査",)), {1, 2}),
        (Filters(kinds=("予算",)), {3}),
        (Filters(issuers=("秋田県",), fiscal_years=(2021,)), {2}),
        (Filters(fiscal_years=(2020, 2021)), {1, 2, 3}),
        (Filters(kinds=("無い",)), set()),
    ],
)
def test_filters_let_through_what_fits_all_fields(
    index: LexicalIndex, filters: Filters, expected: set[int]
) -> None:
    assert set(ids(index.search(LexicalQuery(analyse("管理 パスワード 意見")), 10, filters))) == expected


def test_a_filter_does_not_change_scores(index: LexicalIndex) -> None:
    query = LexicalQuery(analyse("パスワード管理"))
    whole = index.search(query, 10)
    part = index.search(query, 10, Filters(kinds=("予算",)))
    assert part.values[0] == whole.values[ids(whole).index(3)]


def test_scores_of_given_passages_are_those_of_the_search(index: LexicalIndex) -> None:
    query = LexicalQuery(analyse("パスワードの設定"))
    found = index.search(query, 10)
    again = index.scores_of(query, np.array([3, 4]))
    assert ids(again) == [3]
    assert again.values[0] == found.values[ids(found).index(3)]


@pytest.mark.parametrize(
    "text", ['+監査 -"予算', "lemmas:監査 AND (", "* ? ~ ^ \\ /", "監査\0予算", "あ" * 3000]
)
def test_nothing_that_is_typed_is_syntax(index: LexicalIndex, text: str) -> None:
    index.search(LexicalQuery(analyse(text)), 10)


def test_a_query_of_thousands_of_words_keeps_the_rarest(index: LexicalIndex) -> None:
    many = "".join(f"{number}、" for number in range(5000, 7000))
    assert ids(index.search(LexicalQuery(analyse(many + "空調設備")), 1)) == [4]


def test_frequencies_count_passages(index: LexicalIndex) -> None:
    assert index.frequencies(["パスワード", "管理", "無い言葉"]) == {
        "パスワード": 2,
        "管理": 2,
        "無い言葉": 0,
    }


def test_a_removed_passage_is_found_no_more_and_the_others_are(tmp_path: Path) -> None:
    writer = LexicalWriter(tmp_path)
    for number in (1, 2, 3):
        writer.add(number, PassageTokens(analyse("監査の意見")), document(None, None, None))
    writer.commit()
    writer = LexicalWriter(tmp_path)
    writer.remove([1, 3])
    writer.add(4, PassageTokens(analyse("監査の指摘")), document(None, None, None))
    writer.commit()
    assert set(ids(LexicalIndex(tmp_path).search(LexicalQuery(analyse("監査")), 10))) == {2, 4}
    assert removed_share(tmp_path) == 0.5


def test_a_field_of_weight_0_does_not_count(tmp_path: Path) -> None:
    writer = LexicalWriter(tmp_path)
    writer.add(1, PassageTokens(analyse("見直した")), document(None, None, None))
    writer.commit()
    query = LexicalQuery(analyse("見直す"))
    assert ids(LexicalIndex(tmp_path, FieldWeights(1, 0, 0)).search(query, 5)) == [1]
    assert LexicalIndex(tmp_path, FieldWeights(0, 0, 0)).search(query, 5).ids.size == 0
