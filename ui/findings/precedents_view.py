"""The precedents of a draft: each beside the draft, with what they share and where they differ."""

from collections.abc import Sequence
from math import floor
from typing import TYPE_CHECKING

import streamlit as st

from qa.precedents.types import DraftError, DraftScope, FindingFilters, FindingRecord, Precedent, Precedents
from tenkyo.packs.precedents import precedents_outcome, precedents_request
from ui.address import OpenPage
from ui.findings.address import AskedFindings, ask_findings, findings_asked_now
from ui.findings.comparison_view import comparison_table, side_by_side, summary
from ui.findings.draft_box import ask_for_draft
from ui.findings.follow_up_view import PAGE_PIXELS
from ui.findings.listing import open_finding
from ui.findings.naming import as_one, finding_facts, finding_name, finding_place, status_words
from ui.findings.record_view import show_citation
from ui.frame import show_error, show_note, working
from ui.marking import marked
from ui.packs.offer import offer_pack
from ui.page_view import show_page
from ui.person import remember
from ui.personal_recent import show_recent
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

Usual = tuple[OpenPage, ...]
RESULT = "precedents-result"
SHOWN = 5
REMEMBERED = 60
"""How much of a draft the history shows, in characters."""


def show_precedents(
    application: "Application", records: Sequence[FindingRecord], asked: AskedFindings
) -> None:
    """The box for the draft, and what is near to it."""
    draft = ask_for_draft(application, application.findings.facets(records, FindingFilters()), asked)
    if not draft:
        show_note(words().findings.draft_lead)
        show_recent(application, "findings")
        return
    found = _found(application, draft, asked.scope)
    if found is None:
        return
    if not asked.long:  # a link could not bring a long one back
        remember(application, "findings", found.draft[:REMEMBERED], found=len(found.near))
    if not found.near:
        st.html(f'<div role="status"><h2 class="t-h2">{words().findings.nothing_near}</h2></div>')
        form = words().findings.nothing_near_hint if found.looked_at else words().findings.nothing_to_compare
        best = floor(found.best_score * 100) / 100  # rounded up it could stand at the least score itself
        show_note(form.format(count=found.looked_at, score=best, least=found.least_score))
        return
    line = words().findings.nearest.format(count=len(found.near), looked_at=found.looked_at)
    with st.container(horizontal=True, vertical_alignment="center", key="precedents-found"):
        st.html(f'<div role="status"><h2 class="t-count">{line}</h2></div>')
        request = precedents_request(found.draft, asked.scope, SHOWN)
        offer_pack(application, request, precedents_outcome(found), "precedents")
    usual = (OpenPage(found.near[0].record.id, 0),)
    for precedent in found.near:
        show_precedent(application, precedent, found.draft, asked.scope, usual)


def _found(application: "Application", draft: str, scope: DraftScope) -> Precedents | None:
    """What is near to the draft, kept while nothing it depends on changes; None where it cannot be compared
    (and the page says why)."""
    asked = (draft, scope, application.index.state().digest)
    kept = st.session_state.get(RESULT)
    if kept and kept[0] == asked:
        result: Precedents = kept[1]
        return result
    try:
        with working(words().findings.comparing):
            result = application.findings.precedents(draft, scope, SHOWN)
    except DraftError as error:
        longest = application.findings.longest_draft
        told = words().findings.draft_long if error.kind == "too_long" else words().findings.draft_empty
        show_error(told.format(length=len(draft), longest=longest))
        return None
    st.session_state[RESULT] = (asked, result)
    return result


@st.fragment
def show_precedent(
    application: "Application", precedent: Precedent, draft: str, scope: DraftScope, usual: Usual
) -> None:
    """One precedent. A fragment: opening it or its page draws this one anew and nothing else."""
    record = precedent.record
    page = findings_asked_now().page_of(record.id, 0 if usual[0].name == record.id else None)
    with st.container(border=True, key=f"precedent-{record.id}"):
        st.html(_heading(precedent, scope))
        if page is not None:
            if not record.described:
                show_note(words().findings.title_only)
            st.html(side_by_side(precedent, draft))
            st.html(comparison_table(precedent))
        _show_actions(application, precedent, page, usual)
        if page:
            with st.container(width=PAGE_PIXELS):
                show_page(
                    application,
                    record.document,
                    page,
                    as_one(record, precedent.passages),
                    None,
                    key=f"page-{record.id}",
                    turn=lambda turned: _turn(record.id, turned, usual),
                )


def _heading(precedent: Precedent, scope: DraftScope) -> str:
    record = precedent.record
    return (
        f'<article class="t-hit"><h3><span class="t-number">{precedent.rank}</span> '
        f"{marked(finding_name(record))}　{marked(record.finding.title)}</h3>"
        f'<p class="t-facts t-finding">{finding_facts(record)}{_relation(record, scope)}</p>'
        f'<p class="t-pages"><span>{marked(finding_place(record))}</span>'
        f'<span class="t-status">{marked(status_words(record))}</span>'
        f'<span class="t-score">{words().findings.nearness.format(score=precedent.score)}</span></p>'
        f'<p class="t-note">{marked(summary(precedent))}</p></article>'
    )


def _relation(record: FindingRecord, scope: DraftScope) -> str:
    """Whether a precedent is of the draft's own office, where that is told."""
    if scope.issuer is None:
        return ""
    same = record.document.issuer == scope.issuer
    return f" · <span>{words().findings.same_office if same else words().findings.other_office}</span>"


def _show_actions(application: "Application", precedent: Precedent, page: int | None, usual: Usual) -> None:
    record = precedent.record
    with st.container(horizontal=True, gap="small", key=f"do-{record.id}"):
        st.button(
            words().findings.compare if page is None else words().findings.close,
            key=f"compare-{record.id}",
            icon=":material/compare:" if page is None else ":material/close:",
            on_click=_turn,
            args=(record.id, 0 if page is None else None, usual),
        )
        if page is not None and record.finding.page and application.draws(record.document.id):
            st.button(
                words().hits.close_page if page else words().hits.open_page,
                key=f"picture-{record.id}",
                icon=":material/close:" if page else ":material/article:",
                on_click=_turn,
                args=(record.id, 0 if page else record.finding.page, usual),
            )
        if precedent.passages:
            show_citation(record.document, as_one(record, precedent.passages))
        if st.button(words().findings.open_finding, key=f"see-{record.id}", icon=":material/open_in_full:"):
            open_finding(record.id)
            st.rerun()  # the whole page: in a fragment a click draws that one alone


def _turn(name: str, page: int | None, usual: Usual) -> None:
    ask_findings(findings_asked_now().showing(name, page, usual))
