"""A data folder in, what its documents hold out."""

from collections.abc import Sequence
from pathlib import Path

from corpus.types import Document, Evidence, Field, Finding, Measure, Page, Passage, Span, TableRow
from index.storage import place_queries, queries, reading_status
from index.storage.database import Reading
from index.storage.originals import original_path
from index.types import DocumentReading, Facets, Neighbours


class Holdings:
    """Reads the tables of one data folder, and follows it as other processes change it.

    Any number of threads may use one.
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._reading = Reading(data)

    def close(self) -> None:
        """Close what is open; a later call opens it again."""
        self._reading.close()

    def facets(self) -> Facets:
        """How many documents there are of each kind, issuer and fiscal year."""
        with self._reading.snapshot() as connection:
            return queries.select_facets(connection)

    def documents(self) -> Sequence[Document]:
        """All documents, by path."""
        with self._reading.snapshot() as connection:
            return queries.select_documents(connection)

    def document(self, document_id: str) -> Document | None:
        """One document, None where there is none of this id."""
        with self._reading.snapshot() as connection:
            return queries.select_document(connection, document_id)

    def pages(self, document_id: str) -> Sequence[Page]:
        """The pages of a document, in order."""
        with self._reading.snapshot() as connection:
            return queries.select_pages(connection, document_id)

    def page(self, document_id: str, number: int) -> Page | None:
        """One page (from 1) of a document, None where there is none."""
        with self._reading.snapshot() as connection:
            return queries.select_page(connection, document_id, number)

    def texts(self, document_id: str, spans: Sequence[Span]) -> Sequence[str]:
        """What stands on some spans of a document's pages, one text a span."""
        with self._reading.snapshot() as connection:
            return place_queries.select_texts(connection, document_id, spans)

    def rows(self, document_id: str, spans: Sequence[Span] | None = None) -> Sequence[TableRow]:
        """The rows of a document's tables, in order; where spans are given those that stand on them."""
        with self._reading.snapshot() as connection:
            return place_queries.select_rows(connection, document_id, spans)

    def fields(self, document_id: str, spans: Sequence[Span] | None = None) -> Sequence[Field]:
        """The fields of the forms in a document, in order; where spans are given those that stand on them."""
        with self._reading.snapshot() as connection:
            return place_queries.select_fields(connection, document_id, spans)

    def evidence(self, document_id: str) -> Sequence[Evidence]:
        """Why a document is described as it is."""
        with self._reading.snapshot() as connection:
            return queries.select_evidence(connection, document_id)

    def readings(self) -> Sequence[DocumentReading]:
        """What was read of each document, by path."""
        with self._reading.snapshot() as connection:
            return reading_status.select_readings(connection)

    def passage(self, passage_id: str) -> Passage | None:
        """One passage, None where there is none of this id."""
        with self._reading.snapshot() as connection:
            return queries.select_passage(connection, passage_id)

    def passages(self, document_id: str) -> Sequence[Passage]:
        """The passages of a document, in order."""
        with self._reading.snapshot() as connection:
            return queries.select_document_passages(connection, document_id)

    def neighbours(self, passage_id: str, reach: int = 1) -> Neighbours:
        """Up to `reach` passages before and after one in its document; none where it is not there."""
        with self._reading.snapshot() as connection:
            return queries.select_neighbours(connection, passage_id, reach)

    def findings(self) -> Sequence[Finding]:
        """All findings, document by document."""
        with self._reading.snapshot() as connection:
            return queries.select_findings(connection)

    def measures(self) -> Sequence[Measure]:
        """What was done about findings as measures-taken reports tell it, document by document."""
        with self._reading.snapshot() as connection:
            return queries.select_measures(connection)

    def original(self, document_id: str) -> Path | None:
        """The file a document was indexed from, None where the library keeps none."""
        with self._reading.snapshot() as connection:
            name = queries.select_original(connection, document_id)
        path = original_path(self._data, name) if name else None
        return path if path and path.is_file() else None
