"""What is kept for this person alone: saved searches and the history, with ways to erase and to undo."""

from typing import TYPE_CHECKING

import streamlit as st

from tenkyo.errors import TenkyoError
from ui.frame import show_error, told
from ui.person import FAULT, STYLE, person_now
from ui.personal_history import show_history
from ui.personal_saved import show_saved

if TYPE_CHECKING:
    from tenkyo.application import Application


def show_personal(application: "Application") -> None:
    """Both lists, each under a heading of the second level."""
    st.html(STYLE)
    if fault := st.session_state.get(FAULT):
        show_error(told(fault))
    try:
        show_saved(application, person_now(application))
        show_history(person_now(application))
    except TenkyoError as error:
        show_error(told(error))
