"""文書: what can be searched, and in plain sight what could not be read."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from index.types import LibraryStatus, UnreadPage
from ui.frame import opened_application, show_empty_library, show_note, show_title, working
from ui.library.search_proof import proof_rows, proof_words
from ui.marking import marked
from ui.places import fiscal_year, page_ranges, reading_words
from ui.reasons import reason_text
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

Row = tuple[str, ...]


def show_library_page() -> None:
    """The page: figures, the proof of search, what could not be read, then the documents."""
    show_title(words().app.library, words().library.library_lead)
    application = opened_application()
    with working(words().app.opening):
        status = application.index.status()
    st.html(figures(status))
    _show_proof(status)
    _show_unread(status)
    if not show_empty_library(application):
        _show_documents(application)


def figures(status: LibraryStatus) -> str:
    """The library's size in figures, as HTML."""
    facts = {
        words().library.documents: f"{status.documents:,}",
        words().library.page_count: f"{status.pages:,}",
        words().library.passages: f"{status.passages:,}",
        words().library.findings: f"{status.findings:,}",
        words().library.disk: f"{status.bytes_on_disk / 1_000_000:,.1f} MB",
        words().library.encoder: status.encoder,
    }
    items = "".join(
        f"<div><dt>{marked(name)}</dt><dd>{marked(value)}</dd></div>" for name, value in facts.items()
    )
    return f'<dl class="t-figures">{items}</dl>'


def _show_proof(status: LibraryStatus) -> None:
    if sentence := proof_words(status.proof):
        show_note(sentence)
    if status.proof.failing:
        _show_table(
            words().library.proof_title,
            (words().places.file, words().library.proof_what),
            proof_rows(status.proof.failing),
            "",
        )


def _show_unread(status: LibraryStatus) -> None:
    _show_table(
        words().library.skipped_title,
        (words().places.file, words().library.reason),
        [(skipped.path, reason_text(skipped.reason)) for skipped in status.skipped],
        words().library.skipped_none,
    )
    _show_table(
        words().library.unread_title,
        (words().places.file, words().library.page_numbers, words().library.reason),
        unread_rows(status.unread_pages),
        words().library.unread_none,
    )
    if status.doubtful_pages:
        _show_table(
            words().library.doubtful_title,
            (words().places.file, words().library.page_numbers, words().library.reason),
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
    title = words().library.documents_title
    st.html(f'<h2 class="t-h2">{title} <span class="t-number">{len(documents)}</span></h2>')
    st.dataframe(
        {
            words().places.title: [document.title for document in documents],
            words().library.page_count: [str(document.page_count or "") for document in documents],
            words().library.reading: [reading_words(each.pages) if each else "" for each in read],
            words().library.sections: [each.sections if each else None for each in read],
            words().library.passages: [each.passages if each else None for each in read],
            words().library.tables: [each.tables if each else None for each in read],
            words().library.findings: [each.findings if each else None for each in read],
            words().places.kind: [document.kind or "" for document in documents],
            words().places.issuer: [document.issuer or "" for document in documents],
            words().places.fiscal_year: [fiscal_year(document.fiscal_year) for document in documents],
            words().places.file: [document.path for document in documents],
        },
        hide_index=True,
        column_config={
            words().places.title: st.column_config.TextColumn(width=300),
            words().library.reading: st.column_config.TextColumn(width=220),
            words().places.kind: st.column_config.TextColumn(width=130),
            **dict.fromkeys(_narrow(), st.column_config.Column(width=55)),
        },
    )


def _narrow() -> Row:
    """The columns of figures."""
    told = words().library
    return told.page_count, told.sections, told.passages, told.tables
