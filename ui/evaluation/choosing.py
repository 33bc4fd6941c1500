"""One of a few, chosen on the screen and kept in the address."""

from collections.abc import Mapping

import streamlit as st

from ui.marking import plain_label


def chosen(label: str, options: Mapping[str, str], param: str, *, as_list: bool = False) -> str:
    """The option that the address names under `param`, the first where it names none; a control changes it.

    `options` are the names in the address, with their words.
    """
    named = st.query_params.get(param, "")
    key = f"choose-{param}"
    st.session_state[key] = named if named in options else next(iter(options))
    names = list(options)
    if as_list:
        st.selectbox(
            label, names, key=key, format_func=options.__getitem__, on_change=_keep, args=(param, key)
        )
    else:
        st.segmented_control(
            label,
            names,
            key=key,
            format_func=lambda name: plain_label(options[name]),
            required=True,
            on_change=_keep,
            args=(param, key),
            label_visibility="collapsed",
        )
    return str(st.session_state[key])


def _keep(param: str, key: str) -> None:
    st.query_params[param] = st.session_state[key]
