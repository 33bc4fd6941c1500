"""A library made before tables, OCR and reasons were kept opens as it is, and is then read again."""

import sqlite3
from pathlib import Path

import pytest

from index import Library, OldIndexesError, refresh
from index.storage.database import FILE_NAME
from index.storage.migrations import MIGRATIONS, migrate
from tests.library_files import TEXTS, write_texts
from tests.tiny_encoder import TinyEncoder

BEFORE = 2
"""The steps that the first libraries had taken."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_texts(tmp_path / "source")


@pytest.fixture
def old_library(source: Path, tmp_path: Path) -> Path:
    """A library with the tables that the first version had, filled and with its indexes."""
    data = tmp_path / "library"
    refresh(data, [source], TinyEncoder())
    now = sqlite3.connect(data / FILE_NAME, isolation_level=None)
    tables = {
        name: now.execute(f"SELECT * FROM {name}").fetchall()
        for name in ("settings", "documents", "files", "pages", "sections", "passages", "findings")
    }
    (data / "readings.sqlite").unlink()
    for path in data.glob(f"{FILE_NAME}*"):
        path.unlink()
    now.close()
    old = sqlite3.connect(data / FILE_NAME, isolation_level=None)
    old.execute("PRAGMA journal_mode = WAL")
    for number in range(BEFORE):
        for statement in MIGRATIONS[number][1].split(";\n"):
            old.execute(statement)
    old.execute(f"PRAGMA user_version = {BEFORE}")
    for table, rows in tables.items():
        columns = len(old.execute(f"PRAGMA table_info({table})").fetchall())
        for row in rows:
            old.execute(f"INSERT INTO {table} VALUES ({','.join('?' * columns)})", row[:columns])
    old.close()
    return data


def test_it_opens_and_answers_with_what_it_holds(old_library: Path) -> None:
    library = Library.open(old_library, TinyEncoder())
    assert library.search("規程", legs="lexical")[0].document.path == "監査/報告書.txt"
    assert library.status().page_counts.text == len(TEXTS)
    assert [(each.path, each.rows, each.seconds) for each in library.readings()] == [
        (path, 0, 0.0) for path in sorted(TEXTS)
    ]


def test_the_next_run_reads_all_of_it_again(old_library: Path, source: Path) -> None:
    assert set(refresh(old_library, [source], TinyEncoder()).read) == set(TEXTS)
    assert set(refresh(old_library, [source], TinyEncoder()).unchanged) == set(TEXTS)


def test_a_newer_reader_reads_again(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refresh(tmp_path / "library", [source], TinyEncoder())
    for module in ("runs.run_plan", "storage.readings", "storage.store"):
        monkeypatch.setattr(f"index.{module}.READER_VERSION", 99)
    monkeypatch.setattr("index.storage.store.Reading.__init__.__defaults__", (None, 99, "", "", 0.0))
    assert set(refresh(tmp_path / "library", [source], TinyEncoder()).read) == set(TEXTS)
    assert set(refresh(tmp_path / "library", [source], TinyEncoder()).unchanged) == set(TEXTS)


def test_where_it_cannot_be_written_it_says_to_index_again(
    old_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.storage.database.migrate", lambda _: None)
    with pytest.raises(OldIndexesError, match="index again into the same folder"):
        Library.open(old_library, TinyEncoder())


def test_every_step_only_adds() -> None:
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    for number in range(len(MIGRATIONS)):
        before = _columns(connection)
        for statement in MIGRATIONS[number][1].split(";\n"):
            connection.execute(statement)
        assert before <= _columns(connection)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    migrate(connection)


def _columns(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        (table, row["name"]) for table in tables for row in connection.execute(f"PRAGMA table_info({table})")
    }
