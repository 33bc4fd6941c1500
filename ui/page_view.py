"""The picture of a document's page, with the passage boxed and a way to the pages before and after."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from corpus.types import Document, Passage
from tenkyo.errors import TenkyoError
from ui.frame import show_error, told
from ui.marking import marked
from ui.pictures import PIXELS_PER_POINT, show_drawing
from ui.places import file_pages, printed_pages
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application


def show_page(
    application: "Application",
    document: Document,
    number: int,
    passage: Passage,
    quote: str | None,
    key: str,
    turn: Callable[[int], None],
) -> None:
    """Shows page `number` (from 1) of the document; `turn` is called with the page to show next."""
    number = max(1, min(number, document.page_count))
    show_turning(application, document, number, key, turn)
    try:
        with st.spinner(words().hits.drawing_page):
            picture = _picture(application, document.id, number, passage.id, quote, passage)
    except TenkyoError as error:
        show_error(told(error))
        return
    show_drawing(picture, words().hits.page_alt.format(title=document.title, number=number))
    if number not in passage.page_numbers:
        st.html(f'<p class="t-note">{words().hits.box_note}</p>')


def show_turning(
    application: "Application", document: Document, number: int, key: str, turn: Callable[[int], None]
) -> None:
    """Shows both numbers of page `number` (from 1), between the ways to the pages before and after."""
    with st.container(
        horizontal=True, vertical_alignment="center", wrap=False, gap="small", key=f"{key}-turn"
    ):
        st.button(
            words().hits.previous_page,
            key=f"{key}-previous",
            icon=":material/chevron_left:",
            disabled=number == 1,
            on_click=turn,
            args=(number - 1,),
        )
        st.html(f'<p class="t-position">{_position(application, document, number)}</p>', width="stretch")
        st.button(
            words().hits.next_page,
            key=f"{key}-next",
            icon=":material/chevron_right:",
            icon_position="right",
            disabled=number == document.page_count,
            on_click=turn,
            args=(number + 1,),
        )


def _position(application: "Application", document: Document, number: int) -> str:
    page = application.index.page(document.id, number)
    printed = printed_pages([page.label] if page and page.label else [])
    pages = f"{file_pages(document, [number])}（{words().places.of_pages.format(count=document.page_count)}）"
    return f"<span>{marked(pages)}</span><span>{marked(printed)}</span>"


@st.cache_data(max_entries=200, show_spinner=False)
def _picture(
    _application: "Application",
    document_id: str,
    number: int,
    passage_id: str,
    quote: str | None,
    _passage: Passage,
) -> bytes:
    return _application.page_image(document_id, number, _passage, quote, PIXELS_PER_POINT)
