"""Documents are taken out and put back in the app's words; forgetting deletes an upload, no other file."""

from pathlib import Path

import pytest

from index import Library, refresh
from index.storage.database import writing
from tenkyo.errors import TenkyoError
from tenkyo.removals import Removals
from tenkyo.settings import Settings, read_settings
from tenkyo.uploads import store_upload, uploaded_names, uploads_folder
from tests.library_files import TEXTS, write_texts
from tests.tiny_encoder import TinyEncoder

UPLOADED = "規程.txt"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = read_settings(data=tmp_path / "library")
    store_upload(settings, UPLOADED, "文書は五年保存する。\n".encode())
    refresh(settings.data, [write_texts(tmp_path / "source"), uploads_folder(settings.data)], TinyEncoder())
    return settings


@pytest.fixture
def removals(settings: Settings) -> Removals:
    return Removals(settings, TinyEncoder())


def documents(settings: Settings) -> dict[str, str]:
    """The ids of the documents by their paths."""
    return {each.path: each.id for each in Library.open(settings.data, TinyEncoder()).documents()}


def test_a_document_goes_and_returns(settings: Settings, removals: Removals) -> None:
    before = documents(settings)
    removals.remove(before["予算.md"])
    assert documents(settings).keys() == before.keys() - {"予算.md"}
    assert [each.path for each in removals.listed()] == ["予算.md"]
    removals.restore(before["予算.md"])
    assert documents(settings) == before
    assert removals.listed() == []


def test_a_forgotten_upload_is_deleted_and_may_be_uploaded_again(
    settings: Settings, removals: Removals
) -> None:
    removals.remove(documents(settings)[UPLOADED])
    removals.forget(removals.listed()[0])
    assert uploaded_names(settings.data) == []
    assert removals.listed() == []


def test_an_upload_stays_where_it_cannot_be_forgotten_now(
    settings: Settings, removals: Removals, monkeypatch: pytest.MonkeyPatch
) -> None:
    removals.remove(documents(settings)[UPLOADED])
    monkeypatch.setattr("index.runs.removing.PATIENCE", 0.0)
    with writing(settings.data), pytest.raises(TenkyoError):
        removals.forget(removals.listed()[0])
    assert uploaded_names(settings.data) == [UPLOADED]
    removals.forget(removals.listed()[0])
    assert (uploaded_names(settings.data), removals.listed()) == ([], [])


def test_a_forgotten_file_elsewhere_stays_where_it_is_and_is_left_out_until_it_is_let_in_again(
    settings: Settings, removals: Removals, tmp_path: Path
) -> None:
    removals.remove(documents(settings)["予算.md"])
    removals.forget(removals.listed()[0])
    assert (tmp_path / "source" / "予算.md").exists()
    assert refresh(settings.data, [tmp_path / "source"], TinyEncoder()).left_out == ("予算.md",)
    removals.forget(removals.listed()[0])
    assert removals.listed() == []
    assert refresh(settings.data, [tmp_path / "source"], TinyEncoder()).read == ("予算.md",)


def test_while_an_index_is_written_it_says_so(
    settings: Settings, removals: Removals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.storage.writer.PATIENCE", 0.0)
    with writing(settings.data), pytest.raises(TenkyoError) as refused:
        removals.remove(documents(settings)["予算.md"])
    assert "ほかの処理" in refused.value.japanese


def test_where_the_administrator_alone_may_nothing_is_taken_out(settings: Settings) -> None:
    closed = Removals(read_settings(data=settings.data, uploads=False), TinyEncoder())
    document = documents(settings)["予算.md"]
    for act in (closed.remove, closed.restore):
        with pytest.raises(TenkyoError) as refused:
            act(document)
        assert "管理者" in refused.value.japanese
    assert documents(settings).keys() == {*TEXTS, UPLOADED}
