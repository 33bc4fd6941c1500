"""What can be done with a card: open its page, copy the citation, read around it, find what is like it."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from ui.address import Asked, OpenPage, ask, asked_now, write_address
from ui.card_text import Card
from ui.clicks import copy_button
from ui.links import show_link
from ui.original import show_original
from ui.places import citation_text
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

FURTHER = 2
"""How many more passages on either side a step further brings."""


def show_actions(
    application: "Application",
    card: Card,
    page: int | None,
    usual: tuple[OpenPage, ...],
    extra: Callable[[Card], None] | None,
) -> None:
    """One row of buttons; what is seldom wanted is under the last of them, made when that is opened."""
    citation = citation_text(card.hit.document, card.hit.passage, card.quote or card.hit.passage.text)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"do-{card.name}"):
        _show_opener(card, page, usual)
        st.html(copy_button(citation), width="content")
        _show_around(card)
        if asked_now().like != card.hit.passage.id:
            _show_similar(card)
        with st.popover(
            words().hits.more, type="tertiary", key=f"more-{card.name}", on_change="rerun"
        ) as more:
            if more.open:
                _show_more(application, card, citation, extra)


def _show_opener(card: Card, page: int | None, usual: tuple[OpenPage, ...]) -> None:
    if card.page is None:
        st.html(f'<p class="t-note">{words().hits.no_picture}</p>', width="content")
        return
    st.button(
        words().hits.close_page if page else words().hits.open_page,
        key=f"open-{card.name}",
        icon=":material/close:" if page else ":material/article:",
        on_click=_turn,
        args=(card, None if page else card.page, usual),
    )


def _show_around(card: Card) -> None:
    reach = asked_now().reach_of(card.name)
    st.button(
        words().hits.around_more if reach else words().hits.around,
        key=f"around-{card.name}",
        type="tertiary",
        on_click=_surround,
        args=(card, reach + FURTHER if reach else 1),
    )
    if reach:
        st.button(
            words().hits.around_close,
            key=f"around-close-{card.name}",
            type="tertiary",
            on_click=_surround,
            args=(card, 0),
        )


def _show_similar(card: Card) -> None:
    asked = asked_now()
    alike = Asked(query=asked.query, filters=asked.filters, without=asked.without, like=card.hit.passage.id)
    show_link("search", urlencode(write_address(alike), doseq=True), words().hits.similar)


def _show_more(
    application: "Application", card: Card, citation: str, extra: Callable[[Card], None] | None
) -> None:
    if extra is not None:
        extra(card)
    st.html(f'<p class="t-note">{words().hits.citation}</p>')
    st.code(citation, language=None, wrap_lines=True)
    show_original(application, card.hit.document, card.name)


def _turn(card: Card, page: int | None, usual: tuple[OpenPage, ...]) -> None:
    ask(asked_now().showing(card.name, page, usual))


def _surround(card: Card, reach: int) -> None:
    ask(asked_now().surrounding(card.name, reach))
