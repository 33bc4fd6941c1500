"""A document's rows in, the same rows aside out, and back: what a user took out of the library, and may undo.

The rows stand in tables of the same columns (`removed_pages` for `pages`), inside the same transaction as all
else, so that a document is either in the library or among the removed, and returns as it was.
"""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

from corpus.types import Document
from index.storage.records import as_passage
from index.storage.store import NumberedPassage, delete_document
from index.types import RemovedDocument

CONTENT = (
    "files",
    "pages",
    "sections",
    "passages",
    "findings",
    "measures",
    "table_rows",
    "fields",
    "evidence",
)
"""The tables with the rows of documents, named by their column `document`."""

PASSAGE = "id, document, headings, text, spans, page_labels, side"
"""The columns of a passage without its number: one that returns has a new one, as numbers are used once."""

RESTORED = "restored:"
"""How the place of a document begins that is put back where something else is found now."""


def put_aside(connection: sqlite3.Connection, document_id: str, removed_at: datetime) -> list[int]:
    """Move a document among the removed; the numbers its passages had, none where it is not there."""
    path = connection.execute(
        "SELECT path FROM files WHERE document = ? ORDER BY path, source LIMIT 1", (document_id,)
    ).fetchone()
    moved = connection.execute(
        "INSERT INTO removed_documents SELECT * FROM documents WHERE id = ?", (document_id,)
    )
    if not moved.rowcount:
        return []
    for table in CONTENT:
        connection.execute(
            f"INSERT INTO removed_{table} SELECT * FROM {table} WHERE document = ?",  # noqa: S608
            (document_id,),
        )
    connection.execute(
        "INSERT OR REPLACE INTO removed VALUES (?, ?, ?, 0)",
        (document_id, removed_at.astimezone(UTC).isoformat(), path["path"] if path else ""),
    )
    return delete_document(connection, document_id)


def put_back(connection: sqlite3.Connection, document_id: str) -> bool:
    """Move a document back from among the removed; whether it was there."""
    connection.execute(
        "INSERT OR IGNORE INTO documents SELECT * FROM removed_documents WHERE id = ?", (document_id,)
    )
    if not connection.execute("SELECT changes()").fetchone()[0]:
        return False
    for table in CONTENT:
        columns = PASSAGE if table == "passages" else "*"
        into = f"passages ({PASSAGE})" if table == "passages" else table
        connection.execute(
            f"INSERT OR IGNORE INTO {into} SELECT {columns} FROM removed_{table} "  # noqa: S608
            "WHERE document = ? ORDER BY rowid",
            (document_id,),
        )
    connection.execute(
        "INSERT INTO files SELECT ?, '', path, document FROM removed "
        "WHERE document = ? AND NOT EXISTS (SELECT 1 FROM files WHERE files.document = removed.document)",
        (f"{RESTORED}{document_id}", document_id),
    )
    _delete(connection, document_id)
    connection.execute("DELETE FROM removed WHERE document = ?", (document_id,))
    return True


def forget(connection: sqlite3.Connection, document_id: str, *, stays_out: bool) -> None:
    """Delete what is kept of a removed document; where it `stays_out`, its hash still keeps it out."""
    _delete(connection, document_id)
    if stays_out:
        connection.execute("UPDATE removed SET forgotten = 1 WHERE document = ?", (document_id,))
    else:
        connection.execute("DELETE FROM removed WHERE document = ?", (document_id,))


def removed_ids(connection: sqlite3.Connection) -> frozenset[str]:
    """The ids of the documents that are to stay out, the forgotten ones too."""
    return frozenset(row["document"] for row in connection.execute("SELECT document FROM removed"))


def select_removed(connection: sqlite3.Connection) -> list[RemovedDocument]:
    """The documents that were taken out, the last one first."""
    rows = connection.execute(
        "SELECT removed.*, title, page_count FROM removed "
        "LEFT JOIN removed_documents ON removed_documents.id = removed.document "
        "ORDER BY removed_at DESC, document"
    ).fetchall()
    places: dict[str, list[str]] = {}
    for row in connection.execute("SELECT document, location FROM removed_files ORDER BY location"):
        places.setdefault(row["document"], []).append(row["location"])
    return [
        RemovedDocument(
            row["document"],
            row["path"],
            row["title"] or "",
            row["page_count"] or 0,
            datetime.fromisoformat(row["removed_at"]),
            bool(row["forgotten"]),
            tuple(places.get(row["document"], ())),
        )
        for row in rows
    ]


def removed_originals(connection: sqlite3.Connection) -> list[str]:
    """The names of the originals of the documents that can be put back."""
    rows = connection.execute("SELECT original FROM removed_documents WHERE original IS NOT NULL")
    return [row["original"] for row in rows]


def removed_passages(connection: sqlite3.Connection) -> Iterator[NumberedPassage]:
    """The passages of the documents that can be put back, by the numbers they had."""
    documents = {
        row["id"]: Document(
            row["id"],
            row["path"],
            row["title"],
            row["kind"],
            row["issuer"],
            row["fiscal_year"],
            row["page_count"],
        )
        for row in connection.execute(
            "SELECT removed_documents.*, path FROM removed_documents JOIN removed ON document = id"
        )
    }
    for row in connection.execute("SELECT * FROM removed_passages ORDER BY number"):
        yield NumberedPassage(row["number"], as_passage(row), documents[row["document"]])


def _delete(connection: sqlite3.Connection, document_id: str) -> None:
    connection.execute("DELETE FROM removed_documents WHERE id = ?", (document_id,))
    for table in CONTENT:
        connection.execute(f"DELETE FROM removed_{table} WHERE document = ?", (document_id,))  # noqa: S608
