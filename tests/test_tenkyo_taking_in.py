"""A file that is brought in is stored once, known where the library holds it, or put back."""

from pathlib import Path

import pytest

from corpus import ParserProcess
from index import Library, refresh
from tenkyo.application import Application
from tenkyo.disk_use import disk_use
from tenkyo.removals import Removals
from tenkyo.settings import Settings, read_settings
from tenkyo.taking_in import drop_upload, take_in, waiting_uploads
from tenkyo.uploads import FOLDER, uploads_folder
from tests.library_files import TEXTS, write_texts
from tests.tiny_encoder import TinyEncoder

BUDGET = TEXTS["予算.md"].encode()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings(data=tmp_path / "library", cache=tmp_path / "cache")


@pytest.fixture
def application(settings: Settings, tmp_path: Path) -> Application:
    refresh(settings.data, [write_texts(tmp_path / "source")], TinyEncoder())
    library = Library.open(settings.data, TinyEncoder())
    return Application(settings, library, Removals(settings, TinyEncoder()), ParserProcess())


def test_the_first_file_waits_until_it_was_looked_at(settings: Settings) -> None:
    assert waiting_uploads(settings) == ()
    assert take_in(settings, None, "規程.txt", "保存する。\n".encode()).outcome == "stored"
    take_in(settings, None, "壊れた.pdf", b"no PDF")
    assert waiting_uploads(settings) == ("壊れた.pdf", "規程.txt")
    take_in(settings, None, "metadata.csv", "path,title\n規程.txt,文書規程\n".encode())
    refresh(settings.data, [uploads_folder(settings.data)], TinyEncoder())
    assert waiting_uploads(settings) == ()
    assert {each.title for each in Library.open(settings.data, TinyEncoder()).documents()} == {"文書規程"}


def test_what_the_library_holds_is_not_stored_again(settings: Settings, application: Application) -> None:
    taken = take_in(settings, application, "別名.md", BUDGET)
    assert (taken.outcome, taken.name) == ("known", "予算.md")
    assert not (settings.data / FOLDER).exists()


def test_another_file_of_the_same_name_is_told_to_bear_a_number(settings: Settings) -> None:
    assert not take_in(settings, None, "規程.txt", b"a").renamed
    assert not take_in(settings, None, "規程.txt", b"a").renamed
    taken = take_in(settings, None, "規程.txt", b"b")
    assert (taken.given, taken.name, taken.renamed) == ("規程.txt", "規程 (2).txt", True)


def test_what_was_removed_returns_and_what_was_forgotten_is_read_again(
    settings: Settings, application: Application
) -> None:
    document = next(each.id for each in application.index.documents() if each.path == "予算.md")
    application.removals.remove(document)
    assert take_in(settings, application, "予算.md", BUDGET).outcome == "returned"
    assert application.index.document(document) is not None
    application.removals.remove(document)
    application.removals.forget(application.removals.listed()[0])
    assert take_in(settings, application, "予算.md", BUDGET).outcome == "stored"
    assert refresh(settings.data, [uploads_folder(settings.data)], TinyEncoder()).read == ("予算.md",)


def test_what_returns_stays_though_its_file_is_gone_from_its_folder(
    settings: Settings, application: Application, tmp_path: Path
) -> None:
    document = next(each.id for each in application.index.documents() if each.path == "予算.md")
    application.removals.remove(document)
    (tmp_path / "source" / "予算.md").unlink()
    assert take_in(settings, application, "予算.md", BUDGET).outcome == "stored"
    assert application.index.document(document) is not None
    refresh(settings.data, [tmp_path / "source", uploads_folder(settings.data)], TinyEncoder())
    assert application.index.document(document) is not None


def test_an_upload_that_could_not_be_read_goes_with_the_word_of_it(
    settings: Settings, application: Application
) -> None:
    take_in(settings, application, "壊れた.pdf", b"no PDF")
    refresh(settings.data, [uploads_folder(settings.data)], TinyEncoder())
    assert [each.path for each in application.index.status().skipped] == ["壊れた.pdf"]
    drop_upload(settings, "壊れた.pdf")
    assert application.index.status().skipped == ()
    assert waiting_uploads(settings) == ()


def test_an_upload_can_be_dropped_before_there_is_a_library(settings: Settings) -> None:
    take_in(settings, None, "規程.txt", b"a")
    drop_upload(settings, "規程.txt")
    assert list(settings.data.rglob("*.*")) == []


def test_what_takes_the_disk_is_told_apart(settings: Settings, application: Application) -> None:
    take_in(settings, application, "大.txt", b"x" * 100_000)
    (settings.cache).mkdir()
    (settings.cache / "model").write_bytes(b"x" * 5_000)
    use = disk_use(settings)
    originals = sum(len(text.encode()) for text in TEXTS.values())
    assert use.files == 100_000 + originals
    assert use.model == 5_000
    assert min(use.text, use.indexes, use.kept, use.free) > 0
    parts = use.files + use.text + use.indexes + use.kept
    assert application.index.status().bytes_on_disk == parts
