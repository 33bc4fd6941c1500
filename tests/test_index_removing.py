"""A document that a user took out is gone from search, stays out, and returns as it was."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from index import (
    BusyLibraryError,
    Library,
    LibraryError,
    forget_document,
    refresh,
    remove_document,
    removed_documents,
    restore_document,
)
from index.storage import writer
from index.storage.database import FILE_NAME, writing
from index.storage.readings import FILE_NAME as READINGS
from index.storage.removed import CONTENT
from tests.library_files import TEXTS, write_texts
from tests.tiny_encoder import TinyEncoder

BUDGET = "予算.md"
DIED = 9


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_texts(tmp_path / "source")


@pytest.fixture
def data(source: Path, tmp_path: Path) -> Path:
    refresh(tmp_path / "library", [source], TinyEncoder())
    return tmp_path / "library"


def paths(data: Path, query: str = "庁内") -> list[str]:
    return [hit.document.path for hit in Library.open(data, TinyEncoder()).search(query, legs="lexical")]


def budget(data: Path) -> str:
    return next(d.id for d in Library.open(data, TinyEncoder()).documents() if d.path == BUDGET)


def contents(data: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows that say what the library holds; passages have new numbers when they return."""
    with closing(sqlite3.connect(data / FILE_NAME)) as connection:
        return {
            table: sorted(
                (row[1:] if table == "passages" else row)
                for row in connection.execute(f"SELECT * FROM {table}").fetchall()
            )
            for table in ("documents", *CONTENT)
        }


@contextmanager
def dying_at(place: str) -> Iterator[bool]:
    """Runs its block in a fork of this process, which dies without a word at a place of the writer; tells
    which of the two one is."""
    child = os.fork()
    if child == 0:
        try:
            vars(writer)[place] = lambda *_: os._exit(DIED)
            yield True
        finally:
            os._exit(1)
    yield False
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == DIED


def test_it_is_gone_from_all_that_can_be_asked_and_listed_among_the_removed(data: Path) -> None:
    document = budget(data)
    assert remove_document(data, document, TinyEncoder())
    library = Library.open(data, TinyEncoder())
    assert paths(data) == []
    assert document not in {hit.document.id for hit in library.search("予算", legs="dense")}
    assert BUDGET not in {each.path for each in library.documents()}
    assert library.document(document) is None
    assert library.original(document) is None
    [removed] = removed_documents(data)
    assert (removed.id, removed.path, removed.title, removed.forgotten) == (
        document,
        BUDGET,
        "予算",
        False,
    )
    assert not remove_document(data, document, TinyEncoder())
    assert len(removed_documents(data)) == 1


def test_search_stays_proven_without_it_and_with_it(data: Path) -> None:
    remove_document(data, document := budget(data), TinyEncoder())
    proof = Library.open(data, TinyEncoder()).status().proof
    assert (proof.proven, proof.unproven) == (len(TEXTS) - 1, 0)
    restore_document(data, document, TinyEncoder())
    proof = Library.open(data, TinyEncoder()).status().proof
    assert (proof.proven, proof.unproven) == (len(TEXTS), 0)


def test_its_folder_indexed_again_leaves_it_out_in_words_and_skips_nothing(data: Path, source: Path) -> None:
    remove_document(data, budget(data), TinyEncoder())
    for _ in range(2):
        report = refresh(data, [source], TinyEncoder())
        assert report.left_out == (BUDGET,)
        assert (report.read, report.skipped, report.removed) == ((), (), ())
        assert len(report.unchanged) == len(TEXTS) - 1
        assert paths(data) == []


def test_a_copy_of_it_stays_out_too_but_a_new_version_comes_in(data: Path, source: Path) -> None:
    remove_document(data, budget(data), TinyEncoder())
    (source / "写し.md").write_bytes((source / BUDGET).read_bytes())
    (source / BUDGET).write_text("# 予算要求\n\n庁内の公用車を要求する。\n", encoding="utf-8")
    report = refresh(data, [source], TinyEncoder())
    assert (report.left_out, report.read) == (("写し.md",), (BUDGET,))
    assert paths(data) == [BUDGET]


def test_a_file_that_becomes_what_was_removed_goes(data: Path, source: Path) -> None:
    removed = (source / BUDGET).read_bytes()
    remove_document(data, budget(data), TinyEncoder())
    (source / "監査/意見.txt").rename(source / "監査/意見.md")
    refresh(data, [source], TinyEncoder())
    (source / "監査/意見.md").write_bytes(removed)
    assert refresh(data, [source], TinyEncoder()).left_out == (BUDGET, "監査/意見.md")
    assert paths(data, "照合") == []


def test_it_returns_as_it_was_without_being_read_or_encoded_again(
    data: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(data)
    remove_document(data, document := budget(data), TinyEncoder())
    refresh(data, [source], TinyEncoder())
    (data / READINGS).unlink()
    monkeypatch.setattr("corpus.ParserProcess.split_packed", None)
    encoder = TinyEncoder()
    assert restore_document(data, document, encoder)
    assert encoder.encoded == 0
    assert contents(data) == before
    assert paths(data) == [BUDGET]
    assert removed_documents(data) == []
    original = Library.open(data, TinyEncoder()).original(document)
    assert original is not None and original.read_bytes() == (source / BUDGET).read_bytes()
    assert not restore_document(data, document, TinyEncoder())


def test_what_was_read_of_it_is_kept_as_long_as_it_may_return(
    data: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove_document(data, document := budget(data), TinyEncoder())
    refresh(data, [source], TinyEncoder())
    restore_document(data, document, TinyEncoder())
    monkeypatch.setattr("corpus.ParserProcess.split_packed", None)
    (source / BUDGET).rename(source / "令和6年度予算要求書.md")
    assert "令和6年度予算要求書.md" in refresh(data, [source], TinyEncoder()).unchanged


def test_it_returns_where_another_is_found_by_now_and_stays(data: Path, source: Path) -> None:
    remove_document(data, document := budget(data), TinyEncoder())
    (source / BUDGET).write_text("# 予算要求\n\n公用車を要求する。\n", encoding="utf-8")
    refresh(data, [source], TinyEncoder())
    restore_document(data, document, TinyEncoder())
    for _ in range(2):
        assert sorted(paths(data, "予算要求")) == [BUDGET, BUDGET]
        refresh(data, [source], TinyEncoder())


def test_a_forgotten_document_leaves_nothing_but_stays_out(data: Path, source: Path) -> None:
    remove_document(data, document := budget(data), TinyEncoder())
    forget_document(data, document, stays_out=True)
    assert refresh(data, [source], TinyEncoder()).left_out == (BUDGET,)
    [kept] = removed_documents(data)
    assert (kept.forgotten, kept.title, kept.path) == (True, "", BUDGET)
    assert not restore_document(data, document, TinyEncoder())
    assert not [path for path in (data / "originals").rglob("*") if path.stem == document]
    with closing(sqlite3.connect(data / READINGS)) as readings:
        assert document not in {row[0] for row in readings.execute("SELECT document FROM readings")}
    forget_document(data, document, stays_out=False)
    assert refresh(data, [source], TinyEncoder()).read == (BUDGET,)


def test_a_run_that_was_planned_before_a_removal_does_not_undo_it(
    data: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = budget(data)

    def remove_meanwhile(stage: str, done: int, total: int, name: str = "", /) -> None:
        if stage == "reading" and not removed_documents(data):
            remove_document(data, document, TinyEncoder())

    for module in ("runs.run_plan", "storage.readings", "storage.store"):
        monkeypatch.setattr(f"index.{module}.READER_VERSION", 99)
    report = refresh(data, [source], TinyEncoder(), progress=remove_meanwhile)
    assert report.left_out == (BUDGET,)
    assert paths(data) == []


def test_while_another_writes_it_is_refused_and_nothing_changes(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.storage.writer.PATIENCE", 0.0)
    document = budget(data)
    with writing(data), pytest.raises(BusyLibraryError):
        remove_document(data, document, TinyEncoder())
    assert paths(data) == [BUDGET]


@pytest.mark.parametrize("act", [remove_document, restore_document])
@pytest.mark.parametrize("place", ["finish_generation", "write_published"])
def test_killed_before_the_commit_the_library_is_as_before(data: Path, act: object, place: str) -> None:
    document = budget(data)
    if act is restore_document:
        remove_document(data, document, TinyEncoder())
    before = contents(data), removed_documents(data), paths(data)
    with dying_at(place) as child:
        if child:
            act(data, document, TinyEncoder())  # type: ignore[operator]
    assert (contents(data), removed_documents(data), paths(data)) == before
    assert act(data, document, TinyEncoder())  # type: ignore[operator]
    assert (contents(data), paths(data)) != (before[0], before[2])


def test_the_tables_of_the_removed_have_the_columns_of_the_others(data: Path) -> None:
    with closing(sqlite3.connect(data / FILE_NAME)) as connection:

        def columns(table: str) -> Iterator[str]:
            return (row[1] for row in connection.execute(f"PRAGMA table_info({table})"))

        for table in ("documents", *CONTENT):
            assert list(columns(f"removed_{table}")) == list(columns(table)), table
        referring = {
            table
            for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if any(row[2] == "documents" for row in connection.execute(f"PRAGMA foreign_key_list({table})"))
        }
    assert referring - {"proofs"} == set(CONTENT)


def test_an_error_on_the_way_changes_nothing(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise OSError("broken")

    document = budget(data)
    with monkeypatch.context() as patch:
        patch.setattr("index.storage.writer.finish_generation", fail)
        with pytest.raises(LibraryError):
            remove_document(data, document, TinyEncoder())
    assert paths(data) == [BUDGET]
    assert removed_documents(data) == []
