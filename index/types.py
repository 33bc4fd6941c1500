"""The words of searching: filters, hits, and what every index promises."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from corpus.types import Document, Finding, Page, Passage

Legs = Literal["lexical", "dense", "both"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents may be found; an empty tuple does not restrict. Within a field any may match."""

    kinds: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    fiscal_years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: `score` higher is better, `rank` from 1, `highlights` (start, end) in its text."""

    passage: Passage
    document: Document
    score: float
    rank: int
    highlights: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Facets:
    """How many documents there are of each kind, issuer and fiscal year, most first (years newest first)."""

    kinds: tuple[tuple[str, int], ...] = ()
    issuers: tuple[tuple[str, int], ...] = ()
    fiscal_years: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that is not in the library, and why (one English sentence)."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page of an indexed document whose text could not be read."""

    path: str
    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What one indexing run did."""

    read: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[SkippedFile, ...] = ()
    unread_pages: tuple[UnreadPage, ...] = ()


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """What a library holds and what it could not read."""

    documents: int
    pages: int
    passages: int
    findings: int
    encoder: str
    skipped: tuple[SkippedFile, ...]
    unread_pages: tuple[UnreadPage, ...]
    bytes_on_disk: int
    sources: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class TermFrequencies:
    """In how many of all `passages` each lemma asked about occurs, 0 where in none."""

    passages: int
    by_lemma: Mapping[str, int]


Stage = Literal["reading", "encoding", "writing"]
"""What an indexing run is at: files, passages, or the indexes as a whole."""


class Progress(Protocol):
    """Called as indexing goes on: `done` of `total` files (name: the file's path) or passages."""

    def __call__(self, stage: Stage, done: int, total: int, name: str = "", /) -> None: ...


def no_progress(stage: Stage, done: int, total: int, name: str = "", /) -> None:
    """Tells nobody."""


class Index(Protocol):
    """Passages in, ranked hits out. Nothing above this package may know which index stands behind it.

    `search` raises ValueError in one clear English sentence for a query it cannot search.
    """

    def search(
        self, query: str, top_k: int = 10, filters: Filters = Filters(), legs: Legs = "both"
    ) -> list[Hit]: ...

    def facets(self) -> Facets: ...

    def documents(self) -> Sequence[Document]: ...

    def document(self, document_id: str) -> Document | None: ...

    def pages(self, document_id: str) -> Sequence[Page]: ...

    def passage(self, passage_id: str) -> Passage | None: ...

    def findings(self) -> Sequence[Finding]: ...

    def original(self, document_id: str) -> Path | None: ...

    def status(self) -> LibraryStatus: ...

    def term_frequencies(self, lemmas: Sequence[str]) -> TermFrequencies: ...
