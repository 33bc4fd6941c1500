"""Rows of the library's tables in, the words of the collection out, and back."""

import json
import sqlite3
from collections.abc import Sequence

from corpus.types import Document, Finding, Page, Passage, Section, Span
from index.storage.places import pack_places, unpack_places

Row = sqlite3.Row
Value = str | int | float | bytes | None

SELECT_DOCUMENTS = """
    SELECT documents.*,
        (SELECT path FROM files WHERE files.document = documents.id ORDER BY path, source LIMIT 1) AS path
    FROM documents
"""
"""Documents with the first of the paths they are found under."""


def as_document(row: Row) -> Document:
    """A document from a row of SELECT_DOCUMENTS."""
    return Document(
        row["id"],
        row["path"] or "",
        row["title"],
        row["kind"],
        row["issuer"],
        row["fiscal_year"],
        row["page_count"],
    )


def as_page(row: Row) -> Page:
    """A page from a row of `pages`."""
    runs, boxes, right = unpack_places(row["places"])
    return Page(
        row["number"],
        row["label"],
        row["text"],
        row["read_by"],
        row["confidence"],
        row["reason"],
        runs,
        boxes,
        right,
    )


def as_passage(row: Row) -> Passage:
    """A passage from a row of `passages`."""
    return Passage(
        row["id"],
        row["document"],
        tuple(json.loads(row["headings"])),
        row["text"],
        read_spans(row["spans"]),
        tuple(json.loads(row["page_labels"])),
        row["side"],
    )


def as_finding(row: Row) -> Finding:
    """A finding from a row of `findings`."""
    return Finding(
        row["document"],
        row["kind"],
        row["number"],
        row["title"],
        row["page_label"],
        tuple(json.loads(row["passages"])),
        row["page"],
        row["subject"],
    )


def page_row(document_id: str, page: Page) -> tuple[Value, ...]:
    """A page's row, in the order of the table."""
    return (
        document_id,
        page.number,
        page.label,
        page.text,
        page.read_by,
        page.confidence,
        page.reason,
        pack_places(page),
    )


def section_row(position: int, section: Section) -> tuple[Value, ...]:
    """A section's row, in the order of the table."""
    return (
        section.document_id,
        position,
        write_words(section.headings),
        write_spans(section.spans),
        write_words(section.page_labels),
    )


def passage_row(passage: Passage) -> tuple[Value, ...]:
    """A passage's row without its number, in the order of the table."""
    return (
        passage.id,
        passage.document_id,
        write_words(passage.headings),
        passage.text,
        write_spans(passage.spans),
        write_words(passage.page_labels),
        passage.side,
    )


def finding_row(position: int, finding: Finding) -> tuple[Value, ...]:
    """A finding's row, in the order of the table."""
    return (
        finding.document_id,
        position,
        finding.kind,
        finding.number,
        finding.title,
        finding.page_label,
        write_words(finding.passages),
        finding.page,
        finding.subject,
    )


def write_words(words: Sequence[str]) -> str:
    """A list of words as JSON."""
    return json.dumps(list(words), ensure_ascii=False)


def write_spans(spans: Sequence[Span]) -> str:
    """Spans as JSON: a list of [page, start, end]."""
    return json.dumps([[span.page, span.start, span.end] for span in spans], separators=(",", ":"))


def read_spans(text: str) -> tuple[Span, ...]:
    """Spans from the JSON that `write_spans` made."""
    return tuple(Span(page, start, end) for page, start, end in json.loads(text))
