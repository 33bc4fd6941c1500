"""The list of findings: all, those that filters let through, or those that a query finds."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from qa.precedents.types import FindingRecord, FoundRecord
from ui.findings.address import AskedFindings, ask_findings, findings_asked_now
from ui.findings.filters import choose_finding_filters, show_active_finding_filters
from ui.findings.naming import finding_lines, finding_name, status_words
from ui.frame import show_error, show_note, working
from ui.marking import marked, plain_label
from ui.person import remember
from ui.refusals import complaint, refusal
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

AT_ONCE = 20
FOUND_AT_ONCE = 10
"""How many findings are shown at first, and how many more at each request: of the list, of what a query
finds."""

AROUND = 60
"""How many characters of a passage are shown before and after what a query finds in it."""

TYPED = "findings-query"
FOLLOWED = "findings-query-followed"


def listed_records(
    application: "Application", records: Sequence[FindingRecord], asked: AskedFindings
) -> tuple[FoundRecord | FindingRecord, ...] | None:
    """What the list holds for what is asked, None where the query cannot be searched (and the page says
    why)."""
    narrowed = application.findings.narrowed(records, asked.filters)
    if not asked.query:
        return narrowed
    wrong = complaint(asked.query)
    if wrong is None:
        try:
            with working(words().findings.searching):
                return application.findings.search(asked.query, narrowed)
        except ValueError:
            wrong = refusal(asked.query)
    show_error(wrong)
    return None


def show_list(application: "Application", records: Sequence[FindingRecord], asked: AskedFindings) -> None:
    """The box to search in, the filters, and the findings."""
    _show_box(asked)
    choose_finding_filters(application.findings.facets(records, asked.filters), asked.filters)
    show_active_finding_filters(asked.filters)
    found = listed_records(application, records, asked)
    if found is None:
        return
    if not found:
        show_note(words().findings.nothing_found if asked.query else words().findings.nothing_filtered)
        return
    if asked.query:
        remember(application, "findings", asked.query, found=len(found))
    form = words().findings.found if asked.query else words().findings.listed
    st.html(f'<div role="status"><h2 class="t-count">{form.format(count=len(found))}</h2></div>')
    step = FOUND_AT_ONCE if asked.query else AT_ONCE
    top = asked.top or step
    for item in found[:top]:
        _show_row(item)
    if len(found) > top:
        st.button(
            words().findings.more,
            on_click=lambda: ask_findings(replace(findings_asked_now(), top=top + step)),
            width="stretch",
        )


def record_of(item: FoundRecord | FindingRecord) -> FindingRecord:
    """The record of something listed."""
    return item.record if isinstance(item, FoundRecord) else item


def _show_box(asked: AskedFindings) -> None:
    if TYPED not in st.session_state or st.session_state.get(FOLLOWED) != asked.query:
        st.session_state[TYPED] = st.session_state[FOLLOWED] = asked.query
    with (
        st.form("findings-form", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(
            words().findings.query_label,
            key=TYPED,
            placeholder=words().findings.query_placeholder,
            type="search",
            icon="",
        )
        st.form_submit_button(words().findings.query_button, type="primary", on_click=_submit)


def _submit() -> None:
    typed = str(st.session_state[TYPED] or "").strip()
    st.session_state[FOLLOWED] = typed
    ask_findings(replace(findings_asked_now(), query=typed, top=None, finding="", opened=None))


def _show_row(item: FoundRecord | FindingRecord) -> None:
    """One finding: its title opens it."""
    record = record_of(item)
    with st.container(key=f"finding-row-{record.id}", gap=None):
        show_title_button(record, key=f"open-finding-{record.id}")
        lines = finding_lines(record, status_words(record))
        st.html(f'<article class="t-hit">{_excerpt(item)}{lines}</article>')


def show_title_button(record: FindingRecord, key: str) -> None:
    """A finding's name and title: pressing it opens the finding."""
    st.button(
        plain_label(f"{finding_name(record)}　{record.finding.title}"),
        key=key,
        type="tertiary",
        on_click=open_finding,
        args=(record.id,),
    )


def _excerpt(item: FoundRecord | FindingRecord) -> str:
    """What a query found in a finding, with its marks; nothing for a list without a query."""
    if not isinstance(item, FoundRecord):
        return ""
    text, marks = item.passage.text, item.highlights
    first = marks[0][0] if marks else 0
    start = max(0, first - AROUND) if first > 2 * AROUND else 0
    shown = text[start : start + 4 * AROUND]
    moved = [(begin - start, end - start) for begin, end in marks]
    before, after = "…" if start else "", "…" if start + len(shown) < len(text) else ""
    return f'<p class="t-text">{before}{marked(shown, moved)}{after}</p>'


def open_finding(record_id: str) -> None:
    """Opens one finding; the list stays in the address."""
    ask_findings(replace(findings_asked_now(), mode="list", finding=record_id, opened=None))
