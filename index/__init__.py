"""Passages in, ranked hits out."""

from index.errors import (
    BusyLibraryError,
    LibraryError,
    NoLibraryError,
    OldIndexesError,
    OtherEncoderError,
    QueryError,
)
from index.library import Library
from index.runs.refresh import refresh
from index.runs.removing import forget_document, remove_document, removed_documents, restore_document
from index.storage.direct import index_documents
from index.types import (
    Facets,
    Filters,
    Hit,
    Index,
    IndexReport,
    Legs,
    LibraryStatus,
    Progress,
    RemovedDocument,
    SkippedFile,
    TermFrequencies,
    UnreadPage,
)
from index.understanding.understood import QueryNote, QueryPart, Understood

__all__ = [
    "BusyLibraryError",
    "Facets",
    "Filters",
    "Hit",
    "Index",
    "IndexReport",
    "Legs",
    "Library",
    "LibraryError",
    "LibraryStatus",
    "NoLibraryError",
    "OldIndexesError",
    "OtherEncoderError",
    "Progress",
    "QueryError",
    "QueryNote",
    "QueryPart",
    "RemovedDocument",
    "SkippedFile",
    "TermFrequencies",
    "Understood",
    "UnreadPage",
    "forget_document",
    "index_documents",
    "refresh",
    "remove_document",
    "removed_documents",
    "restore_document",
]
