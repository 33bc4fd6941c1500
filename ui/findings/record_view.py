"""One finding, opened: its text and its page, what was done about it, what other years say."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from corpus.types import Document, Passage
from qa.precedents.types import FindingRecord
from ui.address import OpenPage
from ui.clicks import copy_button
from ui.findings.address import ask_findings, findings_asked_now
from ui.findings.follow_up_view import show_follow_up
from ui.findings.naming import as_one, finding_facts, finding_name, finding_place
from ui.findings.passage_text import passage_html
from ui.frame import show_note
from ui.marking import marked
from ui.original import show_original
from ui.page_view import show_page
from ui.places import citation_text
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

OWN = "finding"
"""The name of the finding's own page in the address."""


def show_record(application: "Application", record: FindingRecord, records: Sequence[FindingRecord]) -> None:
    """A finding of these records with all that belongs to it."""
    record, passages = application.findings.opened(record)
    first = record.finding.page if application.draws(record.document.id) and passages else None
    page = findings_asked_now().page_of(OWN, first) if first else None
    usual = (OpenPage(OWN, first),) if first else ()
    text, picture = st.columns([11, 9], gap="medium") if page else (st.container(), None)
    with text:
        st.html(_text(record, passages))
        if not passages:
            show_note(words().findings.nothing_kept)
        elif not record.described:
            show_note(words().findings.title_only)
        _show_actions(application, record, passages, page, first)
    if page and picture is not None:
        with picture:
            show_page(
                application,
                record.document,
                page,
                as_one(record, passages),
                None,
                key=f"page-{OWN}",
                turn=_turn_own,
            )
    show_follow_up(application, application.findings.follow_up(record, records), usual)


def _text(record: FindingRecord, passages: Sequence[Passage]) -> str:
    """The finding as HTML: heading, facts, headings above it, pages, and its passages."""
    headings = passages[0].headings[:-1] if passages else ()
    trail = "".join(f"<li>{marked(heading)}</li>" for heading in headings)
    body = "".join(passage_html(passage.text) for passage in passages)
    return (
        '<article class="t-hit">'
        f'<h2><span class="t-number">{marked(finding_name(record))}</span> '
        f"{marked(record.finding.title)}</h2>"
        f'<p class="t-facts t-finding">{finding_facts(record)}</p>'
        + (f'<ol class="t-trail">{trail}</ol>' if trail else "")
        + f'<p class="t-pages"><span>{marked(finding_place(record))}</span></p>{body}</article>'
    )


def _show_actions(
    application: "Application",
    record: FindingRecord,
    passages: Sequence[Passage],
    page: int | None,
    first: int | None,
) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="finding-actions"):
        if first:
            st.button(
                words().hits.close_page if page else words().hits.open_page,
                key="finding-page",
                icon=":material/close:" if page else ":material/article:",
                on_click=_turn_own,
                args=(None if page else first,),
            )
        if passages:
            show_citation(record.document, as_one(record, passages))
        show_original(application, record.document, "finding")


def _turn_own(page: int | None) -> None:
    ask_findings(findings_asked_now().showing(OWN, page))


def show_citation(document: Document, passage: Passage) -> None:
    """A button that copies the citation."""
    st.html(copy_button(citation_text(document, passage, passage.text)), width="content")
