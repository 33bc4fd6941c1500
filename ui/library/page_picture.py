"""The picture of any page of a document, with a way to the other pages."""

from typing import TYPE_CHECKING

import streamlit as st

from corpus.types import Document
from tenkyo.errors import TenkyoError
from ui.frame import show_error, show_note, told
from ui.library.address import page_now, turn_to
from ui.library.reading_strip import page_words
from ui.marking import marked
from ui.pictures import show_drawing
from ui.places import file_pages, printed_pages
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

PIXELS_PER_POINT = 1.8
"""An A4 page becomes 1,071 by 1,516 pixels."""

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
    page = application.index.page(document.id, number)
    printed = printed_pages([page.label] if page and page.label else [])
    file = f"{file_pages(document, [number])}（{words().places.of_pages.format(count=document.page_count)}）"
    with st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small", key="page-turn"):
        st.button(
            words().hits.previous_page,
            key="page-previous",
            icon=":material/chevron_left:",
            disabled=number == 1,
            on_click=turn_to,
            args=(number - 1,),
        )
        st.html(
            f'<p class="t-position"><span>{marked(file)}</span><span>{marked(printed)}</span></p>',
            width="stretch",
        )
        st.button(
            words().hits.next_page,
            key="page-next",
            icon=":material/chevron_right:",
            icon_position="right",
            disabled=number == document.page_count,
            on_click=turn_to,
            args=(number + 1,),
        )
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
