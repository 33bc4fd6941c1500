"""A search kept under a name: the button beside the hits, and what of them is new since the last look."""

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import streamlit as st

from tenkyo.errors import TenkyoError
from tenkyo.people import Asking, SavedSearch
from tenkyo.people.saved_searches import new_ids
from tenkyo.people.types import AskedPage
from ui.address import read_address
from ui.found import found_page
from ui.frame import show_error, show_note, told
from ui.marking import plain_label
from ui.person import asking_now, newly_found, person_now
from ui.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.types import Hit
    from tenkyo.application import Application

KNOWN_DEPTH = 100
"""How many hits are known when a search is saved: one that only moves up later is not new."""

SAID = "said-of-saving"
"""Where the session keeps what came of a click: a fragment shows nothing from inside of its callbacks."""

WITH_HITS = frozenset({"search", "ask"})
"""The pages whose hits can be found again by their address."""


def show_save(application: "Application", page: AskedPage, query: str, hits: "Sequence[Hit]") -> None:
    """Which of the hits are new, where this search is saved; and a way to save it, or to give it another
    name."""
    asking = asking_now(page, query)
    new = set(newly_found(asking))
    ranks = [
        str(rank)
        for rank, hit in enumerate(hits, start=1)
        if any(one.passage.id in new for one in (hit, *hit.siblings))
    ]
    if ranks:
        show_note(words().personal.new_here.format(ranks=words().places.page_list.join(ranks)))
    _show_popover(application, asking)


@st.fragment
def _show_popover(application: "Application", asking: Asking) -> None:
    said = words().personal
    try:
        kept = next((one for one in person_now(application).saved() if one.asking == asking), None)
    except TenkyoError as error:
        show_error(told(error))
        return
    label, icon = (
        (said.save_again, ":material/bookmark_added:") if kept else (said.save, ":material/bookmark:")
    )
    key = f"save-name-{asking.page}-{asking.address}"
    with st.popover(label, icon=icon, help=said.save_help), st.form(f"save-{asking.page}", border=False):
        st.text_input(said.name, value=kept.name if kept else asking.query, max_chars=100, key=key)
        st.form_submit_button(said.save, on_click=_save, args=(application, asking, key))
    if sentence := st.session_state.pop(SAID, None):
        st.toast(plain_label(sentence))


def _save(application: "Application", asking: Asking, key: str) -> None:
    said, name = words().personal, str(st.session_state[key] or "").strip() or asking.query
    try:
        kept = person_now(application).save(name, asking, found_ids(application, asking, KNOWN_DEPTH))
    except TenkyoError as error:
        st.session_state[SAID] = told(error)
        return
    st.session_state[SAID] = said.saved_done.format(name=kept.name) if kept else said.saved_full


def new_count(application: "Application", saved: SavedSearch) -> int | None:
    """How many passages a saved search would show now that were not there when it was looked at; None where
    its page shows no passages."""
    if saved.asking.page not in WITH_HITS or not saved.known:
        return None
    state = application.index.state().digest
    return len(new_ids(saved, _ids_now(application, saved.asking, state)))


@st.cache_data(max_entries=500, show_spinner=False)
def _ids_now(_application: "Application", asking: Asking, state: str) -> tuple[str, ...]:
    """The passages shown now; `state` is the library's, so that a changed one is searched anew."""
    return found_ids(_application, asking, _application.settings.top_k)


def found_ids(application: "Application", asking: Asking, top_k: int) -> tuple[str, ...]:
    """The ids of the passages that an asking finds, those that say the same too; none where it cannot be
    searched."""
    if asking.page not in WITH_HITS:
        return ()
    asked = read_address(parse_qs(asking.address))
    try:
        hits = found_page(application.index, asked, top_k).hits
    except ValueError:
        return ()
    return tuple(one.passage.id for hit in hits for one in (hit, *hit.siblings))
