"""One document: what it is and why that is believed, how each page was read, its pages, what can be done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from corpus.types import Document, Evidence
from ui.frame import show_error, show_note
from ui.library.address import close_document, document_now
from ui.library.page_picture import show_picture
from ui.library.reading_strip import show_strip
from ui.library.removed_view import ask_removal, show_if_removed
from ui.library.tables import Row, show_heading
from ui.links import show_link
from ui.marking import marked
from ui.original import show_original
from ui.places import fiscal_year, reading_words
from ui.tables import facts, table
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

FIELDS = ("title", "kind", "issuer", "fiscal_year")
"""What a document is described by."""


def show_document(application: "Application") -> None:
    """The document that the address opens, and a way back to the list."""
    st.button(words().library.back, key="library-back", icon=":material/arrow_back:", on_click=close_document)
    document = application.index.document(document_now())
    if document is None:
        if not show_if_removed(application, document_now()):
            show_error(words().library.unknown_document)
        return
    st.html(f'<h2 class="t-title">{marked(document.title)}</h2><p class="t-note">{marked(document.path)}</p>')
    _show_actions(application, document)
    text, picture = st.columns([11, 9], gap="medium")
    with text:
        _show_description(application, document)
        _show_reading(application, document)
    with picture:
        show_picture(application, document)


def _show_actions(application: "Application", document: Document) -> None:
    told = words().library
    with st.container(horizontal=True, vertical_alignment="center", key="document-actions"):
        show_link("search", f"doc={document.id}", told.search_within, icon=":material/search:")
        show_original(application, document, "document")
        if application.settings.uploads and st.button(told.remove, key="remove", icon=":material/delete:"):
            ask_removal(application, document)


def _show_description(application: "Application", document: Document) -> None:
    told = words().library
    show_heading(told.how_described)
    heads = ("", told.described_value, told.described_by)
    rows = described(document, application.index.evidence(document.id))
    st.html(table(told.how_described, heads, rows, named=True))


def described(document: Document, evidence: Sequence[Evidence]) -> list[Row]:
    """A row for each field: its name, its value, and what told it."""
    places = words().places
    values = {
        "title": (places.title, document.title),
        "kind": (places.kind, document.kind or ""),
        "issuer": (places.issuer, document.issuer or ""),
        "fiscal_year": (
            places.fiscal_year,
            "" if document.fiscal_year is None else fiscal_year(document.fiscal_year),
        ),
    }
    by_field = {each.field: each for each in evidence}
    return [
        (name, value or words().library.told_nothing, evidence_words(by_field.get(field)) if value else "")
        for field, (name, value) in values.items()
    ]


def evidence_words(evidence: Evidence | None) -> str:
    """本文（3頁）「令和5年度」: what told a field, where that is known."""
    told = words().library
    if evidence is None:
        return ""
    if evidence.source == "text" and evidence.span is not None:
        return told.told_text.format(page=evidence.span.page, quote=evidence.quote)
    forms = {
        "text": told.told_whole_text,
        "file name": told.told_name,
        "file properties": told.told_properties,
        "metadata.csv": told.told_metadata,
    }
    form = forms.get(evidence.source)
    return form.format(quote=evidence.quote) if form else f"{evidence.source} {evidence.quote}"


def _show_reading(application: "Application", document: Document) -> None:
    reading = next((each for each in application.index.readings() if each.document_id == document.id), None)
    if reading is not None:
        told = words().library
        known = {
            **({told.page_count: f"{document.page_count:,}"} if document.page_count else {}),
            told.sections: f"{reading.sections:,}",
            told.passages: f"{reading.passages:,}",
            told.tables: f"{reading.tables:,}",
            told.rows: f"{reading.rows:,}",
            told.fields: f"{reading.fields:,}",
            told.findings: f"{reading.findings:,}",
            told.read_in: told.seconds.format(count=reading.seconds),
        }
        st.html(facts(known))
        show_note(told.reading_told.format(how=reading_words(reading.pages)))
    if document.page_count:
        show_strip(application.index.pages(document.id))
