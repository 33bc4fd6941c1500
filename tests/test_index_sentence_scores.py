"""How near each sentence of a passage is to a query, from the vectors that were indexed."""

from pathlib import Path

import pytest

from index import Library, QueryError, index_documents
from index.text.context import unit_places
from tests.library_files import made_document
from tests.tiny_encoder import TinyEncoder

TEXT = (
    "庁舎の照明を取り替える工事を秋までに終える見込みである。"
    "パスワードは九十日ごとに変更しなければならないと定めている。"
    "表\n件数"
)
MADE = made_document(
    "甲", [TEXT, "別の箇所である。備品の管理について述べる文章である。"], "報告書", "県", 2020
)


@pytest.fixture
def library(tmp_path: Path, tiny_encoder: TinyEncoder) -> Library:
    index_documents(tmp_path / "library", [MADE], tiny_encoder)
    return Library.open(tmp_path / "library", tiny_encoder)


def test_the_sentence_that_says_so_is_the_nearest(library: Library) -> None:
    passages = MADE[2]
    scores = library.sentence_scores("パスワードの変更", passages)
    assert set(scores) == {passage.id for passage in passages}
    best = max(scores[passages[0].id], key=lambda one: one.score)
    assert "パスワード" in TEXT[best.start : best.end]
    assert [(one.start, one.end) for one in scores[passages[0].id]] == [
        (place.start, place.end) for place in unit_places(TEXT)
    ]


def test_the_best_sentence_scores_as_its_passage_does_with_the_dense_leg(library: Library) -> None:
    hit = library.search("備品の管理", legs="dense")[0]
    scores = library.sentence_scores("備品の管理", [hit.passage])[hit.passage.id]
    assert max(one.score for one in scores) == pytest.approx(hit.score, abs=1e-5)


def test_a_passage_that_is_not_there_has_no_scores(library: Library) -> None:
    other = made_document("乙", ["どこにもない。"])[2]
    assert library.sentence_scores("備品", other) == {}


def test_a_query_that_cannot_be_searched_is_refused(library: Library) -> None:
    with pytest.raises(QueryError):
        library.sentence_scores("", MADE[2])


def test_short_sentences_stand_together_and_nothing_is_lost() -> None:
    places = unit_places(TEXT)
    assert len(places) == 2 and places[-1].text.endswith("表\n件数")
