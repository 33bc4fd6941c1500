"""Plain tables of text, every cell escaped."""

from collections.abc import Sequence

import streamlit as st

from ui.marking import marked

Row = tuple[str, ...]


def show_table(title: str, heads: Row, rows: Sequence[Row]) -> None:
    """A heading with the number of rows, and the table."""
    show_heading(title, len(rows))
    st.html(table(title, heads, rows))


def show_heading(title: str, count: int | None = None) -> None:
    """A heading of the page, with how much stands under it."""
    number = "" if count is None else f' <span class="t-number">{count:,}</span>'
    st.html(f'<h2 class="t-h2">{marked(title)}{number}</h2>')


def table(title: str, heads: Row, rows: Sequence[Row]) -> str:
    """A table as HTML; it can be scrolled with the keyboard."""
    head = "".join(f'<th scope="col">{marked(cell)}</th>' for cell in heads)
    body = "".join("<tr>" + "".join(f"<td>{marked(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return (
        f'<div class="t-table" tabindex="0" role="region" aria-label="{marked(title)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
