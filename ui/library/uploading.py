"""Files brought in by drag and drop: taken in at once, then read in the background."""

from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from tenkyo.errors import TenkyoError
from tenkyo.settings import Settings
from tenkyo.taking_in import TakenIn, drop_upload, take_in, waiting_uploads
from tenkyo.uploads import uploads_folder
from ui.file_box import style_box
from ui.frame import show_error, show_note, told, working
from ui.library.tables import show_heading
from ui.library.work import background, start
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

ROUND, NOTES = "upload-round", "upload-notes"
"""How often files were taken in, which makes the box empty again; and what was said of them."""

NAMED = 5
"""Waiting files that are named."""


def show_first_upload(settings: Settings) -> None:
    """The box in a library that holds nothing yet."""
    show_heading(words().library.first_title)
    show_note(words().library.first_lead)
    show_upload(settings, None, titled=False)


def show_upload(settings: Settings, application: "Application | None", *, titled: bool = True) -> None:
    """The box for files, what was said of the last ones, and those that nobody has read yet."""
    if titled:
        show_heading(words().library.upload_title)
    if not settings.uploads:
        show_note(words().library.upload_closed)
        return
    style_box()
    key = f"upload-{st.session_state.get(ROUND, 0)}"
    show_note(words().library.upload_hint.format(megabytes=settings.limit_file_megabytes))
    files = st.file_uploader(
        words().library.upload_label,
        accept_multiple_files=True,
        key=key,
        max_upload_size=settings.limit_file_megabytes,
        label_visibility="collapsed",
    )
    if files:
        _take_all(settings, application, files)
        st.rerun()
    _show_notes()
    _show_waiting(settings)


def _take_all(settings: Settings, application: "Application | None", files: list[UploadedFile]) -> None:
    notes: list[tuple[str, bool]] = []
    stored: list[str] = []
    with working(words().library.storing):
        for file in files:
            try:
                taken = take_in(settings, application, file.name, file.getvalue())
            except TenkyoError as error:
                refused = words().library.taken_refused.format(given=file.name, reason=told(error))
                notes.append((refused, True))
                continue
            if taken.outcome == "stored":
                stored.append(taken.name)
            if said := _said(taken):
                notes.append((said, False))
    if stored:
        start(settings, [uploads_folder(settings.data)], stored)
    st.session_state[NOTES] = notes
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _said(taken: TakenIn) -> str:
    told = words().library
    if taken.outcome == "stored":
        form = told.taken_renamed if taken.renamed else ""
    else:
        form = told.taken_known if taken.outcome == "known" else told.taken_returned
    return form.format(given=taken.given, name=taken.name)


def _show_notes() -> None:
    notes: list[tuple[str, bool]] = st.session_state.get(NOTES, [])
    for sentence, refused in notes:
        (show_error if refused else show_note)(sentence)
    if notes:
        st.button(words().library.close, key="upload-notes-close", on_click=_close_notes, type="tertiary")


def _close_notes() -> None:
    st.session_state[NOTES] = []


def _show_waiting(settings: Settings) -> None:
    """The uploads that no run has looked at, where none is going on that will."""
    if any(not job.ended for job in background(settings).listed()):
        return
    names = waiting_uploads(settings)
    if not names:
        return
    shown = words().places.page_list.join(names[:NAMED]) + ("…" if len(names) > NAMED else "")
    show_note(words().library.waiting_uploads.format(count=len(names), names=shown))
    with st.container(horizontal=True):
        st.button(
            words().library.waiting_go,
            key="waiting-go",
            on_click=start,
            args=(settings, [uploads_folder(settings.data)], names),
        )
        st.button(words().library.waiting_drop, key="waiting-drop", on_click=_drop, args=(settings, names))


def _drop(settings: Settings, names: tuple[str, ...]) -> None:
    for name in names:
        drop_upload(settings, name)
