"""The language on the screen: the one that the address or the user chose, Japanese otherwise."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.segments import choose_segment

JAPANESE = "ja"
NAMES = {JAPANESE: "日本語", "en": "English"}
"""The languages by their BCP 47 tags, each in its own words."""

CHOSEN = "language"
PARAM = "lang"


def language_now() -> str:
    """The BCP 47 tag of the language that this session reads; Japanese outside of a session."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return JAPANESE
    return str(st.session_state.get(CHOSEN, JAPANESE))


def follow_address() -> None:
    """Takes the language from the address, where that names one; it then holds for the session."""
    asked = st.query_params.get(PARAM)
    if asked in NAMES:
        st.session_state[CHOSEN] = asked


def choose_language(label: str) -> None:
    """Shows the languages to choose from; choosing one puts it into the address."""
    choose_segment(label, NAMES, language_now(), "language-choice", _choose)


def _choose(language: str) -> None:
    st.session_state[CHOSEN] = st.query_params[PARAM] = language
