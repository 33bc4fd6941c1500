"""指摘事項: the findings of audit reports as a list, one by one, and as precedents of a draft."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from qa.precedents.types import DraftScope, FindingRecord
from ui.clicks import enable_clicks
from ui.findings.address import AskedFindings, ask_findings, findings_asked_now
from ui.findings.draft_box import put_draft
from ui.findings.listing import listed_records, open_finding, record_of, show_list
from ui.findings.precedents_view import show_precedents
from ui.findings.record_view import show_record
from ui.frame import opened_application, show_empty_library, show_error, show_note, show_title
from ui.links import follow_links
from ui.segments import choose_segment
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

STYLE = Path(__file__).parent / "style.css"


def show_findings_page() -> None:
    """The page, from the choice of what to show to the findings."""
    follow_links()
    asked = findings_asked_now()
    st.html(STYLE)
    enable_clicks()
    show_title(words().app.findings, "" if asked.finding or asked.draft else words().findings.lead)
    application = opened_application()
    records = _records(application, application.index.state().digest)
    if not records:
        if not show_empty_library(application):
            show_note(words().findings.none_held)
            show_note(words().findings.none_held_hint)
        return
    _choose_mode(asked)
    if asked.mode == "precedents":
        show_precedents(application, records, asked)
    elif asked.finding:
        _show_opened(application, records, asked)
    else:
        show_list(application, records, asked)


@st.cache_resource(max_entries=4, show_spinner=False)
def _records(_application: "Application", library: str) -> tuple[FindingRecord, ...]:
    """The findings of the library whose state has this digest."""
    return _application.findings.records()


def _choose_mode(asked: AskedFindings) -> None:
    choose_segment(
        words().findings.modes_label, words().findings.modes, asked.mode, "findings-mode", _put_mode
    )


def _put_mode(mode: str) -> None:
    asked = replace(findings_asked_now(), finding="", opened=None)
    ask_findings(replace(asked, mode="precedents" if mode == "precedents" else "list"))


def _show_opened(application: "Application", records: Sequence[FindingRecord], asked: AskedFindings) -> None:
    """The finding that is open, with ways back to the list and on to those beside it."""
    listed = [record_of(item) for item in listed_records(application, records, asked) or ()]
    record = next((each for each in records if each.id == asked.finding), None)
    _show_ways(application, listed, record)
    if record is None:
        show_error(words().findings.unknown_record)
        return
    show_record(application, record, records)


def _show_ways(
    application: "Application", listed: Sequence[FindingRecord], record: FindingRecord | None
) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="finding-ways"):
        st.button(words().findings.back, icon=":material/arrow_back:", on_click=_close, key="finding-back")
        if record is None:
            return
        at = next((place for place, each in enumerate(listed) if each.id == record.id), None)
        if at is not None:
            _show_neighbour(listed, at - 1, words().findings.previous, "previous")
            position = words().findings.position.format(number=at + 1, count=len(listed))
            st.html(f'<p class="t-position">{position}</p>', width="content")
            _show_neighbour(listed, at + 1, words().findings.following, "following")
        st.button(
            words().findings.find_precedents_of,
            icon=":material/compare:",
            key="finding-precedents",
            on_click=_find_precedents_of,
            args=(application, record),
        )


def _show_neighbour(listed: Sequence[FindingRecord], at: int, label: str, key: str) -> None:
    there = 0 <= at < len(listed)
    st.button(
        label,
        key=f"finding-{key}",
        disabled=not there,
        on_click=open_finding,
        args=(listed[at].id if there else "",),
    )


def _close() -> None:
    ask_findings(replace(findings_asked_now(), finding="", opened=None))


def _find_precedents_of(application: "Application", record: FindingRecord) -> None:
    """Takes a finding for the draft; those of its own office and year are no precedents of it."""
    draft = application.findings.text(record)[: application.findings.longest_draft]
    put_draft(draft, DraftScope(record.document.issuer, record.document.fiscal_year))
