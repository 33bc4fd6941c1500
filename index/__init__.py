"""Passages in, ranked hits out."""

from index.errors import LibraryError, NoLibraryError, OldIndexesError, OtherEncoderError, QueryError
from index.library import Library
from index.runs.refresh import refresh
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
    SkippedFile,
    TermFrequencies,
    UnreadPage,
)
from index.understanding.understood import QueryNote, QueryPart, Understood

__all__ = [
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
    "SkippedFile",
    "TermFrequencies",
    "Understood",
    "UnreadPage",
    "index_documents",
    "refresh",
]
