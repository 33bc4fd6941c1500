"""The words of evidence packs: what was asked, what was found, and all that is needed to ask it again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Literal

from corpus.types import Document, Passage
from index.types import Filters, Order

PackKind = Literal["search", "answer", "precedents", "comparison"]
JST = timezone(timedelta(hours=9), "JST")
FORMAT = 1
"""Raised when a record takes another form."""
MOST_PASSAGES = 600
"""The most passages of one pack."""

Told = Callable[[int, int], object]
"""Called with (done, total) as passages are put into a pack."""


def told_to_nobody(done: int, total: int) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked: `text` is the query, the question, the draft finding or what was compared.

    `without` holds the keys of the understood parts that were taken back. `parameters` are whatever else a
    page needs to ask the same again, by names of its own; `shown` are further conditions in words.
    """

    kind: PackKind
    text: str
    filters: Filters = Filters()
    without: tuple[str, ...] = ()
    top_k: int = 10
    sort: Order = "relevance"
    parameters: tuple[tuple[str, str], ...] = ()
    shown: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A place that was found: `number` is the one it is shown and cited by, `rank` that among the hits.

    `quote` is word for word in the passage's text, None where the whole passage is meant. `remarks` are
    what a page says of it besides, each under its name.
    """

    number: int
    passage: Passage
    document: Document
    rank: int | None = None
    score: float | None = None
    quote: str | None = None
    highlights: tuple[tuple[int, int], ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer as it was given: `text` with its citation numbers. `notes` are whole sentences."""

    text: str
    supported: bool
    confidence: float
    writer: str = "extractive"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row of a comparison, a cell for each column; `places` are the numbers of the places it stands on."""

    cells: tuple[str, ...]
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedTable:
    """A comparison as a table."""

    columns: tuple[str, ...]
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What asking gave. `nearest` are further places among which one that was cited may stand again."""

    found: tuple[Found, ...]
    answer: GivenAnswer | None = None
    table: ComparedTable | None = None
    nearest: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class PackedPassage:
    """A place as it stood when the pack was made; `sha256` is that of its file, which is the document's id.

    `pages` are the file's, from 1, empty for a format without pages. `before` and `after` are what stands
    around the passage. `confidence` is the least with which OCR read its pages, None where it read none.
    """

    number: int
    rank: int | None
    score: float | None
    passage_id: str
    sha256: str
    path: str
    title: str
    issuer: str | None
    fiscal_year: int | None
    kind: str | None
    headings: tuple[str, ...]
    pages: tuple[int, ...]
    page_labels: tuple[str, ...]
    side: Literal["left", "right"] | None
    text: str
    quote: str | None
    highlights: tuple[tuple[int, int], ...]
    before: str
    after: str
    confidence: float | None
    remarks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PackedLibrary:
    """The library as it was: `state` is the hash of all its answers depend on, `parts` the hashes of what
    that is made of; `documents` tells by the first 16 signs of a document's id how it was read."""

    state: str
    document_count: int
    passage_count: int
    parts: Mapping[str, str]
    documents: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """All of a pack but its pictures: what is written into the file for programs to read.

    `made_at` is an ISO 8601 time of Japan, `program` the version that made it. `taken_back` says in words
    which understood parts of the query were taken back, `filtered` are the titles of the documents that a
    filter lets through.
    """

    format: int
    program: str
    made_at: str
    request: Request
    library: PackedLibrary
    passages: tuple[PackedPassage, ...]
    taken_back: tuple[str, ...] = ()
    filtered: tuple[str, ...] = ()
    answer: GivenAnswer | None = None
    table: ComparedTable | None = None

    @property
    def time(self) -> datetime:
        """When the pack was made."""
        return datetime.fromisoformat(self.made_at).astimezone(JST)


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page with its passages boxed, by their numbers: an image file's bytes (PNG or JPEG), its pixels."""

    passages: tuple[int, ...]
    page: int
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Pack:
    """A record with the pictures of its pages, in the order of its passages."""

    record: Record
    pictures: tuple[PagePicture, ...] = ()

    def pictures_of(self, number: int) -> tuple[PagePicture, ...]:
        """The pages of which the passage of that number is the first boxed."""
        return tuple(picture for picture in self.pictures if picture.passages[0] == number)
