"""A hit as a card: the passage with its marks, where it stands, its page, and what can be done with it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from index.types import Hit
from qa.types import Citation
from ui.address import OpenPage, ask, asked_now
from ui.card_actions import show_actions
from ui.card_text import ALONE, Card, card_text
from ui.page_view import show_page
from ui.places import ocr_words, quoted_page
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

Usual = tuple[OpenPage, ...]
Extra = Callable[[Card], None]
"""Shows what else a page lets be done with a card."""


def hit_card(application: "Application", hit: Hit, *, titled: bool = True, ranked: bool = True) -> Card:
    """The card of a hit, numbered by its rank where it is `ranked`, named by its passage."""
    pages = application.passage_pages(hit.passage)
    page = next((page.number for page in pages), None) if application.draws(hit.document.id) else None
    form = words().hits.likeness if asked_now().like else words().hits.score
    score = form.format(score=hit.score) if ranked else ""
    number = hit.rank if ranked else None
    return Card(hit.passage.id, number, hit, page, ocr=ocr_words(pages), score=score, titled=titled)


def citation_card(application: "Application", citation: Citation) -> Card:
    """The card of a citation, numbered and named as in the answer; it opens the page that holds the quote."""
    hit = citation.hit
    pages = application.passage_pages(hit.passage)
    drawn = application.draws(hit.document.id)
    page = quoted_page(hit.passage, pages, citation.quote) if drawn else None
    score = words().hits.score.format(score=hit.score)
    return Card(str(citation.number), citation.number, hit, page, citation.quote, ocr_words(pages), score)


def show_cards(
    application: "Application", cards: Iterable[Card], *, open_first: bool = True, extra: Extra | None = None
) -> None:
    """Shows the cards; with `open_first`, the first has its page open until the user opens or closes one."""
    usual: Usual | None = None if open_first else ()
    for card in cards:
        if usual is None:
            usual = (OpenPage(card.name, card.page),) if card.page else ()
        show_card(application, card, usual, extra)


@st.fragment
def show_card(application: "Application", card: Card, usual: Usual, extra: Extra | None = None) -> None:
    """Shows one card. A fragment: what is done with it draws this card anew and nothing else."""
    asked = asked_now()
    page = asked.page_of(card.name, usual) if card.page else None
    reach = asked.reach_of(card.name)
    around = application.index.neighbours(card.hit.passage.id, reach) if reach else ALONE
    with st.container(border=True, key=f"card-{card.name}"):
        text, picture = st.columns([11, 9], gap="medium") if page else (st.container(), None)
        with text:
            st.html(card_text(card, around))
            show_actions(application, card, page, usual, extra)
        if picture is not None:
            with picture:
                _show_picture(application, card, usual)
        _show_siblings(application, card, usual, extra)


@st.fragment(parallel=True)
def _show_picture(application: "Application", card: Card, usual: Usual) -> None:
    """Shows the page that is open. A fragment of its own: the cards below need not wait until it is drawn,
    and turning it draws nothing else."""
    page = asked_now().page_of(card.name, usual)
    if page is None:
        return
    show_page(
        application,
        card.hit.document,
        page,
        card.hit.passage,
        card.quote,
        key=f"page-{card.name}",
        turn=lambda turned: ask(asked_now().showing(card.name, turned, usual)),
    )


def _show_siblings(application: "Application", card: Card, usual: Usual, extra: Extra | None) -> None:
    """The cards of those that say the same, closed until the user opens them or a page of theirs."""
    siblings = card.hit.siblings
    if not siblings:
        return
    opened = any(asked_now().page_of(hit.passage.id, usual) for hit in siblings)
    with st.expander(
        words().hits.siblings.format(count=len(siblings)),
        expanded=opened,
        key=f"same-{card.name}",
        on_change="rerun",
    ) as more:
        if not more.open:
            return
        for hit in siblings:
            sibling = replace(hit_card(application, hit), number=card.number)
            show_card(application, sibling, usual, extra)
