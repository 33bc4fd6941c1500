"""Who reads: a browser, known by a secret of its own in a cookie; what it asks is remembered for it alone."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from tenkyo.errors import TenkyoError
from tenkyo.people import COOKIE, COOKIE_SECONDS, Asking, Person, is_token, new_token
from tenkyo.people.saved_searches import new_ids
from tenkyo.people.types import AskedPage
from ui.language import PARAM

if TYPE_CHECKING:
    from tenkyo.application import Application

STYLE = Path(__file__).parent / "personal.css"
"""The look of what is kept for one person."""

PERSON = "person"
REMEMBERED = "remembered-asking"
NEWLY_FOUND = "newly-found"
FAULT = "remembering-fault"
"""Where the session keeps why what was asked last is not remembered (a TenkyoError)."""

ONLY_SHOWN = frozenset({"open", "around", "top", "show", "at", PARAM})
"""Parameters of the address that tell how something is shown, not what is asked."""

# Nothing but the token's own letters, digits, - and _ can stand in {token}.
SCRIPT = f"""<script>
document.cookie = "{COOKIE}={{token}}; Max-Age={COOKIE_SECONDS}; Path=/; SameSite=Strict"
  + (location.protocol === "https:" ? "; Secure" : "");
</script>"""


def greet() -> None:
    """Lets the browser keep its token, for a year from each visit."""
    st.html(SCRIPT.replace("{token}", _token()), unsafe_allow_javascript=True)


def person_now(application: "Application") -> Person:
    """The person whose browser this is."""
    return application.person(_token())


def asking_now(page: AskedPage, query: str) -> Asking:
    """What is asked now: by the address, without what only tells how it is shown."""
    params = [
        (name, value)
        for name in sorted(st.query_params)
        if name not in ONLY_SHOWN
        for value in st.query_params.get_all(name)
    ]
    return Asking(page, query, urlencode(params))


def remember(
    application: "Application",
    page: AskedPage,
    query: str,
    *,
    found: int | None = None,
    supported: bool | None = None,
    known: Sequence[str] = (),
) -> None:
    """Writes down what is asked, once; a failure is no reason not to show what was found.

    `known` are the ids of the passages shown: a saved search knows them from now on.
    """
    asking = asking_now(page, query)
    if st.session_state.get(REMEMBERED) == asking:
        return
    st.session_state[REMEMBERED] = asking
    st.session_state[NEWLY_FOUND] = ()
    try:
        person = person_now(application)
        person.record(asking, found, supported)
        before = person.look_at(asking, known)
        st.session_state[NEWLY_FOUND] = new_ids(before, known) if before and before.known else ()
        st.session_state[FAULT] = None
    except TenkyoError as error:
        logging.getLogger(__name__).warning("what was asked is not remembered: %s", error)
        st.session_state[FAULT] = error


def newly_found(asking: Asking) -> tuple[str, ...]:
    """The ids of the passages shown that were not there when this saved search was looked at before."""
    if st.session_state.get(REMEMBERED) != asking:
        return ()
    return tuple(st.session_state.get(NEWLY_FOUND, ()))


def _token() -> str:
    """This browser's token: the session's, else the cookie's, else a new one."""
    kept = st.session_state.get(PERSON)
    if is_token(kept):
        return kept
    cookie = st.context.cookies.get(COOKIE)
    token = cookie if is_token(cookie) else new_token()
    st.session_state[PERSON] = token
    return token
