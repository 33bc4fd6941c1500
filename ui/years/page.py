"""年度比較: two documents of several years in, what changed out."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from corpus.types import Document
from qa.comparing.types import Comparison
from ui.frame import opened_application, show_empty_library, show_error, show_note, show_title, working
from ui.links import follow_links
from ui.marking import marked
from ui.packs.offer import offer_pack
from ui.person import remember
from ui.personal_recent import show_recent
from ui.segments import choose_segment
from ui.words import words
from ui.years.address import Chosen, choose, chosen_now
from ui.years.choosing import show_choice, show_series
from ui.years.figure_list import show_figure_list
from ui.years.items import item_label, show_item
from ui.years.sections import show_sections

if TYPE_CHECKING:
    from tenkyo.application import Application

STYLE = Path(__file__).parent / "style.css"

# Links of this page change its address alone: the page follows without being loaded anew. A click that asks
# for a new tab stays a link.
SCRIPT = """<script>
if (!window.tenkyoLinks) {
  window.tenkyoLinks = true;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.t-goto");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(history.state, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate", {state: history.state}));
  });
}
</script>"""


def show_years_page() -> None:
    """The page, from the choice of documents to the changes between them."""
    follow_links()
    st.html(STYLE)
    st.html(SCRIPT, unsafe_allow_javascript=True)
    show_title(words().app.years, words().years.lead)
    application = opened_application()
    if show_empty_library(application):
        return
    chosen = chosen_now()
    documents, series = application.index.documents(), application.years.series()
    before, after = show_choice(application, documents, series, chosen)
    if before is None or after is None:
        if (chosen.before and before is None) or (chosen.after and after is None):
            show_error(words().years.unknown_document)
        if series:
            show_series(series, chosen)
        else:
            show_note(words().years.series_none)
        show_recent(application, "years")
    elif before.id == after.id:
        show_error(words().years.same_document)
    else:
        _show_comparison(application, (before, after), chosen)


def _show_comparison(
    application: "Application", documents: tuple[Document, Document], chosen: Chosen
) -> None:
    with working(words().years.comparing):
        item = show_item(application, *documents, chosen)
        comparison = application.years.compare(*documents, item, chosen.basis)
    _show_filters(comparison, chosen)
    _show_summary(application, comparison)
    remember(application, "years", compared_words(comparison), found=comparison.counts.changes)
    show_figure_list(comparison, chosen)
    show_sections(application, comparison, chosen)


def _offer_pack(application: "Application", comparison: Comparison) -> None:
    # Imported here because it brings the index's libraries: the page shows itself before they are loaded.
    from tenkyo.packs.comparisons import comparison_outcome, comparison_request

    outcome = partial(comparison_outcome, application.index, comparison)
    offer_pack(application, comparison_request(comparison), outcome, key="years")


def compared_words(comparison: Comparison) -> str:
    """What is compared, in one line."""
    documents = f"{comparison.before.title} → {comparison.after.title}"
    return f"{documents}（{item_label(comparison.item)}）" if comparison.item else documents


def _show_filters(comparison: Comparison, chosen: Chosen) -> None:
    told = words().years
    known = comparison.before_year is not None and comparison.after_year is not None
    shown = {"": told.changed_only, "all": told.everything}
    with st.container(horizontal=True, vertical_alignment="bottom", key="years-filters"):
        choose_segment(
            told.basis,
            told.bases,
            chosen.basis,
            "years-basis",
            lambda now: choose(chosen.anew(basis=now)),
            label_shown=True,
            enabled=known,
        )
        choose_segment(
            told.filter,
            shown,
            "all" if chosen.everything else "",
            "years-filter",
            lambda now: choose(chosen.anew(everything=now == "all")),
            label_shown=True,
        )
    st.html(f'<p class="t-note">{marked(told.basis_notes[chosen.basis] if known else told.no_year)}</p>')


def _show_summary(application: "Application", comparison: Comparison) -> None:
    told, counts = words().years, comparison.counts
    line = told.summary.format(
        texts=f"{counts.texts:,}",
        figures=f"{counts.figures:,}",
        added=f"{counts.added:,}",
        removed=f"{counts.removed:,}",
    )
    line = line if counts.changes else told.summary_none
    with st.container(horizontal=True, vertical_alignment="center", key="years-summary"):
        st.html(f'<div role="status"><h2 class="t-summary">{marked(line)}</h2></div>', width="stretch")
        _offer_pack(application, comparison)
    notes = [told.formal_note.format(count=counts.formal)] if counts.formal else []
    figures = (figure for section in comparison.sections for figure in section.figures)
    notes += [told.aside_note] if any(figure.aside for figure in figures) else []
    st.html("".join(f'<p class="t-note">{marked(note)}</p>' for note in notes) or "<p></p>")
