"""Documents in, rows of the library's tables out; all inside the writer's transaction."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from corpus.types import Document, Passage, SplitDocument
from corpus.version import READER_VERSION
from index.storage.generations import Published
from index.storage.manifest import EncoderIdentity
from index.storage.records import (
    SELECT_DOCUMENTS,
    Value,
    as_document,
    as_passage,
    finding_row,
    page_row,
    passage_row,
    section_row,
)
from index.storage.table_records import evidence_row, field_row, measure_row, table_row_row

A_FEW = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """How a document came into the library.

    `original` is the name of its file there, `version` the reader's, `described` what besides its text its
    description depended on, `ocr` the fingerprint of the OCR that read pages of it ("" for none), `seconds`
    how long reading it took.
    """

    original: str | None = None
    version: int = READER_VERSION
    described: str = ""
    ocr: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class NumberedPassage:
    """A passage with its number in the library and its document."""

    number: int
    passage: Passage
    document: Document


def insert_document(connection: sqlite3.Connection, split: SplitDocument, reading: Reading) -> None:
    """Write a document that is not there yet, and all that is in it."""
    parsed = split.parsed
    document = parsed.document
    _insert(
        connection,
        "documents",
        [
            (
                document.id,
                document.title,
                document.kind,
                document.issuer,
                document.fiscal_year,
                document.page_count,
                reading.original,
                reading.version,
                reading.described,
                reading.ocr,
                len(parsed.tables),
                reading.seconds,
            )
        ],
    )
    _insert(connection, "pages", (page_row(document.id, page) for page in parsed.pages))
    _insert(connection, "sections", (section_row(*each) for each in enumerate(split.sections)))
    connection.executemany(
        "INSERT INTO passages (id, document, headings, text, spans, page_labels, side) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (passage_row(passage) for passage in split.passages),
    )
    _insert(connection, "findings", (finding_row(*each) for each in enumerate(split.findings)))
    _insert(connection, "measures", (measure_row(*each) for each in enumerate(split.measures)))
    _insert(connection, "table_rows", (table_row_row(*each) for each in enumerate(split.rows)))
    _insert(connection, "fields", (field_row(*each) for each in enumerate(split.fields)))
    _insert(connection, "evidence", (evidence_row(document.id, *each) for each in enumerate(parsed.evidence)))


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Value, ...]]) -> None:
    """Insert whole rows, in the order of the table's columns."""
    for row in rows:
        connection.execute(f"INSERT INTO {table} VALUES ({','.join('?' * len(row))})", row)  # noqa: S608


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


def every_passage(connection: sqlite3.Connection) -> Iterator[NumberedPassage]:
    """All passages, a few in memory at a time."""
    number = 0
    while batch := passages_after(connection, number, A_FEW):
        yield from batch
        number = batch[-1].number


def originals(connection: sqlite3.Connection) -> list[str]:
    """The names of the originals of all documents."""
    rows = connection.execute("SELECT original FROM documents WHERE original IS NOT NULL")
    return [row["original"] for row in rows]


def read_published(connection: sqlite3.Connection) -> Published | None:
    """The generation that answers queries, None in a library that never had one."""
    record = read_setting(connection, "generation")
    return Published(**json.loads(record)) if record else None


def write_published(connection: sqlite3.Connection, published: Published) -> None:
    """Let another generation answer queries once the transaction is committed."""
    write_setting(connection, "generation", json.dumps(asdict(published)))


def read_encoder(connection: sqlite3.Connection) -> EncoderIdentity | None:
    """The encoder the library was made with, None in an empty one."""
    record = read_setting(connection, "encoder")
    return EncoderIdentity(**json.loads(record)) if record else None


def write_encoder(connection: sqlite3.Connection, encoder: EncoderIdentity) -> None:
    """Note the encoder the library is made with."""
    write_setting(connection, "encoder", json.dumps(asdict(encoder), ensure_ascii=False))


def read_setting(connection: sqlite3.Connection, name: str) -> str | None:
    """What is kept under a name, None where nothing is."""
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return row["value"] if row else None


def write_setting(connection: sqlite3.Connection, name: str, value: str | None) -> None:
    """Keep something under a name; nothing where None."""
    if value is None:
        connection.execute("DELETE FROM settings WHERE name = ?", (name,))
    else:
        connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))
