"""The documents that can be searched, as a table: narrowed by the address, sorted by its heads."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st

from corpus.types import Document
from index.types import DocumentReading
from ui.frame import show_note
from ui.library.address import open_document
from ui.library.tables import show_heading
from ui.places import fiscal_year, reading_words
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

TABLE = "documents"
FIND, KIND, ISSUER, YEAR = "find", "doc_kind", "doc_issuer", "doc_year"
"""What narrows the table, under these names in the address."""

HEIGHT = 520
"""Pixels of the table at most."""
ROWS = 13
"""Rows that these hold."""

Value = TypeVar("Value", str, int)


def show_documents(application: "Application") -> None:
    """The table and what narrows it; choosing a row opens that document."""
    documents = sorted(application.index.documents(), key=lambda document: document.path)
    show_heading(words().library.documents_title, len(documents))
    if not documents:
        show_note(words().app.library_empty)
        return
    shown = _narrowed(documents)
    if not shown:
        show_note(words().library.documents_none)
        return
    show_note(words().library.documents_shown.format(shown=len(shown), whole=len(documents)))

    def chosen() -> None:
        at = st.session_state[TABLE].selection.rows
        if at:
            open_document(shown[at[0]].id)

    readings = {each.document_id: each for each in application.index.readings()}
    st.dataframe(
        columns(shown, [readings.get(document.id) for document in shown]),
        hide_index=True,
        key=TABLE,
        on_select=chosen,
        selection_mode="single-row",
        height=HEIGHT if len(shown) > ROWS else "auto",
        column_config=_widths(),
        alt=words().library.documents_title,
        placeholder="",
    )


def columns(
    documents: Sequence[Document], readings: Sequence[DocumentReading | None]
) -> dict[str, list[str | int | None]]:
    """What is told of the documents, a list a column."""
    told, places = words().library, words().places
    both = list(zip(documents, readings, strict=True))
    return {
        places.title: [document.title for document in documents],
        places.kind: [document.kind for document in documents],
        places.issuer: [document.issuer for document in documents],
        places.fiscal_year: [document.fiscal_year for document in documents],
        told.page_count: [document.page_count or None for document in documents],
        told.reading: [reading_words(reading.pages) if reading else "" for _, reading in both],
        told.passages: [reading.passages if reading else None for _, reading in both],
        told.findings: [reading.findings or None if reading else None for _, reading in both],
        places.file: [document.path for document in documents],
    }


def _widths() -> dict[str, Any]:
    told, places, column = words().library, words().places, st.column_config
    return {
        places.title: column.TextColumn(width=340),
        places.kind: column.TextColumn(width=110),
        places.issuer: column.TextColumn(width=110),
        places.fiscal_year: column.NumberColumn(width=60, format="%d"),
        told.page_count: column.NumberColumn(width=60),
        told.reading: column.TextColumn(width=190),
        told.passages: column.NumberColumn(width=60),
        told.findings: column.NumberColumn(width=80),
    }


def _narrowed(documents: Sequence[Document]) -> list[Document]:
    """The documents that fit what the user narrows the table by."""
    told = words().library
    with st.container(horizontal=True, vertical_alignment="bottom", key="documents-filters"):
        wanted = st.text_input(
            told.find,
            key=FIND,
            bind="query-params",
            placeholder=told.find,
            label_visibility="collapsed",
            icon=":material/filter_alt:",
        )
        kind = _choice(KIND, words().places.kind, told.all_kinds, [d.kind for d in documents])
        issuer = _choice(ISSUER, words().places.issuer, told.all_issuers, [d.issuer for d in documents])
        year = _choice(YEAR, words().places.fiscal_year, told.all_years, [d.fiscal_year for d in documents])
    return [
        document
        for document in documents
        if _says(document, wanted or "")
        and kind in (None, document.kind)
        and issuer in (None, document.issuer)
        and year in (None, document.fiscal_year)
    ]


def _choice(key: str, label: str, everything: str, values: Sequence[Value | None]) -> Value | None:
    """One of the values that documents have, None for all."""
    known = sorted({value for value in values if value is not None}, reverse=key == YEAR)
    return st.selectbox(
        label,
        known,
        index=None,
        key=key,
        bind="query-params",
        placeholder=everything,
        format_func=lambda value: fiscal_year(value) if isinstance(value, int) else value,
        label_visibility="collapsed",
        width=200,
    )


def _says(document: Document, wanted: str) -> bool:
    """Whether a document's title or path holds all words that are wanted, in any case."""
    held = f"{document.title} {document.path}".casefold()
    return all(word in held for word in wanted.casefold().split())
