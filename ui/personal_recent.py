"""最近の検索: what this person asked last, and what is new in saved searches, under an empty box."""

import logging
from typing import TYPE_CHECKING

import streamlit as st

from tenkyo.errors import TenkyoError
from tenkyo.people import Asking, SavedSearch
from tenkyo.people.types import AskedPage
from ui.links import show_link
from ui.marking import marked
from ui.person import STYLE, person_now
from ui.personal_saving import new_count
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

MOST_RECENT = 5
MOST_SAVED = 5
LOOKED_THROUGH = 50
"""How many entries are looked through for different ones."""


def show_recent(application: "Application", page: AskedPage) -> None:
    """Links to what was asked last on a page, each once, and to what was saved there; nothing where there is
    none. A history that cannot be read is no reason not to search."""
    try:
        person = person_now(application)
        entries = person.history(LOOKED_THROUGH)
        saved = [one for one in person.saved() if one.asking.page == page][:MOST_SAVED]
    except TenkyoError:
        logging.getLogger(__name__).exception("what was asked lately cannot be read")
        return
    recent = list(dict.fromkeys(entry.asking for entry in entries if entry.asking.page == page))
    if recent or saved:
        st.html(STYLE)
        _show_recent(page, recent[:MOST_RECENT])
        _show_saved(application, saved)


def _show_recent(page: AskedPage, recent: list[Asking]) -> None:
    title = words().personal.recent_title.get(page)
    if not recent or title is None:
        return
    st.html(f'<h2 class="t-h2">{marked(title)}</h2>')
    with st.container(gap=None, key=f"recent-{page}"):
        for asking in recent:
            show_link(asking.page, asking.address, asking.query, icon=":material/history:")


def _show_saved(application: "Application", saved: list[SavedSearch]) -> None:
    if not saved:
        return
    st.html(f'<h2 class="t-h2">{marked(words().personal.saved_title)}</h2>')
    with st.container(gap=None, key="recent-saved"):
        for one in saved:
            count = new_count(application, one)
            new = f"（{words().personal.new_found.format(count=count)}）" if count else ""
            show_link(one.asking.page, one.asking.address, one.name + new, icon=":material/bookmark:")
