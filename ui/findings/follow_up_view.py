"""What followed a finding, on the screen: measures taken, like findings of later and earlier years."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from qa.precedents.types import FollowUp, LikeFinding, MeasureTaken
from tenkyo.fiscal_years import era_year
from ui.address import OpenPage
from ui.findings.address import ask_findings, findings_asked_now
from ui.findings.listing import show_title_button
from ui.findings.naming import finding_lines
from ui.frame import show_note
from ui.marking import marked
from ui.page_view import show_page
from ui.places import fiscal_year, page_place
from ui.tables import facts
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

Usual = tuple[OpenPage, ...]

PAGE_PIXELS = 720
"""The widest a page's picture is below what it shows."""


def show_follow_up(application: "Application", follow_up: FollowUp, usual: Usual) -> None:
    """Measures taken first, then other years; what is not there is said."""
    st.html(f'<h3 class="t-h2">{words().findings.measures}</h3>')
    if not follow_up.measures:
        show_note(words().findings.no_measures)
    for number, taken in enumerate(follow_up.measures, 1):
        _show_measure(application, taken, f"measure-{number}", usual)
    st.html(f'<h3 class="t-h2">{words().findings.later}</h3>')
    if follow_up.later:
        _show_like(follow_up.later)
    elif follow_up.later_years:
        years = words().findings.separator.join(map(era_year, follow_up.later_years))
        show_note(words().findings.no_later.format(years=years))
    else:
        show_note(words().findings.no_later_report)
    if follow_up.earlier:
        st.html(f'<h3 class="t-h2">{words().findings.earlier}</h3>')
        _show_like(follow_up.earlier)
    if follow_up.later or follow_up.earlier:
        show_note(words().findings.likely_note)


def _show_measure(application: "Application", taken: MeasureTaken, name: str, usual: Usual) -> None:
    """What one report tells, with a way to its page."""
    quote, document = taken.quote, taken.document
    with st.container(border=True, key=f"taken-{name}"):
        st.html(_measure_text(taken))
        if quote is None or quote.page is None or not application.draws(document.id):
            return
        page = findings_asked_now().page_of(name)
        st.button(
            words().hits.close_page if page else words().hits.open_page,
            key=f"open-{name}",
            icon=":material/close:" if page else ":material/article:",
            on_click=_turn,
            args=(name, None if page else quote.page, usual),
        )
        if page:
            with st.container(width=PAGE_PIXELS):
                show_page(
                    application,
                    document,
                    page,
                    quote.passage,
                    quote.text,
                    key=f"page-{name}",
                    turn=lambda turned: _turn(name, turned, usual),
                )


def _measure_text(taken: MeasureTaken) -> str:
    measure, quote = taken.measure, taken.quote
    told = {
        words().findings.measure_status: measure.status or words().findings.no_status,
        words().findings.measure_date: taken.date,
        words().findings.measure_office: taken.office,
    }
    known = {name: said for name, said in told.items() if said}
    page = quote.page if quote else measure.page
    label = quote.page_label if quote else measure.page_label
    place = page_place(taken.document, page, label)
    source = " · ".join(
        marked(said) for said in (taken.document.title, fiscal_year(taken.document.fiscal_year)) if said
    )
    return (
        f'<article class="t-hit">{facts(known, "t-figures t-measure")}'
        f'<p class="t-facts">{source}</p><p class="t-pages"><span>{marked(place)}</span></p>'
        f'<p class="t-text">{marked(quote.text) if quote else ""}</p></article>'
    )


def _show_like(like: Sequence[LikeFinding]) -> None:
    for each in like:
        record = each.record
        with st.container(border=True, key=f"like-{record.id}", gap="xxsmall"):
            show_title_button(record, key=f"open-like-{record.id}")
            st.html(finding_lines(record, words().findings.likely.format(score=each.score)))


def _turn(name: str, page: int | None, usual: Usual) -> None:
    ask_findings(findings_asked_now().showing(name, page, usual))
