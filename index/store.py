"""Documents in, rows of the library's tables out; all inside the writer's transaction."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from corpus.types import Document, Finding, ParsedDocument, Passage, Section
from index.generations import Published
from index.manifest import EncoderIdentity
from index.records import (
    SELECT_DOCUMENTS,
    as_document,
    as_passage,
    finding_row,
    page_row,
    passage_row,
    section_row,
)


@dataclass(frozen=True, slots=True)
class SplitDocument:
    """A document with all that was found in it; `original` is the name of its file in the library."""

    parsed: ParsedDocument
    sections: Sequence[Section]
    passages: Sequence[Passage]
    findings: Sequence[Finding] = ()
    original: str | None = None


@dataclass(frozen=True, slots=True)
class NumberedPassage:
    """A passage with its number in the library and its document."""

    number: int
    passage: Passage
    document: Document


def insert_document(connection: sqlite3.Connection, split: SplitDocument) -> None:
    """Write a document that is not there yet, and all that is in it."""
    document = split.parsed.document
    connection.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            document.id,
            document.title,
            document.kind,
            document.issuer,
            document.fiscal_year,
            document.page_count,
            split.original,
        ),
    )
    connection.executemany(
        "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?)",
        (page_row(document.id, page) for page in split.parsed.pages),
    )
    connection.executemany(
        "INSERT INTO sections VALUES (?, ?, ?, ?, ?)",
        (section_row(position, section) for position, section in enumerate(split.sections)),
    )
    connection.executemany(
        "INSERT INTO passages (id, document, headings, text, spans, page_labels) VALUES (?, ?, ?, ?, ?, ?)",
        (passage_row(passage) for passage in split.passages),
    )
    connection.executemany(
        "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?)",
        (finding_row(position, finding) for position, finding in enumerate(split.findings)),
    )


def delete_document(connection: sqlite3.Connection, document_id: str) -> list[int]:
    """Take a document out with all that is in it; the numbers its passages had."""
    rows = connection.execute("SELECT number FROM passages WHERE document = ?", (document_id,)).fetchall()
    connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))
    return [row["number"] for row in rows]


def last_number(connection: sqlite3.Connection) -> int:
    """The highest number that any passage has or had."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'passages'").fetchone()
    return row["seq"] if row else 0


def passages_after(connection: sqlite3.Connection, number: int, limit: int | None) -> list[NumberedPassage]:
    """The first `limit` passages (all where None) with higher numbers, in order."""
    rows = connection.execute(
        "SELECT * FROM passages WHERE number > ? ORDER BY number LIMIT ?",
        (number, -1 if limit is None else limit),
    ).fetchall()
    documents: dict[str, Document] = {}
    for document_id in {row["document"] for row in rows}:
        found = connection.execute(f"{SELECT_DOCUMENTS} WHERE id = ?", (document_id,)).fetchone()
        documents[document_id] = as_document(found)
    return [NumberedPassage(row["number"], as_passage(row), documents[row["document"]]) for row in rows]


def originals(connection: sqlite3.Connection) -> list[str]:
    """The names of the originals of all documents."""
    rows = connection.execute("SELECT original FROM documents WHERE original IS NOT NULL")
    return [row["original"] for row in rows]


def read_published(connection: sqlite3.Connection) -> Published | None:
    """The generation that answers queries, None in a library that never had one."""
    record = _setting(connection, "generation")
    return Published(**json.loads(record)) if record else None


def write_published(connection: sqlite3.Connection, published: Published) -> None:
    """Let another generation answer queries once the transaction is committed."""
    _set(connection, "generation", json.dumps(asdict(published)))


def read_encoder(connection: sqlite3.Connection) -> EncoderIdentity | None:
    """The encoder the library was made with, None in an empty one."""
    record = _setting(connection, "encoder")
    return EncoderIdentity(**json.loads(record)) if record else None


def write_encoder(connection: sqlite3.Connection, encoder: EncoderIdentity) -> None:
    """Note the encoder the library is made with."""
    _set(connection, "encoder", json.dumps(asdict(encoder), ensure_ascii=False))


def _setting(connection: sqlite3.Connection, name: str) -> str | None:
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return row["value"] if row else None


def _set(connection: sqlite3.Connection, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))
