"""A picture of a page on the screen."""

import streamlit as st

PIXELS_PER_POINT = 1.8
"""An A4 page becomes 1,071 by 1,516 pixels: sharp in half a screen, readable when enlarged."""


def show_drawing(picture: bytes, alt: str) -> None:
    """Shows a PNG as it is: unasked, Streamlit decodes it and sends a JPEG, blurred and later."""
    st.image(picture, width="stretch", alt=alt, output_format="PNG")
