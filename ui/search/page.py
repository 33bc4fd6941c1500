"""検索: a query in, the passages that say so out."""

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from index.types import Filters, Hit
from ui.address import MOST_HITS, Asked, ask, asked_now
from ui.asking import begin
from ui.cards import hit_card, show_cards
from ui.frame import show_empty_library, show_error, show_note, working
from ui.query_box import Box
from ui.refusals import refusal
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application


def show_search_page() -> None:
    """The page, from the box to the hits."""
    begun = begin(words().app.search, words().search.search_lead, _box())
    if begun is None:
        return
    application, asked = begun
    top = asked.top or application.settings.top_k
    hits = _search(application, asked, top)
    if hits is not None:
        show_hits(application, hits, asked, top)


def _search(application: "Application", asked: Asked, top: int) -> tuple[Hit, ...] | None:
    """The hits, None where the query cannot be searched (and the page says why)."""
    try:
        with working(words().search.searching):
            hits = application.index.search(
                asked.query, top_k=top, filters=asked.filters, without=asked.without
            )
            return tuple(hits)
    except ValueError:
        show_error(refusal(asked.query))
        return None


def show_hits(application: "Application", hits: tuple[Hit, ...], asked: Asked, top: int) -> None:
    """The hits as cards, the first with its page open, and a way to more."""
    if not hits:
        if show_empty_library(application):
            return
        show_note(words().search.no_hits)
        show_note(
            words().search.no_hits_filtered if asked.filters != Filters() else words().search.no_hits_hint
        )
        return
    found = words().search.hits_shown.format(count=len(hits))
    st.html(f'<div role="status"><h2 class="t-count">{found}</h2></div>')
    show_cards(application, [hit_card(application, hit) for hit in hits])
    if len(hits) == top < MOST_HITS:
        more = min(top + application.settings.top_k, MOST_HITS)
        st.button(
            words().search.more_hits, on_click=lambda: ask(replace(asked_now(), top=more)), width="stretch"
        )


def _box() -> Box:
    return Box(
        "search",
        words().search.query_label,
        words().search.query_placeholder,
        words().search.search_button,
        words().search.examples,
    )
