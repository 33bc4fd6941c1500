"""検索: a query in, the passages that say so out; or a passage in, those that are like it out."""

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from index.types import Filters, SearchPage
from tenkyo.packs.asking import search_outcome, search_request
from ui.address import MOST_HITS, Asked, ask, asked_now
from ui.asking import begin
from ui.card_text import Card
from ui.cards import Extra
from ui.filters import choose_filters
from ui.found import found_page
from ui.frame import show_empty_library, show_error, show_note, working
from ui.judging import show_judging
from ui.packs.offer import offer_pack
from ui.person import remember
from ui.personal_saving import show_save
from ui.query_box import Box
from ui.refusals import refusal
from ui.search.arrangement import choose_arrangement
from ui.search.groups import show_hits
from ui.search.like import show_source
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application


def show_search_page() -> None:
    """The page, from the box to the hits."""
    begun = begin(words().app.search, words().search.search_lead, _box())
    if begun is None:
        return
    application, asked = begun.application, begun.asked
    if asked.like and not show_source(application, asked):
        return
    top = asked.top or application.settings.top_k
    page = _found(application, asked, top)
    if page is not None:
        _show_page(application, asked, page, top)
    # The filters and what is offered beside the title come last: the hits need not wait for them.
    choose_filters(application.index.facets(), page)
    if page is not None and not asked.like:
        with begun.aside:
            _keep(application, asked, page)


def _show_page(application: "Application", asked: Asked, page: SearchPage, top: int) -> None:
    if not page.hits:
        _show_nothing(application, asked)
        return
    choose_arrangement(asked, page)
    show_hits(application, page, asked, _judging(application, asked))
    _offer_more(application, asked, page, top)


def _found(application: "Application", asked: Asked, top: int) -> SearchPage | None:
    """What is found, None where the query cannot be searched (and the page says why)."""
    try:
        with working(words().search.searching):
            return found_page(application.index, asked, top)
    except ValueError:
        show_error(refusal(asked.query))
        return None


def _show_nothing(application: "Application", asked: Asked) -> None:
    if show_empty_library(application):
        return
    said = words().search
    show_note(said.no_similar if asked.like else said.no_hits)
    if asked.filters != Filters():
        show_note(said.no_hits_filtered)
    elif not asked.like:
        show_note(said.no_hits_hint)


def _keep(application: "Application", asked: Asked, page: SearchPage) -> None:
    """Lets the history and the saved searches know of a query; offers to save it and to take its hits out."""
    shown = [each.passage.id for hit in page.hits for each in (hit, *hit.siblings)]
    remember(application, "search", asked.query, found=len(page.hits), known=shown)
    if not page.hits:
        return
    show_save(application, "search", asked.query, page.hits)
    top = asked.top or application.settings.top_k
    request = search_request(
        asked.query, asked.filters, asked.without, top, asked.order, grouped=asked.grouped
    )
    offer_pack(application, request, search_outcome(page.hits), key="search")


def _judging(application: "Application", asked: Asked) -> Extra | None:
    """What lets a hit be judged for the query; nothing where none is asked."""
    if asked.like:
        return None

    def judge(card: Card) -> None:
        show_judging(application, card.hit, asked.query, page="search")

    return judge


def _offer_more(application: "Application", asked: Asked, page: SearchPage, top: int) -> None:
    """A way to more hits, or to those of more documents, where there are more among the candidates."""
    shown = len({hit.document.id for hit in page.hits}) if asked.grouped else len(page.hits)
    if shown < top or top >= MOST_HITS or (asked.grouped and shown == len(page.by_document)):
        return
    more = min(top + application.settings.top_k, MOST_HITS)
    st.button(words().search.more_hits, on_click=lambda: ask(replace(asked_now(), top=more)), width="stretch")


def _box() -> Box:
    return Box(
        "search",
        words().search.query_label,
        words().search.query_placeholder,
        words().search.search_button,
        words().search.examples,
    )
