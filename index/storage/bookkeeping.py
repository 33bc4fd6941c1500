"""Where documents were found, and what was skipped: the writer's own tables."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.types import SkippedPath


@dataclass(frozen=True, slots=True)
class DocumentState:
    """How a document came into the library: as in `index.storage.store.Reading`; `unread` tells that it has
    pages that were not read."""

    version: int
    described: str
    ocr: str
    original: str | None
    unread: bool


def put_file(connection: sqlite3.Connection, location: str, source: str, path: str, document_id: str) -> None:
    """Note that a document is found at a place, instead of what was found there before."""
    connection.execute(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (location, source, path, document_id)
    )


def delete_file(connection: sqlite3.Connection, location: str) -> None:
    """Note that nothing is found at a place any more."""
    connection.execute("DELETE FROM files WHERE location = ?", (location,))


def places_of(connection: sqlite3.Connection, document_id: str) -> list[tuple[str, str, str]]:
    """Where a document is found: place, source and path."""
    rows = connection.execute("SELECT location, source, path FROM files WHERE document = ?", (document_id,))
    return [(row["location"], row["source"], row["path"]) for row in rows]


def document_at(connection: sqlite3.Connection, location: str) -> str | None:
    """The id of the document that was found at a place."""
    row = connection.execute("SELECT document FROM files WHERE location = ?", (location,)).fetchone()
    return row["document"] if row else None


def document_exists(connection: sqlite3.Connection, document_id: str) -> bool:
    """Whether the library has a document of this id."""
    return connection.execute("SELECT 1 FROM documents WHERE id = ?", (document_id,)).fetchone() is not None


def documents_without_files(connection: sqlite3.Connection) -> list[str]:
    """The ids of documents that are found nowhere any more."""
    rows = connection.execute("SELECT id FROM documents WHERE id NOT IN (SELECT document FROM files)")
    return [row["id"] for row in rows]


def files_of(connection: sqlite3.Connection, sources: Sequence[str]) -> list[tuple[str, str]]:
    """The places and paths of the files that were found in folders, or as files given by themselves."""
    rows = connection.execute("SELECT location, path FROM files ORDER BY path, location").fetchall()
    return [(row["location"], row["path"]) for row in rows if _is_below(row["location"], sources)]


def note_sources(
    connection: sqlite3.Connection, sources: Sequence[str], skipped: Iterable[SkippedPath]
) -> None:
    """Note the sources of a run, and what it skipped in them instead of what was noted before."""
    connection.executemany("INSERT OR IGNORE INTO sources VALUES (?)", ((source,) for source in sources))
    noted = connection.execute("SELECT location FROM skipped").fetchall()
    connection.executemany(
        "DELETE FROM skipped WHERE location = ?",
        ((row["location"],) for row in noted if _is_below(row["location"], sources)),
    )
    connection.executemany(
        "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?)",
        ((each.location, each.path, each.reason) for each in skipped),
    )


def known_files(connection: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """The path and the document of every place."""
    rows = connection.execute("SELECT location, path, document FROM files")
    return {row["location"]: (row["path"], row["document"]) for row in rows}


def known_sources(connection: sqlite3.Connection) -> list[str]:
    """The sources of all runs."""
    return [row["location"] for row in connection.execute("SELECT location FROM sources")]


def document_states(connection: sqlite3.Connection) -> dict[str, DocumentState]:
    """How each document came into the library, by id."""
    rows = connection.execute(
        "SELECT id, reader_version, described, ocr, original, EXISTS "
        "(SELECT 1 FROM pages WHERE document = id AND (read_by = 'none' OR reason NOT NULL)) AS unread "
        "FROM documents"
    )
    return {
        row["id"]: DocumentState(
            row["reader_version"], row["described"], row["ocr"], row["original"], bool(row["unread"])
        )
        for row in rows
    }


def _is_below(location: str, sources: Sequence[str]) -> bool:
    """Whether a place is a source or below one."""
    return any(location == source or location.startswith(f"{source.rstrip('/')}/") for source in sources)
