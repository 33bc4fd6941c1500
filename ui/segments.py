"""One of a few, chosen on the screen, each of them in sight."""

from collections.abc import Callable, Mapping
from typing import Literal

import streamlit as st

from ui.marking import plain_label


def choose_segment(
    label: str,
    options: Mapping[str, str],
    now: str,
    key: str,
    put: Callable[[str], None],
    *,
    label_shown: bool = False,
    enabled: bool = True,
) -> None:
    """Shows the options with their words, `now` chosen; `put` is called with what is chosen next."""
    visibility: Literal["visible", "collapsed"] = "visible" if label_shown else "collapsed"
    st.session_state[key] = now
    st.segmented_control(
        label,
        list(options),
        format_func=lambda name: plain_label(options[name]),
        key=key,
        required=True,
        disabled=not enabled,
        label_visibility=visibility,
        on_change=lambda: put(st.session_state[key]),
    )
