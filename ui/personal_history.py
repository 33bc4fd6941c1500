"""The history as a list by days: links to what was asked, erasing with a way back, and a way to keep none."""

import time
from itertools import groupby

import streamlit as st

from tenkyo.people import Entry, Person
from ui.frame import show_note
from ui.links import show_link
from ui.marking import marked
from ui.moments import day_words, time_words
from ui.undo import show_undo
from ui.words import words

ERASED = "erased-entries"
SHOWN = "history-shown"
UNDO_SECONDS = 600
"""How long what was erased can be put back; until then the session alone still knows it."""

AT_ONCE = 20
"""How many entries are shown, and how many more on request."""

ICONS = {
    "search": ":material/search:",
    "ask": ":material/help:",
    "findings": ":material/fact_check:",
    "years": ":material/compare_arrows:",
}


def show_history(person: Person) -> None:
    """The list, under its heading."""
    said = words().personal
    st.html(f'<h2 class="t-h2">{marked(said.history_title)}</h2>')
    show_note(said.history_lead)
    entries = person.history()
    _show_choices(person, bool(entries))
    _show_undo(person)
    if not entries:
        show_note(said.history_none if person.keeps_history else said.history_off)
    shown = int(st.session_state.get(SHOWN, AT_ONCE))
    for day, group in groupby(entries[:shown], key=lambda entry: day_words(entry.at)):
        st.html(f'<h3 class="t-day">{marked(day)}</h3>')
        with st.container(gap=None):
            for entry in group:
                _show_entry(person, entry)
    if (left := len(entries) - shown) > 0:
        more = said.more_entries.format(count=left)
        st.button(more, on_click=_show_more, args=(shown,), width="stretch")


def _show_choices(person: Person, any_entries: bool) -> None:
    said, key = words().personal, "keep-history"
    st.session_state[key] = person.keeps_history
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.toggle(said.keep_history, key=key, on_change=_choose, args=(person, key))
        if any_entries:
            st.button(
                said.erase_all,
                key="erase-all",
                icon=":material/delete_sweep:",
                on_click=_erase,
                args=(person,),
            )


def _show_entry(person: Person, entry: Entry) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"entry-{entry.id}"):
        st.html(f'<p class="t-note t-time">{marked(time_words(entry.at))}</p>', width="content")
        asking = entry.asking
        show_link(asking.page, asking.address, asking.query, icon=ICONS[asking.page], width="stretch")
        st.html(f'<p class="t-note">{marked(_outcome(entry))}</p>', width="content")
        st.button(
            words().personal.erase,
            key=f"erase-{entry.id}",
            icon=":material/delete:",
            type="tertiary",
            on_click=_erase,
            args=(person, entry.id),
        )


def _outcome(entry: Entry) -> str:
    said = words().personal
    if entry.supported is not None:
        return said.answered if entry.supported else said.refused
    return "" if entry.found is None else said.found.format(count=entry.found)


def _show_undo(person: Person) -> None:
    erased_at, erased = st.session_state.get(ERASED, (0.0, ()))
    if not erased or time.monotonic() - erased_at > UNDO_SECONDS:
        st.session_state.pop(ERASED, None)
        return
    said = words().personal
    sentence = said.erased.format(count=len(erased))
    show_undo(sentence, said.undo, "unerase", lambda: _restore(person, erased))


def _choose(person: Person, key: str) -> None:
    person.keep_history(bool(st.session_state[key]))


def _erase(person: Person, entry_id: int | None = None) -> None:
    st.session_state[ERASED] = (time.monotonic(), person.erase(entry_id))


def _restore(person: Person, erased: tuple[Entry, ...]) -> None:
    person.restore(erased)
    del st.session_state[ERASED]
    st.toast(words().personal.restored)


def _show_more(shown: int) -> None:
    st.session_state[SHOWN] = shown + AT_ONCE
