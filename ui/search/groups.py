"""The hits of a page as cards: one after the other, or each document's under its title."""

from itertools import groupby
from typing import TYPE_CHECKING

import streamlit as st

from index.types import Hit, SearchPage
from ui.address import Asked, ask, asked_now
from ui.card_text import facts
from ui.cards import Extra, hit_card, show_cards
from ui.marking import marked
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application


def show_hits(application: "Application", page: SearchPage, asked: Asked, extra: Extra | None) -> None:
    """The cards, the first with its page open."""
    if not asked.grouped:
        show_cards(application, (hit_card(application, hit) for hit in page.hits), extra=extra)
        return
    for number, (document_id, hits) in enumerate(groupby(page.hits, key=_document)):
        group = list(hits)
        with st.container(key=f"group-{number}"):
            _show_head(group[0], page.by_document[document_id])
            cards = (hit_card(application, hit, titled=False) for hit in group)
            show_cards(application, cards, open_first=number == 0, extra=extra)


def _document(hit: Hit) -> str:
    return hit.document.id


def _show_head(first: Hit, count: int) -> None:
    """A document's title, with how many of the candidates stand in it and the way to search it alone."""
    document = first.document
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.html(
            f'<header class="t-group"><h3>{marked(document.title)}</h3>'
            f'<p class="t-facts">{facts(document)}</p>'
            f'<p class="t-note">{marked(words().search.group_count.format(count=count))}</p></header>',
            width="content",
        )
        st.button(
            words().search.in_document,
            key=f"in-{document.id}",
            icon=":material/manage_search:",
            on_click=_search_in,
            args=(document.id,),
        )


def _search_in(document_id: str) -> None:
    ask(asked_now().within(document_id))
