"""The saved searches as a list: what is new in each, other names, deletion with a way back."""

from typing import TYPE_CHECKING

import streamlit as st

from tenkyo.people import Person, SavedSearch
from ui.frame import show_note
from ui.links import show_link
from ui.marking import marked
from ui.moments import date_words
from ui.personal_saving import new_count
from ui.undo import show_undo
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

DELETED = "deleted-search"


def show_saved(application: "Application", person: Person) -> None:
    """The list, under its heading."""
    said = words().personal
    st.html(f'<h2 class="t-h2">{marked(said.saved_title)}</h2>')
    _show_undo(person)
    saved = person.saved()
    show_note(said.saved_lead if saved else said.saved_none)
    for search in saved:
        _show_one(application, person, search)


def _show_one(application: "Application", person: Person, search: SavedSearch) -> None:
    said = words().personal
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"saved-{search.id}"):
        show_link(
            search.asking.page,
            search.asking.address,
            search.name,
            icon=":material/bookmark:",
            width="stretch",
        )
        st.html(_facts(application, search), width="content")
        with st.popover(said.rename, type="tertiary", key=f"rename-{search.id}"):
            _show_renaming(person, search)
        st.button(
            said.delete,
            key=f"delete-{search.id}",
            icon=":material/delete:",
            type="tertiary",
            on_click=_delete,
            args=(person, search.id),
        )


def _facts(application: "Application", search: SavedSearch) -> str:
    said = words().personal
    count = new_count(application, search)
    new = "" if count is None else said.new_found.format(count=count) if count else said.new_none
    mark = f'<strong class="t-new">{marked(new)}</strong>' if count else marked(new)
    facts = [mark, marked(said.saved_on.format(day=date_words(search.saved_at)))]
    if search.name != search.asking.query:
        facts.insert(0, marked(search.asking.query))
    return f'<p class="t-note">{" · ".join(fact for fact in facts if fact)}</p>'


def _show_renaming(person: Person, search: SavedSearch) -> None:
    said, key = words().personal, f"name-{search.id}"
    with st.form(f"renaming-{search.id}", border=False):
        st.text_input(said.name, value=search.name, key=key, max_chars=100)
        st.form_submit_button(said.rename_do, on_click=_rename, args=(person, search.id, key))


def _rename(person: Person, saved_id: int, key: str) -> None:
    if name := str(st.session_state[key] or "").strip():
        person.rename(saved_id, name)


def _delete(person: Person, saved_id: int) -> None:
    st.session_state[DELETED] = person.delete(saved_id)


def _show_undo(person: Person) -> None:
    deleted: SavedSearch | None = st.session_state.get(DELETED)
    if deleted is None:
        return
    said = words().personal
    sentence = said.deleted.format(name=deleted.name)
    show_undo(sentence, said.undo, "undelete", lambda: _put_back(person, deleted))


def _put_back(person: Person, deleted: SavedSearch) -> None:
    person.put_back(deleted)
    del st.session_state[DELETED]
    st.toast(words().personal.restored)
