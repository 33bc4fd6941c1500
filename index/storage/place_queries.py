"""Places on a document's pages in, what stands on them out: text, rows of tables, fields of forms."""

import sqlite3
from collections.abc import Sequence

from corpus.types import Field, Span, TableRow
from index.storage.table_records import as_field, as_table_row

LONGEST_ROW = 4000
"""A row of a table that begins so many characters before a place may still stand on it."""


def select_texts(connection: sqlite3.Connection, document_id: str, spans: Sequence[Span]) -> list[str]:
    """What stands on spans of a document's pages, one text a span; empty where there is no such page."""
    found = (
        connection.execute(
            "SELECT substr(text, ?, ?) FROM pages WHERE document = ? AND number = ?",
            (span.start + 1, span.end - span.start, document_id, span.page),
        ).fetchone()
        for span in spans
    )
    return [row[0] if row else "" for row in found]


def select_rows(
    connection: sqlite3.Connection, document_id: str, spans: Sequence[Span] | None = None
) -> list[TableRow]:
    """The rows of a document's tables, in order; where spans are given those that share a character with one
    of them."""
    found = _placed(connection, "table_rows", "span", document_id, spans)
    return [row for row in map(as_table_row, found) if spans is None or _touches(row.span, spans)]


def select_fields(
    connection: sqlite3.Connection, document_id: str, spans: Sequence[Span] | None = None
) -> list[Field]:
    """The fields of the forms in a document, in order; where spans are given those that share a character
    with one of them."""
    found = _placed(connection, "fields", "spans", document_id, spans)
    return [
        field
        for field in map(as_field, found)
        if spans is None or any(_touches(place, spans) for place in field.spans)
    ]


def _placed(
    connection: sqlite3.Connection, table: str, column: str, document_id: str, spans: Sequence[Span] | None
) -> list[sqlite3.Row]:
    """The rows of a table in order; where spans are given those whose first span begins within them or up to
    LONGEST_ROW characters before."""
    page, start = f"json_extract({column}, '$[0][0]')", f"json_extract({column}, '$[0][1]')"
    where = "document = ?"
    values: list[str | int] = [document_id]
    if spans is not None:
        stretches = _stretches(spans)
        within = " OR ".join(
            [f"(document = ? AND {page} = ? AND {start} >= ? AND {start} < ?)"] * len(stretches)
        )
        where = within or "FALSE"
        values = [
            value for one in stretches for value in (document_id, one.page, one.start - LONGEST_ROW, one.end)
        ]
    return connection.execute(f"SELECT * FROM {table} WHERE {where} ORDER BY position", values).fetchall()  # noqa: S608


def _stretches(spans: Sequence[Span]) -> list[Span]:
    """From the first to the last character of the spans on each page."""
    return [
        Span(
            page,
            min(one.start for one in spans if one.page == page),
            max(one.end for one in spans if one.page == page),
        )
        for page in sorted({span.page for span in spans})
    ]


def _touches(place: Span, spans: Sequence[Span]) -> bool:
    return any(
        place.page == span.page and place.start < span.end and span.start < place.end for span in spans
    )
