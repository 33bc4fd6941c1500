"""Where documents were found, and what was skipped: the writer's own tables."""

import sqlite3
from collections.abc import Iterable, Sequence

from index.queries import UNREAD_REASON
from index.sources import SkippedPath
from index.types import UnreadPage


def put_file(connection: sqlite3.Connection, location: str, source: str, path: str, document_id: str) -> None:
    """Note that a document is found at a place, instead of what was found there before."""
    connection.execute(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (location, source, path, document_id)
    )


def delete_file(connection: sqlite3.Connection, location: str) -> None:
    """Note that nothing is found at a place any more."""
    connection.execute("DELETE FROM files WHERE location = ?", (location,))


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


def unread_pages_of(connection: sqlite3.Connection, sources: Sequence[str]) -> list[UnreadPage]:
    """The pages that could not be read, of the documents found in these sources."""
    rows = connection.execute(
        "SELECT location, path, number FROM pages JOIN files ON files.document = pages.document "
        "WHERE read_by = 'none' ORDER BY path, location, number"
    )
    return [
        UnreadPage(row["path"], row["number"], UNREAD_REASON)
        for row in rows
        if _is_below(row["location"], sources)
    ]


def _is_below(location: str, sources: Sequence[str]) -> bool:
    """Whether a place is a source or below one."""
    return any(location == source or location.startswith(f"{source.rstrip('/')}/") for source in sources)
