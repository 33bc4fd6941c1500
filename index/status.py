"""A library's tables in, what it holds and what it could not read out."""

import sqlite3
from pathlib import Path

from index.ranking.own_weights import read_weights
from index.storage import queries, reading_status
from index.storage.disk_use import bytes_on_disk
from index.storage.proofs import select_proof
from index.types import LibraryStatus


def read_status(connection: sqlite3.Connection, data: Path, encoder: str) -> LibraryStatus:
    """The status of the library of a data folder; `encoder` is the name of the one it is searched with."""
    return LibraryStatus(
        documents=queries.count(connection, "documents"),
        pages=queries.count(connection, "pages"),
        passages=queries.count(connection, "passages"),
        findings=queries.count(connection, "findings"),
        encoder=encoder,
        skipped=tuple(queries.select_skipped(connection)),
        unread_pages=tuple(reading_status.select_unread_pages(connection)),
        bytes_on_disk=bytes_on_disk(data),
        sources=tuple(queries.select_sources(connection)),
        doubtful_pages=tuple(reading_status.select_doubtful_pages(connection)),
        page_counts=reading_status.count_pages(connection),
        rows=queries.count(connection, "table_rows"),
        proof=select_proof(connection),
        ranking_weights=read_weights(connection),
    )
