"""The parameters of the browser's address: read as they are, written so that the language stays."""

from collections.abc import Mapping, Sequence

import streamlit as st

from ui.language import PARAM

Parameters = Mapping[str, Sequence[str]]


def parameters_now() -> dict[str, list[str]]:
    """All parameters of the address, each with its values."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def put_parameters(params: Parameters) -> None:
    """Puts these into the address, and no others but the language; the screen follows."""
    st.query_params.from_dict(language_parameter() | {name: list(values) for name, values in params.items()})


def language_parameter() -> dict[str, list[str]]:
    """The language, where the address names one."""
    return {PARAM: [st.query_params[PARAM]]} if PARAM in st.query_params else {}


def first(params: Parameters, name: str) -> str:
    """The first value of a parameter, "" where it has none."""
    return next(iter(params.get(name, ())), "")


def number(text: str, digits: int = 4) -> int:
    """The number written in at most so many ASCII digits, else 0."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else 0
