"""評価: the newest evaluation of the library, readable; what was judged, and an evaluation of that."""

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from tenkyo.judging.question_file import FEWEST_QUESTIONS
from ui.evaluation.choosing import chosen
from ui.evaluation.judged import show_judged
from ui.frame import opened_application, show_note, show_title, working
from ui.moments import date_words, time_words
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application
    from tenkyo.reports.types import KeptReport

STYLE = Path(__file__).parent / "style.css"
REPORT, JUDGED = "report", "judged"


def show_evaluation_page() -> None:
    """The page: an evaluation, or what was judged."""
    said = words().evaluation
    st.html(STYLE)
    show_title(words().app.evaluation, said.lead)
    application = opened_application()
    views = {REPORT: said.view_report, JUDGED: said.view_judged}
    if chosen(said.view, views, "view") == JUDGED:
        show_judged(application)
        return
    with working(words().app.opening):
        report = _chosen_report(application)
    if report is None:
        _show_how()
        return
    # Imported here because it brings the library of the charts: other pages show themselves without it.
    from ui.evaluation.report import show_report

    show_report(application, report)


def _chosen_report(application: "Application") -> "KeptReport | None":
    """The evaluation that the address names, the newest otherwise; None where there is none."""
    said = words().evaluation
    names = application.kept_reports()
    if not names:
        return None
    labels = {
        one.name: said.report_name.format(
            day=date_words(one.made), time=time_words(one.made), target=one.target
        )
        for one in names
    }
    name = chosen(said.which_report, labels, "report", as_list=True) if len(names) > 1 else names[0].name
    return application.kept_report(name)


def _show_how() -> None:
    """How an evaluation is made, where there is none yet."""
    said = words().evaluation
    show_note(said.no_report)
    show_note(said.how_by_command)
    st.code(said.command, language=None)
    show_note(said.how_by_judging.format(fewest=FEWEST_QUESTIONS))
