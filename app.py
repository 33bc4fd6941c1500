"""The app's entry for Streamlit: the frame and the pages' names, nothing else."""

from pathlib import Path

import streamlit as st

from ui.ask.page import show_ask_page
from ui.evaluation.page import show_evaluation_page
from ui.findings.page import show_findings_page
from ui.frame import dress, show_footer, telling_failures
from ui.language import follow_address
from ui.library.page import show_library_page
from ui.packs.page import show_packs_page
from ui.person import greet
from ui.search.page import show_search_page
from ui.words import words
from ui.years.page import show_years_page

UI = Path(__file__).parent / "ui"

follow_address()
st.set_page_config(
    page_title=words().app.product,
    page_icon=UI / "icon.png",
    layout="wide",
    initial_sidebar_state="auto",
)
dress()
greet()
st.logo(UI / "logo.png", size="medium")
page = st.navigation(
    [
        st.Page(show_search_page, title=words().app.search, url_path="search", default=True),
        st.Page(show_ask_page, title=words().app.ask, url_path="ask"),
        st.Page(show_findings_page, title=words().app.findings, url_path="findings"),
        st.Page(show_years_page, title=words().app.years, url_path="years"),
        st.Page(show_library_page, title=words().app.library, url_path="library"),
        st.Page(show_packs_page, title=words().app.packs, url_path="packs"),
        st.Page(show_evaluation_page, title=words().app.evaluation, url_path="evaluation"),
    ],
    position="top",
)
try:
    with telling_failures():
        page.run()
finally:
    show_footer()
