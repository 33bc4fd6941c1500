"""The folders that documents were read from, and a way to bring the library up to what they hold now."""

from pathlib import Path

import streamlit as st

from index.types import LibraryStatus
from tenkyo.settings import Settings
from tenkyo.uploads import uploads_folder
from ui.frame import show_note
from ui.library.tables import show_heading
from ui.library.work import start
from ui.marking import marked
from ui.words import words


def show_sources(settings: Settings, status: LibraryStatus) -> None:
    """The folders, and one button for all of them."""
    if not status.sources:
        return
    name = words().library
    show_heading(name.sources_title, len(status.sources))
    show_note(name.sources_lead)
    uploads = str(uploads_folder(settings.data).resolve())
    items = "".join(
        f"<li>{marked(name.sources_uploads if source == uploads else source)}</li>"
        for source in status.sources
    )
    st.html(f'<ul class="t-files">{items}</ul>')
    if settings.uploads:
        st.button(
            name.sources_update,
            key="sources-update",
            icon=":material/sync:",
            on_click=start,
            args=(settings, [Path(source) for source in status.sources]),
        )
