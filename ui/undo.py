"""What was done a moment ago, in a sentence, with the way back."""

from collections.abc import Callable

import streamlit as st

from ui.marking import marked


def show_undo(sentence: str, label: str, key: str, undo: Callable[[], None]) -> None:
    """The sentence, as text, and the button that takes it back."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p role="status">{marked(sentence)}</p>', width="content")
        st.button(label, key=key, icon=":material/undo:", on_click=undo)
