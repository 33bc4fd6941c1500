"""The words of searching: filters, hits, and what every index promises."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from corpus.types import Document, Evidence, Field, Finding, Measure, Page, Passage, Span, TableRow
from index.ranking.weights import RankingWeights
from index.understanding.understood import Understood

Legs = Literal["lexical", "dense", "both"]
Order = Literal["relevance", "newest"]
"""What hits are sorted by: their score, or their document's fiscal year, newest first, unknown years last."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents may be found; an empty tuple does not restrict. Within a field any may match.

    `documents` holds ids.
    """

    kinds: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    fiscal_years: tuple[int, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: `score` higher is better, `rank` from 1, `highlights` (start, end) in its text.

    `features` are what the score is made of, each 0 to 1, as `index.FEATURES` names them; none where one leg
    alone was asked. `siblings` say the same and would be found by themselves (another year's edition): their
    ranks are those they would have had.
    """

    passage: Passage
    document: Document
    score: float
    rank: int
    highlights: tuple[tuple[int, int], ...] = ()
    features: tuple[float, ...] = ()
    siblings: tuple["Hit", ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """How near characters `start` to `end` (exclusive) of a passage's text, a sentence or row, or a few short
    ones, are to a query: a cosine, -1 to 1."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Facets:
    """How many documents there are of each kind, issuer and fiscal year, most first (years newest first);
    on a `SearchPage` how many of its candidates."""

    kinds: tuple[tuple[str, int], ...] = ()
    issuers: tuple[tuple[str, int], ...] = ()
    fiscal_years: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What a page of hits shows. Its candidates are the best passages found, CANDIDATES at most: all that it
    sorts, groups and counts is of these.

    `hits` are in the order asked for, their ranks as they stand; `candidates` is how many passages there are,
    and `by_document` how many of each document, by its id. Each facet of `facets` is counted with the other
    facets' choices in force but not its own, so a value's count tells what choosing it too would bring.
    """

    hits: tuple[Hit, ...] = ()
    candidates: int = 0
    by_document: Mapping[str, int] = field(default_factory=dict)
    facets: Facets = Facets()


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The passages of a document just before and just after one of it, in reading order."""

    before: tuple[Passage, ...] = ()
    after: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that is not in the library, and why (one English sentence)."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class SkippedPath:
    """A file or folder that cannot be indexed; `folder` tells that what is below it is not known either."""

    location: str
    path: str
    reason: str
    folder: bool = False


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page of an indexed document whose text could not be read, or only in part; `reason` tells why."""

    path: str
    page: int
    reason: str
    document_id: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in the sources that could not be used (a row of metadata.csv), and why."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class PageCounts:
    """How pages were read: by their text, by OCR, nothing to read on them, waiting for OCR, not readable.

    `confidence` is the mean of those that OCR read, None where it read none.
    """

    text: int = 0
    ocr: int = 0
    blank: int = 0
    waiting: int = 0
    unread: int = 0
    confidence: float | None = None

    @property
    def total(self) -> int:
        """All pages."""
        return self.text + self.ocr + self.blank + self.waiting + self.unread


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """What was read of one document; `tables` are those its reader found, `rows` the rows kept of them, and
    `seconds` what reading it took, OCR included."""

    document_id: str
    path: str
    pages: PageCounts
    sections: int
    passages: int
    tables: int
    rows: int
    fields: int
    findings: int
    seconds: float


UnfoundKind = Literal["text", "passage", "page", "term", "sentence"]
"""What search does not find: a document has no text at all, an index does not hold a passage, no word of a
page leads to it, the lexical leg does not find a word, the dense leg does not find a sentence."""


@dataclass(frozen=True, slots=True)
class Unfound:
    """What search was asked for and did not find, and the page it stands on, where the file has pages."""

    what: UnfoundKind
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentProof:
    """How search was proven for one document: how many `terms`, `pages` (by their own words) and `sentences`
    were asked for, how many passages are `missing` in an index, and what was not found."""

    document_id: str
    path: str
    terms: int = 0
    pages: int = 0
    sentences: int = 0
    missing: int = 0
    unfound: tuple[Unfound, ...] = ()


@dataclass(frozen=True, slots=True)
class ProofStatus:
    """What is proven of the search in a library: how many documents it finds by all that was asked, those
    that it does not (`failing`), how many are not proven with its present indexes; how much was asked."""

    proven: int = 0
    failing: tuple[DocumentProof, ...] = ()
    unproven: int = 0
    terms: int = 0
    pages: int = 0
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class RemovedDocument:
    """A document that a user took out, and that no run brings in again.

    It can be put back as long as it is not `forgotten`: of that one nothing is kept but its id, the time and
    its path. `places` are where its file was found.
    """

    id: str
    path: str
    title: str
    page_count: int
    removed_at: datetime
    forgotten: bool
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What one indexing run did, and how the pages found in its sources are read now.

    `doubtful_pages` were read, but not wholly or not well. `left_out` are the paths of files whose documents
    a user took out of the library.
    """

    read: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    skipped: tuple[SkippedFile, ...] = ()
    unread_pages: tuple[UnreadPage, ...] = ()
    doubtful_pages: tuple[UnreadPage, ...] = ()
    pages: PageCounts = PageCounts()
    notices: tuple[Notice, ...] = ()
    proof: ProofStatus = ProofStatus()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """What a library holds and what it could not read; `ranking_weights` are its own, None where it ranks
    by the program's."""

    documents: int
    pages: int
    passages: int
    findings: int
    encoder: str
    skipped: tuple[SkippedFile, ...]
    unread_pages: tuple[UnreadPage, ...]
    bytes_on_disk: int
    sources: tuple[str, ...] = field(default=())
    doubtful_pages: tuple[UnreadPage, ...] = ()
    page_counts: PageCounts = PageCounts()
    rows: int = 0
    proof: ProofStatus = ProofStatus()
    ranking_weights: RankingWeights | None = None


@dataclass(frozen=True, slots=True)
class LibraryState:
    """What a library's answers depend on, each part as a sha256 (hexadecimal).

    `documents` tells by document id how each was read and described.
    """

    documents: Mapping[str, str]
    encoder: str = ""
    analyser: str = ""
    weights: str = ""
    synonyms: str = ""
    reranker: str = ""

    @property
    def digest(self) -> str:
        """One sha256 over all of it: libraries with the same one answer alike."""
        documents = (part for pair in sorted(self.documents.items()) for part in pair)
        parts = (*documents, self.encoder, self.analyser, self.weights, self.synonyms, self.reranker)
        return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class TermFrequencies:
    """In how many of all `passages` each lemma asked about occurs, 0 where in none."""

    passages: int
    by_lemma: Mapping[str, int]


Stage = Literal["checking", "reading", "ocr", "encoding", "writing", "proving"]
"""What an indexing run is at: files, files, pages, passages, the indexes as a whole, or documents."""


class Progress(Protocol):
    """Called as indexing goes on: `done` of `total` files, pages or passages; `name` tells of what."""

    def __call__(self, stage: Stage, done: int, total: int, name: str = "", /) -> None: ...


def no_progress(stage: Stage, done: int, total: int, name: str = "", /) -> None:
    """Tells nobody."""


class Index(Protocol):
    """Passages in, ranked hits out. Nothing above this package may know which index stands behind it.

    `search` and `understand` raise ValueError in one clear English sentence for a query that cannot be
    searched. `without` holds the keys of understood parts that are taken back: they are plain words; `within`
    the ids of the only passages that may be found, None for all.
    """

    def search(
        self,
        query: str,
        top_k: int = 10,
        filters: Filters = Filters(),
        legs: Legs = "both",
        without: Collection[str] = (),
        within: Collection[str] | None = None,
    ) -> list[Hit]: ...

    def search_page(
        self,
        query: str,
        top_k: int = 10,
        filters: Filters = Filters(),
        without: Collection[str] = (),
        order: Order = "relevance",
        *,
        grouped: bool = False,
    ) -> SearchPage: ...

    def similar(
        self,
        passage_id: str,
        top_k: int = 10,
        filters: Filters = Filters(),
        order: Order = "relevance",
        *,
        grouped: bool = False,
        same_document: bool = False,
    ) -> SearchPage: ...

    def neighbours(self, passage_id: str, reach: int = 1) -> Neighbours: ...

    def understand(self, query: str, without: Collection[str] = ()) -> Understood: ...

    def sentence_scores(
        self, query: str, passages: Sequence[Passage], without: Collection[str] = ()
    ) -> Mapping[str, Sequence[SentenceScore]]: ...

    def facets(self) -> Facets: ...

    def documents(self) -> Sequence[Document]: ...

    def document(self, document_id: str) -> Document | None: ...

    def pages(self, document_id: str) -> Sequence[Page]: ...

    def page(self, document_id: str, number: int) -> Page | None: ...

    def texts(self, document_id: str, spans: Sequence[Span]) -> Sequence[str]: ...

    def rows(self, document_id: str, spans: Sequence[Span] | None = None) -> Sequence[TableRow]: ...

    def fields(self, document_id: str, spans: Sequence[Span] | None = None) -> Sequence[Field]: ...

    def evidence(self, document_id: str) -> Sequence[Evidence]: ...

    def readings(self) -> Sequence[DocumentReading]: ...

    def passage(self, passage_id: str) -> Passage | None: ...

    def passages(self, document_id: str) -> Sequence[Passage]: ...

    def findings(self) -> Sequence[Finding]: ...

    def measures(self) -> Sequence[Measure]: ...

    def original(self, document_id: str) -> Path | None: ...

    def status(self) -> LibraryStatus: ...

    def state(self) -> LibraryState: ...

    def term_frequencies(self, lemmas: Sequence[str]) -> TermFrequencies: ...
