"""The box a draft is pasted into; the draft that is asked about, in the address or kept by the session."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from qa.precedents.types import DraftScope, FindingFacets
from ui.findings.address import LONGEST_IN_ADDRESS, AskedFindings, ask_findings, findings_asked_now
from ui.frame import show_error, show_note
from ui.places import fiscal_year
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

Value = TypeVar("Value", str, int)

TYPED = "draft-typed"
FOLLOWED = "draft-followed"
KEPT = "draft-kept"
ISSUER = "draft-issuer"
YEAR = "draft-year"
BOX_PIXELS = 200


def asked_draft(asked: AskedFindings) -> str:
    """The draft that is asked about, empty where none is."""
    return str(st.session_state.get(KEPT, "")) if asked.long else asked.draft


def put_draft(draft: str, scope: DraftScope) -> None:
    """Asks about a draft: a short one goes into the address, a long one is kept by the session."""
    long = len(draft) > LONGEST_IN_ADDRESS
    st.session_state[KEPT] = st.session_state[TYPED] = st.session_state[FOLLOWED] = draft
    asked = replace(findings_asked_now(), mode="precedents", scope=scope, finding="", opened=None)
    ask_findings(replace(asked, draft="" if long else draft, long=long))


def ask_for_draft(application: "Application", facets: FindingFacets, asked: AskedFindings) -> str:
    """Shows the box and gives the draft that is asked about, empty where none is yet."""
    draft = asked_draft(asked)
    if TYPED not in st.session_state or st.session_state.get(FOLLOWED) != draft:
        st.session_state[TYPED] = st.session_state[FOLLOWED] = draft
    longest = application.findings.longest_draft
    with st.form("draft-form", border=False):
        st.text_area(
            words().findings.draft_label,
            key=TYPED,
            height=BOX_PIXELS,
            placeholder=words().findings.draft_placeholder,
        )
        st.html(f'<p class="t-note">{words().findings.draft_help.format(longest=longest)}</p>')
        with st.container(horizontal=True, vertical_alignment="bottom"):
            issuers = [issuer for issuer, _ in facets.issuers]
            years = [year for year, _ in facets.fiscal_years]
            _choose(ISSUER, words().findings.draft_issuer, issuers, asked.scope.issuer, str)
            _choose(YEAR, words().findings.draft_year, years, asked.scope.fiscal_year, fiscal_year)
            st.form_submit_button(words().findings.draft_button, type="primary", on_click=_submit)
    if asked.long:
        words_of_it = words().findings.draft_not_in_address if draft else words().findings.draft_lost
        show_note(words_of_it.format(longest=LONGEST_IN_ADDRESS))
    if st.session_state.pop("draft-missing", False):
        show_error(words().findings.draft_empty)
    return draft


def _choose(
    key: str, label: str, values: Sequence[Value], chosen: Value | None, shown: Callable[[Value], str]
) -> None:
    options = [*values, *([chosen] if chosen is not None and chosen not in values else [])]
    if st.session_state.get(f"{key}-followed", "") != chosen or key not in st.session_state:
        st.session_state[key] = st.session_state[f"{key}-followed"] = chosen
    st.selectbox(
        label, options, key=key, format_func=shown, placeholder=words().findings.not_told, index=None
    )


def _submit() -> None:
    draft = str(st.session_state[TYPED] or "").strip()
    st.session_state["draft-missing"] = not draft
    put_draft(draft, DraftScope(st.session_state[ISSUER], st.session_state[YEAR]))
