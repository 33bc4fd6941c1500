"""A comparison in, its sections on the screen out: headings, texts, figures, rows, and what is open where it
stands."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from qa.comparing.types import Change, Comparison, SectionComparison
from ui.frame import show_note
from ui.marking import marked
from ui.words import words
from ui.years.address import SHOWN_FIRST, Chosen, choose
from ui.years.changes_view import figures_html, rows_html, texts_html
from ui.years.opened import show_opened
from ui.years.parts import document_names, visible_parts, window

if TYPE_CHECKING:
    from tenkyo.application import Application

Kind = TypeVar("Kind", bound=Change)


def show_sections(application: "Application", comparison: Comparison, chosen: Chosen) -> None:
    """Shows what changed, section by section, or all where the address asks for it."""
    parts = visible_parts(comparison, chosen.everything)
    changes = [change for part in parts for change in part.changes]
    if not changes:
        show_note(words().years.nothing_changed if comparison.changes else words().years.nothing)
        return
    opened = next((change for change in changes if change.number == chosen.opened), None)
    shown = window(parts, chosen.top, opened)
    if shown.before:
        st.button(
            words().years.from_first.format(count=f"{shown.before:,}"),
            key="years-first",
            on_click=lambda: choose(replace(chosen, opened=0)),
            width="stretch",
        )
    for part in shown.parts:
        _show_section(application, comparison, part, changes, opened, chosen)
    if shown.after:
        st.button(
            words().years.more.format(count=f"{shown.after:,}"),
            key="years-more",
            on_click=lambda: choose(replace(chosen, top=chosen.top + 4 * SHOWN_FIRST)),
            width="stretch",
        )


def _show_section(
    application: "Application",
    comparison: Comparison,
    part: SectionComparison,
    changes: Sequence[Change],
    opened: Change | None,
    chosen: Chosen,
) -> None:
    documents = (comparison.before, comparison.after)
    names = document_names(comparison)
    st.html(section_head(part))

    def show(title: str, kind: Sequence[Kind], html: Callable[[Sequence[Kind]], str]) -> None:
        for place, stretch in enumerate(split_after(kind, opened)):
            head = "" if place else f'<h3 class="t-what">{marked(title)}</h3>'
            st.html(head + html(stretch))
            if opened and stretch[-1].number == opened.number:
                show_opened(application, documents, opened, changes, chosen)

    told = words().years
    if part.texts:
        show(told.texts, part.texts, lambda some: texts_html(some, chosen))
    if part.figures:
        headings = part.after or part.before
        show(told.figures, part.figures, lambda some: figures_html(some, names, headings, chosen))
    for side, title in told.rows.items():
        if rows := [row for row in part.rows if row.side == side]:
            show(title, rows, lambda some: rows_html(some, chosen))


def split_after(changes: Sequence[Kind], opened: Change | None) -> list[Sequence[Kind]]:
    """The changes in one stretch, or in two where the open one is among them: it ends the first."""
    numbers = [change.number for change in changes]
    if opened is None or opened.number not in numbers:
        return [changes]
    cut = numbers.index(opened.number) + 1
    return [stretch for stretch in (changes[:cut], changes[cut:]) if stretch]


def section_head(part: SectionComparison) -> str:
    """The headings of a section in both documents, how they were paired."""
    told = words().years
    headings = part.after or part.before
    trail = "".join(f"<li>{marked(heading)}</li>" for heading in headings[:-1])
    last = headings[-1] if headings else told.no_heading
    notes = [told.pairings[part.pairing]] if part.pairing in told.pairings else []
    if part.pairing == "one_side":
        side = told.after if part.after else told.before
        notes.append(told.one_side.format(side=side))
    if part.before and part.after and part.before[-1] != part.after[-1]:
        last = f"{part.before[-1]} → {part.after[-1]}"
    note = f'<p class="t-note">{marked("".join(notes))}</p>' if notes else ""
    heading = f'<ol class="t-trail">{trail}</ol><h2 class="t-h2">{marked(last)}</h2>'
    return f'<div class="t-section">{heading}{note}</div>'
