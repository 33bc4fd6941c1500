"""What is compared: a series and its two editions, or any two documents, chosen from lists."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from corpus.types import Document
from qa.comparing.types import Edition, Series
from tenkyo.fiscal_years import era_year
from ui.marking import plain_label
from ui.words import words
from ui.years.address import Chosen, choose

if TYPE_CHECKING:
    from tenkyo.application import Application

ANY_TWO = -1
FIRST_SERIES = 8
"""How many series an empty page offers as buttons."""


def show_choice(
    application: "Application", documents: Sequence[Document], series: Sequence[Series], chosen: Chosen
) -> tuple[Document | None, Document | None]:
    """Shows the lists to choose from; the documents chosen, None where one is not yet. What may be the same
    thing as the document before stands first in the list of the one after."""
    years = application.years
    before, after = find_document(documents, chosen.before), find_document(documents, chosen.after)
    at = _series_of(series, before, after)
    if series:
        _show_series(series, at, chosen)
    offered = [edition.document for edition in series[at].editions] if at != ANY_TWO else list(documents)
    labels = {one.id: _label(one, years.year(one)) for one in offered}
    best_first = dict.fromkeys(other.document.id for other in years.other_years(before)) if before else {}
    others = {known: labels[known] for known in (*best_first, *labels) if known in labels}
    columns = st.columns([5, 5, 2], vertical_alignment="bottom")
    with columns[0]:
        _show_documents("before", words().years.before, labels, before, chosen)
    with columns[1]:
        _show_documents("after", words().years.after, others, after, chosen)
    with columns[2]:
        st.button(
            words().years.swap,
            key="years-swap",
            help=words().years.swap_help,
            disabled=before is None or after is None,
            on_click=lambda: choose(chosen.anew(before=chosen.after, after=chosen.before)),
            width="stretch",
        )
    return before, after


def show_series(series: Sequence[Series], chosen: Chosen) -> None:
    """What an empty page offers: the series, each with its last two years."""
    st.html(f'<h2 class="t-h2">{words().years.series_title}</h2>')
    for at, one in enumerate(series[:FIRST_SERIES]):
        st.button(
            plain_label(series_label(one)),
            key=f"years-series-{at}",
            on_click=lambda editions=one.editions: choose(_last_two(chosen, editions)),
            width="stretch",
        )


def find_document(documents: Sequence[Document], short_id: str) -> Document | None:
    """The document whose id begins so; None where none does or many do."""
    found = [one for one in documents if short_id and one.id.startswith(short_id)]
    return found[0] if len(found) == 1 else None


def series_label(series: Series) -> str:
    """A series by its title, its issuer and kind, and its years."""
    years = "・".join(era_year(one.year) for one in series.editions if one.year is not None)
    named = "　".join(filter(None, (series.title, series.issuer, series.kind)))
    return f"{named}{words().years.series_years.format(years=years)}"


def _series_of(series: Sequence[Series], before: Document | None, after: Document | None) -> int:
    """The place of the series that holds both documents, so far as they are chosen."""
    ids = {one.id for one in (before, after) if one is not None}
    held = ({edition.document.id for edition in one.editions} for one in series)
    if not ids or _any_two():
        return ANY_TWO
    return next((at for at, known in enumerate(held) if ids <= known), ANY_TWO)


def _any_two() -> bool:
    return bool(st.session_state.get("years-any-two"))


def _show_series(series: Sequence[Series], at: int, chosen: Chosen) -> None:
    key = "years-series"
    st.session_state[key] = at

    def changed() -> None:
        now = st.session_state[key]
        st.session_state["years-any-two"] = now == ANY_TWO
        if now != ANY_TWO:
            choose(_last_two(chosen, series[now].editions))

    st.selectbox(
        words().years.series,
        [ANY_TWO, *range(len(series))],
        format_func=lambda one: words().years.any_two if one == ANY_TWO else series_label(series[one]),
        key=key,
        on_change=changed,
    )


def _show_documents(
    side: str, label: str, labels: dict[str, str], now: Document | None, chosen: Chosen
) -> None:
    key = f"years-{side}"
    st.session_state[key] = now.id if now and now.id in labels else None
    st.selectbox(
        label,
        list(labels),
        format_func=labels.__getitem__,
        placeholder=words().years.choose_document,
        key=key,
        on_change=lambda: choose(chosen.anew(**{side: st.session_state[key] or ""})),
    )


def _last_two(chosen: Chosen, editions: Sequence[Edition]) -> Chosen:
    before, after = editions[-2:]
    return chosen.anew(before=before.document.id, after=after.document.id, item="")


def _label(document: Document, year: int | None) -> str:
    return f"{era_year(year)}　{document.title}" if year is not None else document.title
