"""The item that a comparison is confined to: found by part of its name, chosen, and let go."""

from typing import TYPE_CHECKING

import streamlit as st

from corpus.types import Document
from qa.comparing.types import Item
from ui.frame import show_note
from ui.marking import marked
from ui.words import words
from ui.years.address import Chosen, choose

if TYPE_CHECKING:
    from tenkyo.application import Application

TYPED = "years-item-typed"


def show_item(application: "Application", before: Document, after: Document, chosen: Chosen) -> Item | None:
    """Shows the item of the address, or the box to find one with; the item, None where all is compared."""
    if chosen.item:
        item = application.years.item(before, after, chosen.item)
        if item is not None:
            _show_chosen(item, chosen)
            return item
        show_note(words().years.item_gone)
    typed = st.text_input(
        words().years.item, placeholder=words().years.item_placeholder, key=TYPED, max_chars=100
    )
    if typed.strip():
        _show_found(application, before, after, typed, chosen)
    return None


def item_label(item: Item) -> str:
    """款 › 項 › 目: an item's names as printed."""
    return " › ".join(item.label)


def _show_chosen(item: Item, chosen: Chosen) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="years-item"):
        named = words().years.item_now.format(item=item_label(item))
        st.html(f'<p class="t-item">{marked(named)}</p>', width="stretch")
        st.button(
            words().years.item_drop,
            key="years-item-drop",
            icon=":material/close:",
            on_click=lambda: choose(chosen.anew(item="")),
        )


def _show_found(
    application: "Application", before: Document, after: Document, typed: str, chosen: Chosen
) -> None:
    found = {item.key: item for item in application.years.items(before, after, typed)}
    if not found:
        show_note(words().years.item_none)
        return
    key = "years-item-found"

    def label(name: str) -> str:
        item = found[name]
        kind = words().years.item_kinds[item.kind]
        side = words().years.item_sides[item.in_before, item.in_after]
        return f"{item_label(item)}（{kind}・{side}）"

    st.selectbox(
        words().years.item_found.format(count=len(found)),
        list(found),
        index=None,
        format_func=label,
        placeholder=words().years.item_choose,
        key=key,
        on_change=lambda: choose(chosen.anew(item=st.session_state[key] or "")),
    )
