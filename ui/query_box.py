"""The box a query or a question is typed into, with its button and its examples."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from ui.address import Asked, ask, asked_now
from ui.frame import show_error
from ui.refusals import complaint
from ui.words import words


@dataclass(frozen=True, slots=True)
class Box:
    """One box: `name` is that of its page."""

    name: Literal["search", "ask"]
    label: str
    placeholder: str
    button: str
    examples: tuple[str, ...]


def ask_in(box: Box) -> Asked | None:
    """What is asked, None where nothing is yet or where it cannot be asked (and the page says why)."""
    asked = asked_now()
    _follow_address(box, asked)
    with (
        st.form(f"{box.name}-form", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(box.label, key=_typed(box), placeholder=box.placeholder, type="search", icon="")
        st.form_submit_button(box.button, type="primary", on_click=_submit, args=(box,))
    wrong = st.session_state.get(_wrong(box)) or (complaint(asked.query) if asked.query else None)
    if wrong:
        show_error(wrong)
        return None
    if not asked.query and not asked.like:
        _show_examples(box)
        return None
    return asked


def _follow_address(box: Box, asked: Asked) -> None:
    """The box shows what the address asks, without losing what is being typed while it stays the same."""
    followed = f"{box.name}-followed"
    if _typed(box) not in st.session_state or st.session_state.get(followed) != asked.query:
        st.session_state[_typed(box)] = asked.query
        st.session_state[followed] = asked.query
        st.session_state[_wrong(box)] = None


def _submit(box: Box) -> None:
    typed = str(st.session_state[_typed(box)] or "").strip()
    st.session_state[_wrong(box)] = wrong = complaint(typed)
    if wrong is None:
        st.session_state[f"{box.name}-followed"] = typed
        ask(asked_now().anew(query=typed, without=(), like="", same_document=False))


def _show_examples(box: Box) -> None:
    st.html(f'<p class="t-note">{words().asking.examples_title}</p>')
    with st.container(horizontal=True, gap="small"):
        for number, example in enumerate(box.examples):
            _example_button(f"{box.name}-example-{number}", example, ask)


def _example_button(key: str, example: str, choose: Callable[[Asked], None]) -> None:
    st.button(example, key=key, on_click=choose, args=(Asked(query=example),))


def _typed(box: Box) -> str:
    return f"{box.name}-typed"


def _wrong(box: Box) -> str:
    return f"{box.name}-wrong"
