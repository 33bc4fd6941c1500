"""A library's tables in, how each page of it was read out."""

import sqlite3
from collections.abc import Iterable, Sequence

from index.types import DocumentReading, PageCounts, UnreadPage

UNREAD_REASON = "no text could be read from this page"
"""Said of a page that was not read where its reader gave no reason."""

WAITS = "it waits for OCR"
"""How the reason of a page that OCR is still to read begins."""

_PATH = "(SELECT path FROM files WHERE files.document = {} ORDER BY path, source LIMIT 1)"
_HOW = f"CASE WHEN read_by = 'none' AND reason LIKE '{WAITS}%' THEN 'waiting' ELSE read_by END"
_COUNTED = f"SELECT document, {_HOW} AS how, count(*) AS pages, avg(confidence) AS confidence FROM pages"  # noqa: S608


def count_pages(connection: sqlite3.Connection) -> PageCounts:
    """How all pages were read."""
    return _counts(connection.execute(f"{_COUNTED} GROUP BY how"))


def count_pages_of(connection: sqlite3.Connection, documents: Iterable[str]) -> PageCounts:
    """How the pages of some documents were read."""
    held = _by_document(connection)
    return _sum([held[each] for each in dict.fromkeys(documents) if each in held])


def select_readings(connection: sqlite3.Connection) -> list[DocumentReading]:
    """What was read of each document, by path."""
    pages = _by_document(connection)
    rows = connection.execute(
        f"SELECT id, {_PATH.format('documents.id')} AS path, tables, seconds, "  # noqa: S608
        "(SELECT count(*) FROM passages WHERE document = documents.id) AS passages, "
        f"{_last('sections')}, {_last('table_rows')}, {_last('fields')}, {_last('findings')} "
        "FROM documents ORDER BY path, id"
    )
    return [
        DocumentReading(
            row["id"],
            row["path"] or "",
            pages.get(row["id"], PageCounts()),
            row["sections"],
            row["passages"],
            row["tables"],
            row["table_rows"],
            row["fields"],
            row["findings"],
            row["seconds"],
        )
        for row in rows
    ]


def select_unread_pages(connection: sqlite3.Connection) -> list[UnreadPage]:
    """The pages whose text could not be read, by path and number."""
    return _pages(connection, "read_by = 'none'")


def select_doubtful_pages(connection: sqlite3.Connection) -> list[UnreadPage]:
    """The pages that were read in part, or by OCR that was not sure, by path and number."""
    return _pages(connection, "read_by != 'none' AND reason IS NOT NULL")


def pages_in(connection: sqlite3.Connection, documents: Sequence[str], unread: bool) -> list[UnreadPage]:
    """The same for some documents: those that were not read, or those read in part."""
    chosen = set(documents)
    condition = "read_by = 'none'" if unread else "read_by != 'none' AND reason IS NOT NULL"
    return _pages(connection, condition, chosen)


def _pages(connection: sqlite3.Connection, condition: str, of: set[str] | None = None) -> list[UnreadPage]:
    rows = connection.execute(
        f"SELECT {_PATH.format('pages.document')} AS path, document, number, reason FROM pages "  # noqa: S608
        f"WHERE {condition} ORDER BY path, document, number"
    )
    return [
        UnreadPage(row["path"] or "", row["number"], row["reason"] or UNREAD_REASON, row["document"])
        for row in rows
        if of is None or row["document"] in of
    ]


def _by_document(connection: sqlite3.Connection) -> dict[str, PageCounts]:
    rows: dict[str, list[sqlite3.Row]] = {}
    for row in connection.execute(f"{_COUNTED} GROUP BY document, how"):
        rows.setdefault(row["document"], []).append(row)
    return {document: _counts(each) for document, each in rows.items()}


def _counts(rows: Iterable[sqlite3.Row]) -> PageCounts:
    pages: dict[str, int] = {}
    confidence: float | None = None
    for row in rows:
        pages[row["how"]] = row["pages"]
        if row["how"] == "ocr":
            confidence = row["confidence"]
    get = pages.get
    return PageCounts(
        get("text", 0), get("ocr", 0), get("blank", 0), get("waiting", 0), get("none", 0), confidence
    )


def _sum(counts: Sequence[PageCounts]) -> PageCounts:
    ocr = sum(each.ocr for each in counts)
    weighed = sum((each.confidence or 0) * each.ocr for each in counts)
    return PageCounts(
        sum(each.text for each in counts),
        ocr,
        sum(each.blank for each in counts),
        sum(each.waiting for each in counts),
        sum(each.unread for each in counts),
        weighed / ocr if ocr else None,
    )


def _last(table: str) -> str:
    """How many rows a table has of a document, by their positions: a look at the last one alone."""
    return (
        f"(SELECT coalesce(max(position) + 1, 0) FROM {table} "  # noqa: S608
        f"WHERE document = documents.id) AS {table}"
    )
