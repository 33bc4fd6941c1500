"""An evaluation of what was judged, run in the background with its progress on the screen."""

from typing import TYPE_CHECKING

import streamlit as st

from tenkyo.errors import TenkyoError
from tenkyo.judging.question_file import FEWEST_QUESTIONS
from tenkyo.reports.background import BackgroundEvaluation, Progress
from ui.frame import show_error, show_note, told
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

SECONDS = 1.0
"""How often a running evaluation is looked at."""


@st.cache_resource(show_spinner=False)
def background() -> BackgroundEvaluation:
    """The one of this server."""
    return BackgroundEvaluation()


def show_running(application: "Application", questions: int) -> None:
    """The way to begin, how far it is, and what came of it. Looks again by itself while one runs."""
    running = background().progress().state == "running"
    st.fragment(_show, run_every=SECONDS if running else None)(application, questions, running)


def _show(application: "Application", questions: int, looking: bool) -> None:
    said, progress = words().evaluation, background().progress()
    if (progress.state == "running") != looking:
        st.rerun()  # the whole page, which begins or ends to look again by itself
    if looking:
        _show_progress(progress)
        return
    if questions < FEWEST_QUESTIONS:
        show_note(said.run_few.format(fewest=FEWEST_QUESTIONS, count=questions))
        return
    st.button(
        said.run,
        key="evaluate",
        type="primary",
        icon=":material/play_arrow:",
        on_click=_start,
        args=(application,),
        help=said.run_lead,
    )
    _show_outcome(progress)


def _show_progress(progress: Progress) -> None:
    said = words().evaluation
    stage = said.stages.get(progress.stage, progress.stage)
    text = said.running.format(stage=stage, done=progress.done, total=progress.total)
    st.progress(progress.done / max(progress.total, 1), text=text)
    st.button(said.stop, key="stop-evaluation", icon=":material/stop:", on_click=background().stop)


def _show_outcome(progress: Progress) -> None:
    said = words().evaluation
    if progress.state == "done":
        show_note(said.done)
    elif progress.state == "stopped":
        show_note(said.stopped)
    elif isinstance(progress.fault, TenkyoError):
        show_error(told(progress.fault))
    elif progress.state == "failed":
        show_error(said.misfit if progress.fault else said.failed)


def _start(application: "Application") -> None:
    background().start(application.evaluate_judged)
