"""How many hits there are of how many candidates, and the choice of their order and their groups."""

import streamlit as st

from index.types import SearchPage
from ui.address import Asked, ask, asked_now
from ui.marking import marked
from ui.segments import choose_segment
from ui.words import words


def choose_arrangement(asked: Asked, page: SearchPage) -> None:
    """One line above the hits; what is chosen is put into the address."""
    said = words().search
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="arrangement"
    ):
        st.html(
            f'<div role="status"><h2 class="t-count">{marked(count_words(asked, page))}</h2></div>',
            width="content",
        )
        with st.container(horizontal=True, gap="small", width="content"):
            choose_segment(
                said.order,
                said.orders,
                asked.order,
                "search-order",
                lambda order: ask(asked_now().anew(order=order)),
            )
            choose_segment(
                said.grouping,
                said.groupings,
                "document" if asked.grouped else "passage",
                "search-grouping",
                lambda grouping: ask(asked_now().anew(grouped=grouping == "document")),
            )


def count_words(asked: Asked, page: SearchPage) -> str:
    """How many hits are shown, in which order, out of how many candidates."""
    said = words().search
    form = said.hits_newest if asked.order == "newest" else said.hits_shown
    shown = said.hits_in_documents if asked.grouped else said.hits_alone
    of_documents = len({hit.document.id for hit in page.hits})
    return form.format(
        candidates=page.candidates,
        documents=len(page.by_document),
        shown=shown.format(count=len(page.hits), documents=of_documents),
    )
