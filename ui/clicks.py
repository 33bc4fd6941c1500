"""Buttons in the app's own HTML: they copy a text, open a card, or show the sidebar, without a rerun."""

from pathlib import Path

import streamlit as st

from ui.marking import marked
from ui.words import words

SCRIPT = Path(__file__).with_name("clicks.js")
STYLE = Path(__file__).with_name("cards.css")


def enable_clicks() -> None:
    """Lets the buttons of this page work, and cards and buttons look as they should."""
    st.html(STYLE)
    st.html(f"<script>{SCRIPT.read_text(encoding='utf-8')}</script>", unsafe_allow_javascript=True)


def copy_button(text: str) -> str:
    """A button, as HTML, that puts a text into the clipboard and says so; the text is an escaped attribute.

    Where the browser has no clipboard for pages (http from another host than this machine), the text is
    selected and copied instead.
    """
    said = words().hits
    return (
        f'<button type="button" class="t-button" data-copy="{marked(text)}" '
        f'data-done="{marked(said.copied)}" data-failed="{marked(said.copy_failed)}">'
        f"{marked(said.copy)}</button>"
        '<span class="t-said" role="status"></span>'
    )


def citation_button(number: str) -> str:
    """The number of a citation, as HTML: a button that goes to its card and opens its page."""
    label = words().ask.open_citation.format(number=number)
    return (
        f'<sup><button type="button" class="t-cited" data-card="{marked(number)}" '
        f'aria-label="{marked(label)}">{marked(number)}</button></sup>'
    )


def sidebar_button(label: str) -> str:
    """A button, as HTML, that shows the sidebar; the style sheet shows it on narrow screens alone."""
    return f'<button type="button" class="t-button t-narrow" data-sidebar>{marked(label)}</button>'
