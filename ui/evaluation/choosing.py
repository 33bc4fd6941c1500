"""One of a few, chosen on the screen and kept in the address."""

from collections.abc import Mapping

import streamlit as st

from ui.segments import choose_segment


def chosen(label: str, options: Mapping[str, str], param: str, *, as_list: bool = False) -> str:
    """The option that the address names under `param`, the first where it names none; a control changes it.

    `options` are the names in the address, with their words.
    """
    named = st.query_params.get(param, "")
    now = named if named in options else next(iter(options))
    key = f"choose-{param}"

    def keep(name: str) -> None:
        st.query_params[param] = name

    if as_list:
        st.session_state[key] = now
        st.selectbox(
            label,
            list(options),
            key=key,
            format_func=options.__getitem__,
            on_change=lambda: keep(st.session_state[key]),
        )
    else:
        choose_segment(label, options, now, key, keep)
    return now
