"""Plain tables of text, every cell escaped."""

from collections.abc import Sequence

import streamlit as st

from ui.marking import marked

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


def table(title: str, heads: Row, rows: Sequence[Row], *, named: bool = False) -> str:
    """A table as HTML; it can be scrolled with the keyboard. `named` rows begin with what they are of."""
    head = "".join(f'<th scope="col">{marked(cell)}</th>' for cell in heads)
    body = "".join(_row(row, named) for row in rows)
    return (
        f'<div class="t-table" tabindex="0" role="region" aria-label="{marked(title)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Row, named: bool) -> str:
    names, cells = (row[:1], row[1:]) if named else ((), row)
    name = "".join(f'<th scope="row">{marked(cell)}</th>' for cell in names)
    return f"<tr>{name}{''.join(f'<td>{marked(cell)}</td>' for cell in cells)}</tr>"
