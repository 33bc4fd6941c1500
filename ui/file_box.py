"""The words of a box that files are put into."""

import streamlit as st

from ui.words import words


def style_box() -> None:
    """All boxes of a page in the app's words: Streamlit has none of its own in Japanese."""
    drop, choose = words().library.upload_drop, words().library.upload_choose
    st.html(f'<style>.stFileUploader {{ --t-drop: "{drop}"; --t-choose: "{choose}"; }}</style>')
