"""文書: what can be searched, and in plain sight what could not be read."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from index.types import LibraryStatus, UnreadPage
from ui.frame import opened_application, show_empty_library, show_note, show_title, working
from ui.marking import marked
from ui.places import fiscal_year, page_ranges, reading_words
from ui.reasons import reason_text
from ui.search_proof import proof_rows, proof_words
from ui.words import WORDS

if TYPE_CHECKING:
    from tenkyo.application import Application

Row = tuple[str, ...]

FIGURES = (WORDS.page_count, WORDS.sections, WORDS.passages, WORDS.tables)
"""The narrow columns."""


def show_library_page() -> None:
    """The page: figures, the proof of search, what could not be read, then the documents."""
    show_title(WORDS.library, WORDS.library_lead)
    application = opened_application()
    with working(WORDS.opening):
        status = application.index.status()
    st.html(figures(status))
    _show_proof(status)
    _show_unread(status)
    if not show_empty_library(application):
        _show_documents(application)


def figures(status: LibraryStatus) -> str:
    """The library's size in figures, as HTML."""
    facts = {
        WORDS.documents: f"{status.documents:,}",
        WORDS.page_count: f"{status.pages:,}",
        WORDS.passages: f"{status.passages:,}",
        WORDS.findings: f"{status.findings:,}",
        WORDS.disk: f"{status.bytes_on_disk / 1_000_000:,.1f} MB",
        WORDS.encoder: status.encoder,
    }
    items = "".join(
        f"<div><dt>{marked(name)}</dt><dd>{marked(value)}</dd></div>" for name, value in facts.items()
    )
    return f'<dl class="t-figures">{items}</dl>'


def _show_proof(status: LibraryStatus) -> None:
    if words := proof_words(status.proof):
        show_note(words)
    if status.proof.failing:
        _show_table(WORDS.proof_title, (WORDS.file, WORDS.proof_what), proof_rows(status.proof.failing), "")


def _show_unread(status: LibraryStatus) -> None:
    _show_table(
        WORDS.skipped_title,
        (WORDS.file, WORDS.reason),
        [(skipped.path, reason_text(skipped.reason)) for skipped in status.skipped],
        WORDS.skipped_none,
    )
    _show_table(
        WORDS.unread_title,
        (WORDS.file, WORDS.page_numbers, WORDS.reason),
        unread_rows(status.unread_pages),
        WORDS.unread_none,
    )
    if status.doubtful_pages:
        _show_table(
            WORDS.doubtful_title,
            (WORDS.file, WORDS.page_numbers, WORDS.reason),
            unread_rows(status.doubtful_pages),
            "",
        )


def unread_rows(unread: Iterable[UnreadPage]) -> list[Row]:
    """One row a file and reason, its pages as ranges."""
    pages: dict[tuple[str, str], list[int]] = {}
    for page in unread:
        pages.setdefault((page.path, page.reason), []).append(page.page)
    return [
        (path, page_ranges([str(number) for number in sorted(numbers)]), reason_text(reason))
        for (path, reason), numbers in sorted(pages.items())
    ]


def _show_table(title: str, heads: Row, rows: Sequence[Row], nothing: str) -> None:
    st.html(f'<h2 class="t-h2">{marked(title)} <span class="t-number">{len(rows)}</span></h2>')
    if rows:
        st.html(table(title, heads, rows))
    else:
        show_note(nothing)


def table(title: str, heads: Row, rows: Sequence[Row]) -> str:
    """A table as HTML, every cell escaped; it can be scrolled with the keyboard."""
    head = "".join(f'<th scope="col">{marked(cell)}</th>' for cell in heads)
    body = "".join("<tr>" + "".join(f"<td>{marked(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return (
        f'<div class="t-table" tabindex="0" role="region" aria-label="{marked(title)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _show_documents(application: "Application") -> None:
    documents = sorted(application.index.documents(), key=lambda document: document.path)
    readings = {each.document_id: each for each in application.index.readings()}
    read = [readings.get(document.id) for document in documents]
    st.html(f'<h2 class="t-h2">{WORDS.documents_title} <span class="t-number">{len(documents)}</span></h2>')
    st.dataframe(
        {
            WORDS.title: [document.title for document in documents],
            WORDS.page_count: [str(document.page_count or "") for document in documents],
            WORDS.reading: [reading_words(each.pages) if each else "" for each in read],
            WORDS.sections: [each.sections if each else None for each in read],
            WORDS.passages: [each.passages if each else None for each in read],
            WORDS.tables: [each.tables if each else None for each in read],
            WORDS.findings: [each.findings if each else None for each in read],
            WORDS.kind: [document.kind or "" for document in documents],
            WORDS.issuer: [document.issuer or "" for document in documents],
            WORDS.fiscal_year: [fiscal_year(document.fiscal_year) for document in documents],
            WORDS.file: [document.path for document in documents],
        },
        hide_index=True,
        column_config={
            WORDS.title: st.column_config.TextColumn(width=300),
            WORDS.reading: st.column_config.TextColumn(width=220),
            WORDS.kind: st.column_config.TextColumn(width=130),
            **dict.fromkeys(FIGURES, st.column_config.Column(width=55)),
        },
    )
