"""合う, 合わない: a hit judged right or wrong for what was asked, from where it is read."""

import hashlib
from typing import TYPE_CHECKING

import streamlit as st

from index.types import Hit
from tenkyo.errors import TenkyoError
from tenkyo.judging.quoting import judged_hit
from tenkyo.judging.types import AskedOn, Verdict
from ui.frame import show_error, told
from ui.marking import plain_label
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

ICONS: dict[Verdict, str] = {"right": ":material/check:", "wrong": ":material/close:"}


def show_judging(
    application: "Application", hit: Hit, query: str, *, page: AskedOn, quote: str | None = None
) -> None:
    """Two buttons that keep a verdict on a hit for a query; pressing the one that is chosen takes it back.

    `quote` is what an answer cited of the hit.
    """
    said, key = words().judging, f"judge-{_short(query)}-{hit.passage.id}-{_short(quote or '')}"
    labels = {"right": said.right, "wrong": said.wrong}
    try:
        judged = application.judgements.of(query)
    except TenkyoError as error:
        show_error(told(error))
        return
    verdicts = {each.hit.passage_id: each.verdict for each in judged.judgements} if judged else {}
    st.session_state[key] = verdicts.get(hit.passage.id)
    st.segmented_control(
        said.label,
        list(ICONS),
        key=key,
        format_func=lambda verdict: f"{ICONS[verdict]} {labels[verdict]}",
        on_change=_judge,
        args=(application, hit, query, page, quote, key),
        label_visibility="collapsed",
        help=said.help,
    )
    _say(key)


def show_nothing_answers(application: "Application", query: str, *, page: AskedOn = "ask") -> None:
    """A choice that keeps that nothing in the library answers a query."""
    said, key = words().judging, f"judge-nothing-{_short(query)}"
    try:
        judged = application.judgements.of(query)
    except TenkyoError as error:
        show_error(told(error))
        return
    st.session_state[key] = bool(judged and judged.nothing)
    st.checkbox(
        said.nothing,
        key=key,
        on_change=_judge_nothing,
        args=(application, query, page, key),
        help=said.nothing_help,
    )
    _say(key)


def _judge(
    application: "Application", hit: Hit, query: str, page: AskedOn, quote: str | None, key: str
) -> None:
    verdict: Verdict | None = st.session_state[key]
    try:
        application.judgements.judge(query, page, judged_hit(hit, quote), verdict)
    except TenkyoError as error:
        st.session_state[_said(key)] = told(error)
        return
    said = words().judging
    outcomes = {"right": said.kept_right, "wrong": said.kept_wrong, None: said.taken_back}
    st.session_state[_said(key)] = outcomes[verdict]


def _judge_nothing(application: "Application", query: str, page: AskedOn, key: str) -> None:
    nothing = bool(st.session_state[key])
    try:
        application.judgements.nothing_answers(query, page, nothing)
    except TenkyoError as error:
        st.session_state[_said(key)] = told(error)
        return
    said = words().judging
    st.session_state[_said(key)] = said.kept_nothing if nothing else said.taken_back


def _say(key: str) -> None:
    """Tells what came of a click: a fragment shows nothing from inside of its callbacks."""
    if sentence := st.session_state.pop(_said(key), None):
        st.toast(plain_label(sentence))


def _said(key: str) -> str:
    return f"{key}-said"


def _short(query: str) -> str:
    """A name for a query that may stand in a key."""
    return hashlib.sha256(query.encode()).hexdigest()[:12]
