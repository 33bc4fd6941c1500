"""The filters in force above the hits, each with a way to drop it."""

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from index.types import Filters
from ui.address import ask, asked_now
from ui.marking import marked, plain_label
from ui.places import fiscal_year
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application


def show_active_filters(application: "Application", filters: Filters) -> None:
    """A button for each filter in force, which drops it; nothing where there are none."""
    parts = _parts(application, filters)
    if not parts:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="active-filters"):
        st.html(f'<p class="t-note">{marked(words().asking.filters_on)}</p>', width="content")
        for number, (field, value, shown) in enumerate(parts):
            st.button(
                plain_label(shown),
                key=f"drop-filter-{number}",
                icon=":material/close:",
                help=plain_label(words().asking.filter_drop.format(value=shown)),
                on_click=_drop,
                args=(field, value),
            )
        if len(parts) > 1:
            st.button(
                words().asking.filters_clear,
                type="tertiary",
                on_click=lambda: ask(asked_now().anew(filters=Filters())),
            )


def filter_by(**chosen: tuple[str, ...] | tuple[int, ...]) -> None:
    """Puts other choices of some fields into the address."""
    asked = asked_now()
    ask(asked.anew(filters=replace(asked.filters, **chosen)))  # type: ignore[arg-type]


def _parts(application: "Application", filters: Filters) -> list[tuple[str, str | int, str]]:
    """Each value in force: its field, itself, and how it is shown."""
    documents = ((one, application.index.document(one)) for one in filters.documents)
    said = words().places.cite_title
    return [
        *(("kinds", kind, kind) for kind in filters.kinds),
        *(("issuers", issuer, issuer) for issuer in filters.issuers),
        *(("fiscal_years", year, fiscal_year(year)) for year in filters.fiscal_years),
        *(
            ("documents", one, said.format(title=held.title).strip() if held else one[:8])
            for one, held in documents
        ),
    ]


def _drop(field: str, value: str | int) -> None:
    values = getattr(asked_now().filters, field)
    filter_by(**{field: tuple(each for each in values if each != value)})
