"""What could not be read, in plain sight: files, pages, and pages that were read with doubt."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from index.types import LibraryStatus, UnreadPage
from tenkyo.settings import Settings
from tenkyo.taking_in import drop_upload
from tenkyo.uploads import uploaded_names
from ui.frame import show_note
from ui.library.address import open_document
from ui.library.tables import Row, show_heading, show_part, show_table
from ui.marking import plain_label
from ui.places import page_ranges
from ui.reasons import reason_text
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

MOST_BUTTONS = 20
"""The most uploads that could not be read for which there is a button each."""


def show_unread(application: "Application", status: LibraryStatus) -> None:
    """All of it, or the good news."""
    told = words().library
    show_heading(told.unread_heading)
    if not (status.skipped or status.unread_pages or status.doubtful_pages):
        show_note(told.unread_clear)
        return
    if status.skipped:
        rows = [(skipped.path, reason_text(skipped.reason)) for skipped in status.skipped]
        show_table(told.skipped_title, (words().places.file, told.reason), rows)
        _offer_deleting(application.settings, [skipped.path for skipped in status.skipped])
    for title, pages, key in (
        (told.unread_title, status.unread_pages, "unread-pages"),
        (told.doubtful_title, status.doubtful_pages, "doubtful-pages"),
    ):
        if pages:
            show_part(title, len(pages))
            _show_pages(pages, key)


def _offer_deleting(settings: Settings, paths: Sequence[str]) -> None:
    """A way to delete those that were brought in here."""
    names = set(uploaded_names(settings.data)) & set(paths) if settings.uploads else set()
    with st.container(horizontal=True):
        for name in sorted(names)[:MOST_BUTTONS]:
            st.button(
                plain_label(words().library.drop_upload.format(name=name)),
                key=f"drop-{name}",
                icon=":material/delete:",
                on_click=drop_upload,
                args=(settings, name),
            )


def _show_pages(pages: Sequence[UnreadPage], key: str) -> None:
    """One row a file and reason; choosing one opens its first page."""
    rows = unread_rows(pages)
    first = [_first_page(pages, path, reason) for path, _, reason in rows]

    def chosen() -> None:
        at = st.session_state[key].selection.rows
        if at and (page := first[at[0]]).document_id:
            open_document(page.document_id, page.page)

    show_note(words().library.unread_hint)
    st.dataframe(
        {
            words().places.file: [path for path, _, _ in rows],
            words().library.page_numbers: [numbers for _, numbers, _ in rows],
            words().library.reason: [reason_text(reason) for _, _, reason in rows],
        },
        hide_index=True,
        key=key,
        on_select=chosen,
        selection_mode="single-row",
        height="auto" if len(rows) <= MOST_BUTTONS else 400,
    )


def _first_page(pages: Iterable[UnreadPage], path: str, reason: str) -> UnreadPage:
    return min((p for p in pages if (p.path, p.reason) == (path, reason)), key=lambda page: page.page)


def unread_rows(unread: Iterable[UnreadPage]) -> list[Row]:
    """One row a file and reason (in the reader's own words), its pages as ranges."""
    pages: dict[tuple[str, str], list[int]] = {}
    for page in unread:
        pages.setdefault((page.path, page.reason), []).append(page.page)
    return [
        (path, page_ranges([str(number) for number in sorted(numbers)]), reason)
        for (path, reason), numbers in sorted(pages.items())
    ]
