"""Documents taken out: asked before, told after, put back again, or deleted for good."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from corpus.types import Document
from index.types import RemovedDocument
from tenkyo.errors import TenkyoError
from ui.frame import show_error, show_note, told
from ui.library.address import close_document
from ui.library.tables import show_heading
from ui.marking import marked, plain_label
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

JUST = "just-removed"
"""The document that this session took out last, told of until something else is done."""

CHOSEN = "removal-chosen"
"""What was chosen in a dialog, until it is done."""

MOST_SHOWN = 50
"""The most removed documents that are listed."""


def ask_removal(application: "Application", document: Document) -> None:
    """Asks whether a document is to leave the library."""
    name = words().library

    def remove() -> None:
        application.removals.remove(document.id)
        st.session_state[JUST] = (document.id, document.title)
        close_document()

    sentences = (name.remove_ask.format(title=document.title), name.remove_stays)
    _ask(name.remove_title, sentences, name.remove, remove)


def show_just_removed(application: "Application") -> None:
    """What was taken out a moment ago, with the way back."""
    just: tuple[str, str] | None = st.session_state.get(JUST)
    if just is None:
        return
    document_id, title = just
    with st.container(horizontal=True, vertical_alignment="center", border=True, key="just-removed"):
        show_note(words().library.removed_now.format(title=title))
        if st.button(words().library.restore, key="restore-just", icon=":material/undo:"):
            _restore(application, document_id, title)
        st.button(words().library.close, key="close-just", type="tertiary", on_click=_forget_just)


def show_removed(application: "Application") -> None:
    """All documents that were taken out, each with the way back."""
    try:
        removed = application.removals.listed()
    except TenkyoError as error:
        show_error(told(error))
        return
    if not removed:
        return
    show_heading(words().library.removed_title, len(removed))
    for document in removed[:MOST_SHOWN]:
        _show_one(application, document)


def show_if_removed(application: "Application", document_id: str) -> bool:
    """Whether a document was taken out; says so, with the way back."""
    removed = next((each for each in application.removals.listed() if each.id == document_id), None)
    if removed is None:
        return False
    show_heading(words().library.removed_title)
    _show_one(application, removed)
    return True


def _show_one(application: "Application", document: RemovedDocument) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"removed-{document.id}"):
        st.html(_row(document), width="stretch")
        if application.settings.uploads:
            _show_ways(application, document)


def _row(document: RemovedDocument) -> str:
    name = words().library
    parts = [
        document.path,
        name.removed_pages.format(count=document.page_count) if document.page_count else "",
        name.removed_when.format(when=f"{document.removed_at.astimezone():%Y-%m-%d %H:%M}"),
        name.forgotten if document.forgotten else "",
    ]
    facts = "　".join(filter(None, parts))
    title = document.title or document.path
    return f'<p class="t-removed">{marked(title)}</p><p class="t-note">{marked(facts)}</p>'


def _show_ways(application: "Application", document: RemovedDocument) -> None:
    name = words().library
    if document.forgotten:
        if st.button(name.let_in, key=f"let-in-{document.id}"):
            _do(lambda: application.removals.forget(document), name.restoring)
        return
    if st.button(name.restore, key=f"restore-{document.id}", icon=":material/undo:"):
        _restore(application, document.id, document.title)
    if st.button(name.forget, key=f"forget-{document.id}", icon=":material/delete_forever:"):
        _ask_forgetting(application, document)


def _ask_forgetting(application: "Application", document: RemovedDocument) -> None:
    name = words().library

    def forget() -> None:
        application.removals.forget(document)
        if st.session_state.get(JUST, ("", ""))[0] == document.id:
            _forget_just()

    sentences = (name.forget_ask.format(title=document.title), name.forget_stays)
    _ask(name.forget_title, sentences, name.forget, forget)


def _ask(title: str, sentences: Sequence[str], label: str, act: Callable[[], None]) -> None:
    """A dialog to do it or to leave it."""

    def show() -> None:
        for sentence in sentences:
            show_note(sentence)
        with st.container(horizontal=True):
            st.button(label, key="choice-go", type="primary", on_click=_choose, args=(act,))
            if st.button(words().library.keep, key="choice-keep"):
                st.rerun()
        carry_out()

    st.dialog(title)(show)()


def _choose(act: Callable[[], None]) -> None:
    st.session_state[CHOSEN] = act


def carry_out() -> None:
    """Does what was chosen in a dialog, where anything was."""
    act: Callable[[], None] | None = st.session_state.pop(CHOSEN, None)
    if act is not None:
        _do(act, words().library.removing)


def _restore(application: "Application", document_id: str, title: str) -> None:
    def restore() -> None:
        application.removals.restore(document_id)
        _forget_just()
        st.toast(plain_label(words().library.restored_now.format(title=title)))

    _do(restore, words().library.restoring)


def _do(act: Callable[[], None], working: str) -> None:
    """Does it and draws the page anew, or says why it could not be done."""
    try:
        with st.spinner(working):
            act()
    except TenkyoError as error:
        show_error(told(error))
        return
    st.rerun()


def _forget_just() -> None:
    st.session_state.pop(JUST, None)
