"""The library's size in figures, what takes the disk, and whether search finds what documents say."""

import streamlit as st

from index.types import LibraryStatus
from tenkyo.disk_use import disk_use
from tenkyo.settings import Settings
from ui.frame import show_note
from ui.library.search_proof import proof_rows, proof_words
from ui.library.tables import show_table
from ui.tables import facts
from ui.words import words

UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


def show_figures(settings: Settings, status: LibraryStatus) -> None:
    """The figures, the disk, and the proof of search in a sentence, with what fails."""
    st.html(figures(status))
    use = disk_use(settings)
    parts = {name: size(getattr(use, name)) for name in ("files", "text", "indexes", "kept", "model", "free")}
    show_note(words().library.disk_of.format(**parts))
    if sentence := proof_words(status.proof):
        show_note(sentence)
    if status.proof.failing:
        heads = (words().places.file, words().library.proof_what)
        show_table(words().library.proof_title, heads, proof_rows(status.proof.failing))


def figures(status: LibraryStatus) -> str:
    """The library's size in figures, as HTML."""
    told = words().library
    known = {
        told.documents: f"{status.documents:,}",
        told.page_count: f"{status.pages:,}",
        told.passages: f"{status.passages:,}",
        told.findings: f"{status.findings:,}",
        told.disk: size(status.bytes_on_disk),
        told.encoder: status.encoder,
    }
    return facts(known)


def size(count: int) -> str:
    """Bytes in the largest unit of which there is one: 12.3 MB."""
    for unit, name in UNITS:
        if count >= unit:
            return f"{count / unit:,.1f} {name}"
    return f"{count} B"
