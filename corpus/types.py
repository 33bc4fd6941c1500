"""The words of a document collection: documents, pages, sections, passages, findings."""

from dataclasses import dataclass
from typing import Literal

ReadBy = Literal["text", "ocr", "blank", "none"]
"""How a page was read: its text layer, OCR, nothing to read on it, or could not be read."""

FindingKind = Literal["指摘事項", "意見"]

MAX_PASSAGE_CHARACTERS = 800
"""The longest text a passage may have (the command line's contract)."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file, named by the sha256 of its bytes (hexadecimal).

    `path` is relative to the folder it was indexed from, with forward slashes. `page_count` is the number
    of pages of the file, 0 where the format has none of its own (plain text). `fiscal_year` is the western
    year in which the Japanese fiscal year (April to March) begins: 令和2年度 is 2020.
    """

    id: str
    path: str
    title: str
    kind: str | None
    issuer: str | None
    fiscal_year: int | None
    page_count: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read: `number` counts from 1 in the file, `label` is the number printed on it.

    `text` is the page's text as the reader gave it, never rewritten, so that an offset in it names a place
    on the page. `confidence` (0 to 1) is that of OCR, None otherwise.
    """

    number: int
    label: str | None
    text: str
    read_by: ReadBy
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of one page's text."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document with its pages. A file with no pages of its own has one Page, number 1, and page_count 0."""

    document: Document
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading; `headings` are outermost first and end with its own.

    `page_labels` are the printed pages that the document's own contents page tells for it; they serve where
    the pages themselves carry none.
    """

    document_id: str
    headings: tuple[str, ...]
    spans: tuple[Span, ...]
    page_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What is searched and cited: at most 800 characters of one section.

    `text` is normalised for reading (lines joined, letter-spacing closed up); `spans` are the places of its
    lines in the pages' texts, in reading order; `page_labels` the printed pages it stands on.
    """

    id: str
    document_id: str
    headings: tuple[str, ...]
    text: str
    spans: tuple[Span, ...]
    page_labels: tuple[str, ...] = ()

    @property
    def page_numbers(self) -> tuple[int, ...]:
        """The pages its spans stand on, ascending, from 1."""
        return tuple(sorted({span.page for span in self.spans}))


@dataclass(frozen=True, slots=True)
class Finding:
    """One 指摘事項 or 意見 of an audit report. `passages` are the ids of the passages that hold it."""

    document_id: str
    kind: FindingKind
    number: str
    title: str
    page_label: str | None
    passages: tuple[str, ...]
