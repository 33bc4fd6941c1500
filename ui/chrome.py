"""Streamlit's own controls in the language of the screen: it has words for them in English alone."""

import json
from pathlib import Path

import streamlit as st

from ui.words import LANGUAGES, words

SCRIPT = Path(__file__).with_name("chrome.js")


def translate_controls() -> None:
    """Lets the browser put our words for Streamlit's, as they appear."""
    phrases = json.dumps(translations(), ensure_ascii=False)
    script = SCRIPT.read_text(encoding="utf-8").replace("{phrases}", phrases)
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def translations() -> dict[str, str]:
    """The words on the screen for each phrase, in whichever language that is said now."""
    here = words().chrome.phrases
    said = [phrases for language in LANGUAGES.values() for phrases in language.chrome.phrases.items()]
    return {now: here[phrase] for phrase, now in said}
