"""A reranker named in the settings: used where it is one, told in both languages where it is not."""

from pathlib import Path

import pytest

from embeddings import load_encoder
from index import index_documents
from tenkyo.assembly import open_application
from tenkyo.errors import TenkyoError
from tenkyo.settings import Settings
from tests.library_files import made_document
from tests.tiny_cross_encoder import write_cross_encoder


@pytest.fixture
def settings(tmp_path: Path, tiny_model: Path) -> Settings:
    texts = ["監査の報告書", "予算と決算", "雨が降る", "委託料の単価"]
    encoder = load_encoder(str(tiny_model), tmp_path)
    index_documents(tmp_path / "library", [made_document("甲", texts)], encoder)
    return Settings(data=tmp_path / "library", cache=tmp_path, encoder=str(tiny_model))


def test_none_is_used_by_itself(settings: Settings) -> None:
    assert settings.reranker is None


def test_the_one_that_is_named_scores_the_hits(settings: Settings, tmp_path: Path, tiny_model: Path) -> None:
    folder = write_cross_encoder(tmp_path / "reranker", tiny_model)
    reranked = open_application(settings.model_copy(update={"reranker": str(folder)}))
    found, plain = (each.index.search("監査") for each in (reranked, open_application(settings)))
    assert {hit.passage.id for hit in found} == {hit.passage.id for hit in plain}
    assert [hit.score for hit in found] != [hit.score for hit in plain]
    assert all(0 <= hit.score <= 1 for hit in found)


@pytest.mark.parametrize("name", ["/no/such/folder", "no such model"])
def test_one_that_is_absent_is_told_in_both_languages(settings: Settings, name: str) -> None:
    with pytest.raises(TenkyoError, match=f"there is no model {name} on this machine") as told:
        open_application(settings.model_copy(update={"reranker": name}))
    assert told.value.japanese.startswith("並べ替え用のモデルを使えません")
