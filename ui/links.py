"""Links from one page of the app to another, with what is asked there."""

from typing import Literal
from urllib.parse import parse_qsl

import streamlit as st

from ui.marking import plain_label
from ui.parameters import language_parameter, parameters_now

Width = Literal["stretch", "content"]

SHOWN = "address-shown"
"""Where the session keeps what the address asked for when the page was last drawn."""

DEFAULT_PAGE = "search"
"""The page that the app opens with; it stands at the root."""


def page_named(name: str) -> st.Page:
    """The page of a name (search, ask, findings …), to link to: pages are told apart by their names alone."""
    return st.Page(_elsewhere, title=name, url_path=name, default=name == DEFAULT_PAGE)


def show_link(page: str, address: str, label: str, icon: str | None = None, width: Width = "content") -> None:
    """A link to a page with the query part of an address, in the language of this one; the label is text."""
    params: dict[str, list[str]] = {}
    for name, value in parse_qsl(address):
        params.setdefault(name, []).append(value)
    params |= language_parameter()
    st.page_link(page_named(page), label=plain_label(label), icon=icon, query_params=params, width=width)


def follow_links() -> None:
    """Lets the browser's address follow a link to the page that one is on: Streamlit leaves it as it was, so
    that neither a copied address nor the way back would lead here. Where the address says so already,
    nothing happens."""
    now = parameters_now()
    before = st.session_state.get(SHOWN)
    st.session_state[SHOWN] = now
    if before is not None and before != now:
        st.query_params.from_dict(now)


def _elsewhere() -> None:
    """Stands for the function of the page that is linked to, which is another module's."""
