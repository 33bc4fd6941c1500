"""Which document and page of it is on the screen, in the address: document (an id) · page (from 1)."""

import streamlit as st

from ui.parameters import number

DOCUMENT, PAGE = "document", "page"


def document_now() -> str:
    """The id of the document that the address opens, "" for the list."""
    return st.query_params.get(DOCUMENT, "")


def page_now() -> int:
    """The page that the address opens, the first where it names none."""
    return max(1, number(st.query_params.get(PAGE, ""), 6))


def open_document(document_id: str, page: int = 1) -> None:
    """Puts a document into the address; the screen follows."""
    st.query_params[DOCUMENT] = document_id
    turn_to(page)


def turn_to(page: int) -> None:
    """Puts a page of the same document into the address."""
    if page > 1:
        st.query_params[PAGE] = str(page)
    else:
        st.query_params.pop(PAGE, None)


def close_document() -> None:
    """Back to the list."""
    st.query_params.pop(DOCUMENT, None)
    st.query_params.pop(PAGE, None)
