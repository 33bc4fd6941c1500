"""The passage that others are to be like, above them, and the way back to the search."""

from typing import TYPE_CHECKING

import streamlit as st

from index.types import Hit
from ui.address import Asked, ask, asked_now
from ui.cards import hit_card, show_card
from ui.frame import show_error
from ui.marking import marked
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

SAME = "same-document"


def show_source(application: "Application", asked: Asked) -> bool:
    """Whether the library holds the passage; shows it, or says that it does not."""
    said = words().search
    st.button(said.like_back, icon=":material/arrow_back:", type="tertiary", on_click=_back, key="like-back")
    passage = application.index.passage(asked.like)
    document = application.index.document(passage.document_id) if passage else None
    if passage is None or document is None:
        show_error(said.like_missing)
        return False
    st.html(f'<h2 class="t-h2">{marked(said.like_title)}</h2>')
    source = Hit(passage, document, 1.0, 1)
    show_card(application, hit_card(application, source, ranked=False), ())
    st.session_state[SAME] = asked.same_document
    st.toggle(said.same_document, key=SAME, on_change=_widen)
    return True


def _back() -> None:
    ask(asked_now().anew(like="", same_document=False))


def _widen() -> None:
    ask(asked_now().anew(same_document=st.session_state[SAME]))
