"""What was read of files, kept as the work goes on: an interrupted run goes on where it was.

It stands outside the library's transaction. Whoever has it open is the one run that reads for a library:
SQLite's lock on the file is held until it is closed, or its process is gone.
"""

import json
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from corpus.messages import PAGES
from corpus.types import Page
from corpus.version import READER_VERSION
from index.storage.database import connect, transaction, write_error

FILE_NAME = "readings.sqlite"

Found = TypeVar("Found")

TABLES = (
    "CREATE TABLE IF NOT EXISTS readings (document TEXT, suffix TEXT, version INTEGER, ocr TEXT, "
    "packed BLOB NOT NULL, unread TEXT NOT NULL, seconds REAL NOT NULL, "
    "PRIMARY KEY (document, suffix, version, ocr)) STRICT",
    "CREATE TABLE IF NOT EXISTS scans (document TEXT, page INTEGER, ocr TEXT, "
    "read TEXT NOT NULL, seconds REAL NOT NULL, PRIMARY KEY (document, page, ocr)) STRICT",
    "CREATE TABLE IF NOT EXISTS archives (archive TEXT, suffix TEXT, version INTEGER, "
    "listing TEXT NOT NULL, PRIMARY KEY (archive, suffix, version)) STRICT",
    "CREATE TABLE IF NOT EXISTS hashes (location TEXT PRIMARY KEY, state TEXT NOT NULL, "
    "sha256 TEXT NOT NULL) STRICT",
)
OF_KEY = "WHERE document = ? AND suffix = ? AND version = ? AND ocr = ?"


@dataclass(frozen=True, slots=True)
class KnownHash:
    """The sha256 of a file's bytes, and the state that the file was in when it was taken."""

    state: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ReadingKey:
    """A file's sha256 and suffix (lower case, with its dot), and the mark of the OCR, "" for none."""

    document: str
    suffix: str
    ocr: str = ""


@dataclass(frozen=True, slots=True)
class KeptReading:
    """A split document as `corpus.messages` packs it, the numbers of its pages that were not read, and the
    seconds that reading it took."""

    packed: bytes
    unread: tuple[int, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class KeptScan:
    """A page as OCR read it, and the seconds that took."""

    page: Page
    seconds: float


class ReadingCache:
    """Packed documents by file and reader, pages by file and OCR, lists of archives by file.

    Raises BusyLibraryError where another process has it open, LibraryError where the disk is full.
    """

    def __init__(self, data: Path) -> None:
        self._path = data / FILE_NAME
        self._lock = threading.Lock()
        self._connection = self._run(lambda: _opened(self._path))

    def __enter__(self) -> "ReadingCache":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def reading(self, key: ReadingKey) -> KeptReading | None:
        """What was kept of a file by this reader."""
        row = self._one(
            f"SELECT packed, unread, seconds FROM readings {OF_KEY}",  # noqa: S608
            (key.document, key.suffix, READER_VERSION, key.ocr),
        )
        return KeptReading(row[0], tuple(json.loads(row[1])), row[2]) if row else None

    def unread_pages(self, key: ReadingKey) -> tuple[int, ...]:
        """The numbers of the pages that were not read, of what was kept of a file; () where nothing was."""
        row = self._one(
            f"SELECT unread FROM readings {OF_KEY}",  # noqa: S608
            (key.document, key.suffix, READER_VERSION, key.ocr),
        )
        return tuple(json.loads(row[0])) if row else ()

    def has_reading(self, key: ReadingKey) -> bool:
        """Whether anything was kept of a file by this reader."""
        found = self._one(
            f"SELECT 1 FROM readings {OF_KEY}",  # noqa: S608
            (key.document, key.suffix, READER_VERSION, key.ocr),
        )
        return found is not None

    def keep_reading(self, key: ReadingKey, kept: KeptReading) -> None:
        """Keep what was read of a file."""
        self._write(
            "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                key.document,
                key.suffix,
                READER_VERSION,
                key.ocr,
                kept.packed,
                json.dumps(kept.unread),
                kept.seconds,
            ),
        )

    def scan(self, document: str, page: int, ocr: str) -> KeptScan | None:
        """A page of a file as OCR of that mark read it."""
        row = self._one(
            "SELECT read, seconds FROM scans WHERE document = ? AND page = ? AND ocr = ?",
            (document, page, ocr),
        )
        return KeptScan(PAGES.validate_json(row[0])[0], row[1]) if row else None

    def keep_scan(self, document: str, ocr: str, kept: KeptScan) -> None:
        """Keep a page of a file as OCR of that mark read it."""
        read = PAGES.dump_json((kept.page,)).decode()
        self._write(
            "INSERT OR REPLACE INTO scans VALUES (?, ?, ?, ?, ?)",
            (document, kept.page.number, ocr, read, kept.seconds),
        )

    def archive(self, archive: str, suffix: str) -> str | None:
        """The list of what an archive holds, as `keep_archive` was given it."""
        row = self._one(
            "SELECT listing FROM archives WHERE archive = ? AND suffix = ? AND version = ?",
            (archive, suffix, READER_VERSION),
        )
        return row[0] if row else None

    def keep_archive(self, archive: str, suffix: str, listing: str) -> None:
        """Keep the list of what an archive (by the sha256 of its bytes) holds."""
        self._write(
            "INSERT OR REPLACE INTO archives VALUES (?, ?, ?, ?)", (archive, suffix, READER_VERSION, listing)
        )

    def hashes(self) -> dict[str, KnownHash]:
        """The hashes of the files at their places."""
        rows = self._run(
            lambda: self._connection.execute("SELECT location, state, sha256 FROM hashes").fetchall()
        )
        return {location: KnownHash(state, sha256) for location, state, sha256 in rows}

    def keep_hashes(self, hashes: Mapping[str, KnownHash], instead_of: Iterable[str]) -> None:
        """Keep the hashes of files, and forget those of other places."""

        def keep() -> None:
            with transaction(self._connection):
                run = self._connection.executemany
                run("DELETE FROM hashes WHERE location = ?", ((place,) for place in instead_of))
                rows = ((place, told.state, told.sha256) for place, told in hashes.items())
                run("INSERT OR REPLACE INTO hashes VALUES (?, ?, ?)", rows)

        self._run(keep)

    def keep_only(self, documents: Collection[str], marks: Sequence[str]) -> None:
        """Forget all other documents, what other readers read, and, where marks of OCR are given, what bears
        others."""

        def trim() -> None:
            with transaction(self._connection):
                run = self._connection.execute
                run("CREATE TEMP TABLE used (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
                self._connection.executemany("INSERT INTO temp.used VALUES (?)", ((d,) for d in documents))
                for table in ("readings", "scans"):
                    run(f"DELETE FROM {table} WHERE document NOT IN (SELECT id FROM temp.used)")  # noqa: S608
                    if marks:
                        others = f"ocr NOT IN ('',{','.join('?' * len(marks))})"
                        run(f"DELETE FROM {table} WHERE {others}", tuple(marks))  # noqa: S608
                run("DELETE FROM readings WHERE version != ?", (READER_VERSION,))
                run("DELETE FROM archives WHERE version != ?", (READER_VERSION,))
                run("DROP TABLE temp.used")

        self._run(trim)

    def _one(self, statement: str, values: tuple[str | int, ...]) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._run(
            lambda: self._connection.execute(statement, values).fetchone()
        )
        return row

    def _write(self, statement: str, values: tuple[str | int | float | bytes, ...]) -> None:
        self._run(lambda: self._connection.execute(statement, values))

    def _run(self, act: Callable[[], Found]) -> Found:
        """What `act` gives; damage found on the way throws all away that was kept, and it is tried again."""
        with self._lock:
            try:
                return act()
            except sqlite3.OperationalError as error:
                raise write_error(self._path.parent, error) from error
            except sqlite3.DatabaseError:
                self._connection.close()
                self._connection = _made_anew(self._path)
                return act()


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _prepared(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return _made_anew(path)


def _made_anew(path: Path) -> sqlite3.Connection:
    """The cache's file with nothing in it: all that was in it can be made again."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    return _prepared(path)


def _prepared(path: Path) -> sqlite3.Connection:
    connection = connect(path, "rwc")
    try:
        connection.row_factory = None
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        with transaction(connection):
            for statement in TABLES:
                connection.execute(statement)
            connection.execute("PRAGMA user_version = 1")
    except BaseException:
        connection.close()
        raise
    return connection
