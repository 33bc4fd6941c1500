"""A picture of a page on the screen."""

import streamlit as st


def show_drawing(picture: bytes, alt: str) -> None:
    """Shows a PNG as it is: unasked, Streamlit decodes it and sends a JPEG, blurred and later."""
    st.image(picture, width="stretch", alt=alt, output_format="PNG")
