"""Passages in, ranked hits out."""

from index.direct import index_documents
from index.errors import LibraryError, NoLibraryError, OldIndexesError, OtherEncoderError, QueryError
from index.library import Library
from index.refresh import refresh
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
    "SkippedFile",
    "TermFrequencies",
    "UnreadPage",
    "index_documents",
    "refresh",
]
