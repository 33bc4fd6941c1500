"""Headings of the page, and tables under them."""

from collections.abc import Sequence

import streamlit as st

from ui.marking import marked
from ui.tables import table

Row = tuple[str, ...]


def show_table(title: str, heads: Row, rows: Sequence[Row]) -> None:
    """A heading of a part with the number of rows, and the table."""
    show_part(title, len(rows))
    st.html(table(title, heads, rows))


def show_heading(title: str, count: int | None = None) -> None:
    """A heading of the page, with how much stands under it."""
    number = "" if count is None else f' <span class="t-number">{count:,}</span>'
    st.html(f'<h2 class="t-h2">{marked(title)}{number}</h2>')


def show_part(title: str, count: int | None = None) -> None:
    """A heading of something on the page, below one of the page."""
    number = "" if count is None else f' <span class="t-number">{count:,}</span>'
    st.html(f'<h3 class="t-part">{marked(title)}{number}</h3>')
