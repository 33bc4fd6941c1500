"""Questions to a library's tables in, the words of the collection out; each inside a reader's snapshot."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from corpus.types import Document, Evidence, Finding, Measure, Page, Passage
from index.legs.scores import Ids
from index.storage.linking import link_measures
from index.storage.records import SELECT_DOCUMENTS, as_document, as_finding, as_page, as_passage
from index.storage.table_records import as_evidence, as_measure
from index.types import Facets, Neighbours, SkippedFile


def select_documents(connection: sqlite3.Connection) -> list[Document]:
    """All documents, by path."""
    return [as_document(row) for row in connection.execute(f"{SELECT_DOCUMENTS} ORDER BY path, id")]


def select_document(connection: sqlite3.Connection, document_id: str) -> Document | None:
    """One document."""
    row = connection.execute(f"{SELECT_DOCUMENTS} WHERE id = ?", (document_id,)).fetchone()
    return as_document(row) if row else None


def select_pages(connection: sqlite3.Connection, document_id: str) -> list[Page]:
    """The pages of a document, in order."""
    rows = connection.execute("SELECT * FROM pages WHERE document = ? ORDER BY number", (document_id,))
    return [as_page(row) for row in rows]


def select_page(connection: sqlite3.Connection, document_id: str, number: int) -> Page | None:
    """One page of a document."""
    row = connection.execute(
        "SELECT * FROM pages WHERE document = ? AND number = ?", (document_id, number)
    ).fetchone()
    return as_page(row) if row else None


def select_evidence(connection: sqlite3.Connection, document_id: str) -> list[Evidence]:
    """Why a document is described as it is."""
    rows = connection.execute("SELECT * FROM evidence WHERE document = ? ORDER BY position", (document_id,))
    return [as_evidence(row) for row in rows]


def select_passage(connection: sqlite3.Connection, passage_id: str) -> Passage | None:
    """One passage."""
    row = connection.execute("SELECT * FROM passages WHERE id = ?", (passage_id,)).fetchone()
    return as_passage(row) if row else None


def select_document_passages(connection: sqlite3.Connection, document_id: str) -> list[Passage]:
    """The passages of a document, in the order they were made in, which is that of its pages."""
    rows = connection.execute("SELECT * FROM passages WHERE document = ? ORDER BY number", (document_id,))
    return [as_passage(row) for row in rows]


def select_passages(connection: sqlite3.Connection, numbers: Sequence[int]) -> Mapping[int, Passage]:
    """Passages by their numbers."""
    found: dict[int, Passage] = {}
    for number in numbers:
        row = connection.execute("SELECT * FROM passages WHERE number = ?", (number,)).fetchone()
        found[number] = as_passage(row)
    return found


def select_numbers(connection: sqlite3.Connection, passage_ids: Sequence[str]) -> Mapping[str, int]:
    """The numbers of passages by their ids; those that are not there have none."""
    marks = ",".join("?" * len(passage_ids))
    rows = connection.execute(f"SELECT id, number FROM passages WHERE id IN ({marks})", list(passage_ids))  # noqa: S608
    return {row["id"]: row["number"] for row in rows}


def select_given(
    connection: sqlite3.Connection, passage_ids: Collection[str] | None, document_ids: Collection[str] = ()
) -> Ids | None:
    """The numbers of given passages, of those in given documents where there are such, in no order; None
    where neither are given."""
    if passage_ids is None:
        return select_document_numbers(connection, document_ids) if document_ids else None
    rows = connection.execute(
        "SELECT number FROM passages WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(passage_ids)),),
    )
    given = np.array([row["number"] for row in rows], dtype=np.int64)
    return np.intersect1d(given, select_document_numbers(connection, document_ids)) if document_ids else given


def select_document_numbers(connection: sqlite3.Connection, document_ids: Collection[str]) -> Ids:
    """The numbers of all passages of some documents, in no order."""
    rows = connection.execute(
        "SELECT number FROM passages WHERE document IN (SELECT value FROM json_each(?))",
        (json.dumps(list(document_ids)),),
    )
    return np.array([row["number"] for row in rows], dtype=np.int64)


def count_by_document(connection: sqlite3.Connection, numbers: Ids) -> dict[str, int]:
    """How many of some passages are of each document, by its id."""
    rows = connection.execute(
        "SELECT document, count(*) FROM passages WHERE number IN (SELECT value FROM json_each(?)) GROUP BY 1",
        (json.dumps(numbers.tolist()),),
    )
    return {row[0]: row[1] for row in rows}


def select_neighbours(connection: sqlite3.Connection, passage_id: str, reach: int) -> Neighbours:
    """Up to `reach` passages before and after one in its document."""
    placed = "SELECT document, number FROM passages WHERE id = ?"
    row = connection.execute(placed, (passage_id,)).fetchone()
    if row is None:
        return Neighbours()
    where = "SELECT * FROM passages WHERE document = ? AND number"
    place = (row["document"], row["number"], reach)
    before = connection.execute(f"{where} < ? ORDER BY number DESC LIMIT ?", place).fetchall()
    after = connection.execute(f"{where} > ? ORDER BY number LIMIT ?", place).fetchall()
    return Neighbours(tuple(map(as_passage, reversed(before))), tuple(map(as_passage, after)))


def select_findings(connection: sqlite3.Connection) -> list[Finding]:
    """All findings, document by document, in the order they stand in, with what was done about each."""
    rows = connection.execute("SELECT * FROM findings ORDER BY document, position")
    measures = select_measures(connection)
    documents = {document.id: document for document in select_documents(connection)} if measures else {}
    return link_measures([as_finding(row) for row in rows], measures, documents)


def select_measures(connection: sqlite3.Connection) -> list[Measure]:
    """What was done about findings, document by document, in the order it is told in."""
    rows = connection.execute("SELECT * FROM measures ORDER BY document, position")
    return [as_measure(row) for row in rows]


def select_original(connection: sqlite3.Connection, document_id: str) -> str | None:
    """The name of a document's original."""
    row = connection.execute("SELECT original FROM documents WHERE id = ?", (document_id,)).fetchone()
    return row["original"] if row else None


def select_facets(connection: sqlite3.Connection) -> Facets:
    """How many documents there are of each kind, issuer and fiscal year."""

    def counts(column: str, order: str) -> tuple[tuple[str, int], ...]:
        rows = connection.execute(
            f"SELECT {column}, count(*) FROM documents WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY {order}"  # noqa: S608
        )
        return tuple((row[0], row[1]) for row in rows)

    years = counts("fiscal_year", "1 DESC")
    return Facets(
        kinds=counts("kind", "2 DESC, 1"),
        issuers=counts("issuer", "2 DESC, 1"),
        fiscal_years=tuple((int(year), count) for year, count in years),
    )


def select_skipped(connection: sqlite3.Connection) -> list[SkippedFile]:
    """The files that are not in the library, and why."""
    rows = connection.execute("SELECT path, reason FROM skipped ORDER BY path, location")
    return [SkippedFile(row["path"], row["reason"]) for row in rows]


def count(connection: sqlite3.Connection, table: str) -> int:
    """How many rows a table has."""
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def select_sources(connection: sqlite3.Connection) -> list[str]:
    """The folders and files that were indexed."""
    return [row["location"] for row in connection.execute("SELECT location FROM sources ORDER BY location")]
