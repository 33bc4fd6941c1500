"""The values of one facet, each with its count, as a control to choose some of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import streamlit as st

from ui.marking import plain_label
from ui.words import words

Value = TypeVar("Value", str, int)


def show_facet(
    label: str,
    key: str,
    counts: Mapping[Value, int],
    chosen: Sequence[Value],
    shown: Callable[[Value], str],
    most_pills: int,
    choose: Callable[[tuple[Value, ...]], None],
) -> None:
    """Shows the values; with more than `most_pills` they stand in a list that can be searched. `choose` is
    called with those that are chosen then."""
    if not counts:
        return
    st.session_state[key] = list(chosen)

    def counted(value: Value) -> str:
        return words().asking.facet_value.format(value=shown(value), count=counts[value])

    def changed() -> None:
        choose(tuple(st.session_state[key]))

    if len(counts) <= most_pills:
        st.pills(
            label,
            list(counts),
            selection_mode="multi",
            key=key,
            format_func=lambda value: plain_label(counted(value)),
            on_change=changed,
        )
    else:
        st.multiselect(
            label,
            list(counts),
            key=key,
            format_func=counted,
            placeholder=words().asking.facet_placeholder,
            select_all=False,
            on_change=changed,
        )
