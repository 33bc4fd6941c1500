"""Places on a document's pages in, what stands on them out: text, rows of tables, fields of forms."""

import sqlite3
from collections.abc import Sequence

from corpus.types import Field, Span, TableRow
from index.storage.table_records import as_field, as_table_row

LONGEST_ROW = 4000
"""A row of a table that begins so many characters before a place may still stand on it."""


def select_texts(connection: sqlite3.Connection, document_id: str, spans: Sequence[Span]) -> list[str]:
    """What stands on spans of a document's pages, one text a span; empty where there is no such page."""
    read = {one.page: (one.start, _text(connection, document_id, one)) for one in _stretches(spans)}
    return [
        text[span.start - first : span.end - first]
        for span, (first, text) in ((span, read[span.page]) for span in spans)
    ]


def _text(connection: sqlite3.Connection, document_id: str, stretch: Span) -> str:
    row = connection.execute(
        "SELECT substr(text, ?, ?) FROM pages WHERE document = ? AND number = ?",
        (stretch.start + 1, stretch.end - stretch.start, document_id, stretch.page),
    ).fetchone()
    return row[0] if row else ""


def select_rows(
    connection: sqlite3.Connection, document_id: str, spans: Sequence[Span] | None = None
) -> list[TableRow]:
    """The rows of a document's tables, in order; where spans are given those that share a character with one
    of them."""
    if spans is None:
        return [as_table_row(row) for row in _all(connection, "table_rows", document_id)]
    rows = map(as_table_row, _placed(connection, "table_rows", "span", document_id, spans))
    return [row for row in rows if _touches(row.span, spans)]


def select_fields(
    connection: sqlite3.Connection, document_id: str, spans: Sequence[Span] | None = None
) -> list[Field]:
    """The fields of the forms in a document, in order; where spans are given those that share a character
    with one of them."""
    if spans is None:
        return [as_field(row) for row in _all(connection, "fields", document_id)]
    fields = map(as_field, _placed(connection, "fields", "spans", document_id, spans))
    return [field for field in fields if any(_touches(place, spans) for place in field.spans)]


def _all(connection: sqlite3.Connection, table: str, document_id: str) -> sqlite3.Cursor:
    return connection.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY position", (document_id,))  # noqa: S608


def _placed(
    connection: sqlite3.Connection, table: str, column: str, document_id: str, spans: Sequence[Span]
) -> list[sqlite3.Row]:
    """The rows of a table whose first span begins up to LONGEST_ROW characters before the spans and reaches
    into them, in order. SQLite would rather go through all of a document's: it is told which index to use."""
    page, start, end = (f"json_extract({column}, '$[0][{part}]')" for part in range(3))
    query = (
        f"SELECT * FROM {table} INDEXED BY {table}_by_place "  # noqa: S608
        f"WHERE document = ? AND {page} = ? AND {start} >= ? AND {start} < ? AND {end} > ?"
    )
    found = [
        row
        for one in _stretches(spans)
        for row in connection.execute(
            query, (document_id, one.page, one.start - LONGEST_ROW, one.end, one.start)
        )
    ]
    return sorted(found, key=lambda row: row["position"])


def _stretches(spans: Sequence[Span]) -> list[Span]:
    """From the first to the last character of the spans on each page."""
    pages = sorted({span.page for span in spans})
    on_pages = ([span for span in spans if span.page == page] for page in pages)
    return [
        Span(found[0].page, min(span.start for span in found), max(span.end for span in found))
        for found in on_pages
    ]


def _touches(place: Span, spans: Sequence[Span]) -> bool:
    return any(
        place.page == span.page and place.start < span.end and span.start < place.end for span in spans
    )
