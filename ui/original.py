"""The file that a document was read from, to be saved."""

import mimetypes
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import streamlit as st

from corpus.types import Document
from ui.marking import marked
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application


def show_original(application: "Application", document: Document, key: str) -> None:
    """The button that saves it, read when it is pressed; words where the library keeps none."""
    original = application.index.original(document.id)
    if original is None:
        st.html(f'<p class="t-note">{marked(words().hits.no_original)}</p>', width="content")
        return
    st.download_button(
        words().hits.original,
        data=original.read_bytes,
        file_name=PurePosixPath(document.path).name or original.name,
        mime=mimetypes.guess_type(document.path)[0] or "application/octet-stream",
        key=f"original-{key}",
        icon=":material/download:",
        on_click="ignore",
    )
