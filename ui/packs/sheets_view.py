"""A sheet of questions: the template, the upload, how far each is, and the filled sheet."""

from typing import TYPE_CHECKING

import streamlit as st

from qa.types import Answer
from tenkyo.sheets.types import MOST_QUESTIONS
from ui.ask.answer_view import note_words
from ui.frame import show_error, show_note
from ui.marking import marked
from ui.person import person_now
from ui.words import words

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from tenkyo.application import Application
    from tenkyo.sheets.runs import SheetRun, SheetRuns

HITS = (1, 3, 5)
USUAL_HITS = 3
EVERY = 1.0
"""How often the progress is looked at, in seconds."""
CHOSEN = "sheet-file"
ROUND = "sheet-round"
"""Counts the sheets that were started: the box for files is a new one, and empty, after each."""


def show_sheets(application: "Application") -> None:
    """Takes sheets and shows those of this person, also after the page was left."""
    st.html(f'<h2 class="t-h2">{words().packs.sheets_title}</h2>')
    show_note(words().packs.sheets_lead.format(most=MOST_QUESTIONS))
    _show_template()
    runs = _runs(application)
    owner = person_now(application).owner or ""
    _show_upload(runs, owner)
    going = any(not run.ended for run in runs.listed(owner))
    st.fragment(_show_runs, run_every=EVERY if going else None)(runs, owner)


def _show_template() -> None:
    from tenkyo.sheets.template import FILE_NAME, MEDIA_TYPE, make_template

    st.download_button(
        words().packs.sheet_template,
        data=make_template,
        file_name=FILE_NAME,
        mime=MEDIA_TYPE,
        icon=":material/download:",
        key="sheet-template",
        on_click="ignore",
    )


def _show_upload(runs: "SheetRuns", owner: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="sheet-upload"):
        key = f"{CHOSEN}-{st.session_state.get(ROUND, 0)}"
        dropped = st.file_uploader(
            words().packs.sheet_drop, type=["xlsx", "csv"], key=key, max_upload_size=20
        )
        hits = st.selectbox(
            words().packs.sheet_hits, HITS, index=HITS.index(USUAL_HITS), key="sheet-hits", width=160
        )
        st.button(
            words().packs.sheet_start,
            type="primary",
            key="sheet-start",
            disabled=dropped is None,
            on_click=_start,
            args=(runs, owner, dropped, hits),
        )


def _start(runs: "SheetRuns", owner: str, dropped: "UploadedFile", hits: int) -> None:
    runs.add(owner, dropped.getvalue(), dropped.name, hits)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _show_runs(runs: "SheetRuns", owner: str) -> None:
    listed = runs.listed(owner)
    for run in listed:
        with st.container(border=True, key=f"sheet-{run.number}"):
            _show_run(runs, run)
    going = [run.number for run in listed if not run.ended]
    if st.session_state.get("sheets-going") != going:
        st.session_state["sheets-going"] = going
        if not going:
            st.rerun()  # of the whole page: nothing is looked at again and again any more


def _show_run(runs: "SheetRuns", run: "SheetRun") -> None:
    said = words().packs
    st.html(f'<p class="t-sheet"><strong>{marked(run.name)}</strong></p>')
    if not run.ended:
        told = said.sheet_progress.format(done=run.done, total=run.total) if run.total else said.sheet_waiting
        st.progress(run.done / run.total if run.total else 0.0, told)
        st.button(
            said.sheet_cancel,
            key=f"sheet-cancel-{run.number}",
            on_click=runs.cancel,
            args=(run.owner, run.number),
        )
        return
    if run.state == "failed":
        show_error(said.sheet_faults[run.fault or "stopped"])
    elif run.state == "cancelled":
        show_note(said.sheet_cancelled.format(done=run.done, total=run.total))
    else:
        show_note(
            said.sheet_done.format(total=run.total, answered=run.answered, refused=run.total - run.answered)
        )
        st.download_button(
            said.sheet_save.format(size=max(len(run.filled) / 1_000_000, 0.1)),
            data=run.filled,
            file_name=run.filled_name,
            key=f"sheet-save-{run.number}",
            icon=":material/download:",
            type="primary",
            on_click="ignore",
        )
    st.button(
        said.sheet_dismiss,
        key=f"sheet-dismiss-{run.number}",
        type="tertiary",
        on_click=runs.dismiss,
        args=(run.owner, run.number),
    )


@st.cache_resource(show_spinner=False)
def _runs(_application: "Application") -> "SheetRuns":
    from tenkyo.sheets.runs import SheetRuns

    return SheetRuns(_application, _notes)


def _notes(answer: Answer) -> tuple[str, ...]:
    return tuple(note_words(note) for note in answer.notes)
