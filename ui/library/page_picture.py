"""The picture of any page of a document, with a way to the other pages."""

from typing import TYPE_CHECKING

import streamlit as st

from corpus.types import Document
from tenkyo.errors import TenkyoError
from ui.frame import show_error, show_note, told
from ui.library.address import page_now, turn_to
from ui.library.reading_strip import page_words
from ui.page_view import show_turning
from ui.pictures import PIXELS_PER_POINT, show_drawing
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

GOTO = "page-number"


@st.fragment
def show_picture(application: "Application", document: Document) -> None:
    """The page that the address opens. A fragment: turning the page draws nothing else anew."""
    if not application.draws(document.id):
        show_note(words().library.no_pages_to_draw)
        return
    number = min(page_now(), document.page_count)
    _show_turning(application, document, number)
    try:
        with st.spinner(words().library.drawing_page):
            picture = _picture(application, document.id, number)
    except TenkyoError as error:
        show_error(told(error))
        return
    show_drawing(picture, words().library.page_alt.format(title=document.title, number=number))


def _show_turning(application: "Application", document: Document, number: int) -> None:
    show_turning(application, document, number, "page", turn_to)
    page = application.index.page(document.id, number)
    if page is not None:
        show_note(page_words(page))
    if document.page_count > 1:
        st.session_state[GOTO] = number
        st.number_input(
            words().library.page_number,
            min_value=1,
            max_value=document.page_count,
            key=GOTO,
            on_change=lambda: turn_to(st.session_state[GOTO]),
            width=200,
        )


@st.cache_data(max_entries=60, show_spinner=False)
def _picture(_application: "Application", document_id: str, number: int) -> bytes:
    return _application.page_image(document_id, number, None, None, PIXELS_PER_POINT)
