"""What was judged right and wrong: a list with ways to take back, files to take along, its evaluation."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from tenkyo.errors import TenkyoError
from tenkyo.judging import JudgedHit, JudgedQuery
from tenkyo.judging.listing import judgements_csv
from tenkyo.judging.question_file import question_lines
from ui.evaluation.running import show_running
from ui.frame import show_error, show_note, told
from ui.links import show_link
from ui.marking import marked
from ui.places import page_ranges
from ui.undo import show_undo
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

FORGOTTEN = "forgotten-query"
SHOWN = "judged-shown"
AT_ONCE = 10
"""How many queries are shown, and how many more on request."""

TEXT_SHOWN = 120
"""The most characters shown of a passage."""


def show_judged(application: "Application") -> None:
    """The list, the newest first, with all that can be done with it."""
    said = words().evaluation
    try:
        queries = application.judgements.all()
    except TenkyoError as error:
        show_error(told(error))
        return
    show_note(said.judged_lead)
    _show_undo(application)
    if not queries:
        show_note(said.judged_none)
        return
    usable = [query for query in queries if query.right or query.nothing]
    show_note(_counts(queries))
    _show_files(queries)
    show_running(application, len(usable))
    st.html(f'<h2 class="t-h2">{marked(said.view_judged)}</h2>')
    shown = int(st.session_state.get(SHOWN, AT_ONCE))
    for number, query in enumerate(list(reversed(queries))[:shown]):
        _show_query(application, query, number)
    if (left := len(queries) - shown) > 0:
        st.button(said.more_queries.format(count=left), on_click=_show_more, args=(shown,), width="stretch")


def _counts(queries: tuple[JudgedQuery, ...]) -> str:
    right, nothing = sum(bool(query.right) for query in queries), sum(query.nothing for query in queries)
    return words().evaluation.judged_count.format(
        queries=len(queries), right=right, nothing=nothing, waiting=len(queries) - right - nothing
    )


def _show_files(queries: tuple[JudgedQuery, ...]) -> None:
    said, day = words().evaluation, f"{datetime.now(UTC):%Y%m%d}"
    verdicts = {"right": said.right, "wrong": said.wrong, "nothing": said.nothing}
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.download_button(
            said.download_questions,
            data=lambda: question_lines(queries),
            file_name=f"judged-{day}.jsonl",
            mime="application/jsonl",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            said.download_list,
            data=lambda: judgements_csv(queries, said.list_head, verdicts),
            file_name=f"judgements-{day}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )
    show_note(said.tune_hint)


def _show_query(application: "Application", query: JudgedQuery, number: int) -> None:
    said = words().evaluation
    with st.container(border=True, key=f"judged-{number}"):
        show_link(
            query.asked_on,
            urlencode({"q": query.query}),
            query.query,
            icon=":material/search:",
            width="stretch",
        )
        st.html(_query_html(query))
        st.button(
            said.forget,
            key=f"forget-{number}",
            icon=":material/undo:",
            type="tertiary",
            on_click=_forget,
            args=(application, query.query),
        )


def _query_html(query: JudgedQuery) -> str:
    said = words().evaluation
    waiting = not query.right and not query.nothing
    return (
        '<article class="t-fault">'
        + (f"<p>{marked(said.nothing)}</p>" if query.nothing else "")
        + _hits(said.right, "✓", query.right)
        + _hits(said.wrong, "✕", query.wrong)
        + (f'<p class="t-note">{marked(said.no_right_yet)}</p>' if waiting else "")
        + "</article>"
    )


def _hits(title: str, sign: str, hits: tuple[JudgedHit, ...]) -> str:
    if not hits:
        return ""
    items = "".join(f"<li>{marked(_hit_words(hit))}</li>" for hit in hits)
    return f'<p class="t-list">{sign} {marked(title)}</p><ul class="t-note">{items}</ul>'


def _hit_words(hit: JudgedHit) -> str:
    pages = words().evaluation.pages.format(pages=page_ranges([str(page) for page in hit.pages]))
    text = " ".join(hit.quote.split())
    quote = text if len(text) <= TEXT_SHOWN else f"{text[:TEXT_SHOWN]}…"
    return " ".join(part for part in (hit.title, pages if hit.pages else "", quote) if part)


def _forget(application: "Application", query: str) -> None:
    try:
        st.session_state[FORGOTTEN] = application.judgements.forget(query)
    except TenkyoError as error:
        st.toast(told(error), icon=":material/error:")


def _show_undo(application: "Application") -> None:
    forgotten: JudgedQuery | None = st.session_state.get(FORGOTTEN)
    if forgotten is None:
        return
    said = words().evaluation
    sentence = said.forgotten.format(query=forgotten.query)
    show_undo(sentence, said.undo, "unforget", lambda: _put_back(application, forgotten))


def _put_back(application: "Application", forgotten: JudgedQuery) -> None:
    application.judgements.put_back(forgotten)
    del st.session_state[FORGOTTEN]
    st.toast(words().evaluation.restored)


def _show_more(shown: int) -> None:
    st.session_state[SHOWN] = shown + AT_ONCE
