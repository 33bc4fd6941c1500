"""The app's entry for Streamlit: the frame and the pages' names, nothing else."""

from pathlib import Path

import streamlit as st

from ui.ask_page import show_ask_page
from ui.frame import dress
from ui.library_page import show_library_page
from ui.search_page import show_search_page
from ui.words import WORDS

UI = Path(__file__).parent / "ui"

st.set_page_config(
    page_title=WORDS.product,
    page_icon=UI / "icon.png",
    layout="wide",
    initial_sidebar_state="auto",
)
dress()
st.logo(UI / "logo.png", size="medium")
st.navigation(
    [
        st.Page(show_search_page, title=WORDS.search, url_path="search", default=True),
        st.Page(show_ask_page, title=WORDS.ask, url_path="ask"),
        st.Page(show_library_page, title=WORDS.library, url_path="library"),
    ],
    position="top",
).run()
