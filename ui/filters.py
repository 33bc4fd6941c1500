"""The filters beside the hits: kinds, issuers and fiscal years, each value with how much there is of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from index.types import Facets, Filters
from ui.active_filters import filter_by
from ui.address import asked_now
from ui.facets import show_facet
from ui.marking import marked
from ui.places import fiscal_year
from ui.words import words

if TYPE_CHECKING:
    from index.types import SearchPage

Value = TypeVar("Value", str, int)

MOST_PILLS = 12
"""With more values than this, they are chosen from a list that can be searched."""


def choose_filters(library: Facets, found: "SearchPage | None" = None) -> None:
    """Shows the filters in the sidebar; choosing one puts it into the address.

    Each value has how many of the candidates of `found` are of it; without those, how many documents.
    """
    filters = asked_now().filters
    if library == Facets() and filters == Filters():
        return
    counts = found.facets if found else library
    with st.sidebar:
        st.html(f'<h2 class="t-h2">{marked(words().asking.filters_title)}</h2>')
        if found:
            line = words().asking.facets_of.format(count=found.candidates)
            st.html(f'<p class="t-note">{marked(line)}</p>')
        said = words().places
        kinds = _counted(counts.kinds, library.kinds, filters.kinds)
        _facet(said.kind, "kinds", kinds, filters.kinds, str)
        issuers = _counted(counts.issuers, library.issuers, filters.issuers)
        _facet(said.issuer, "issuers", issuers, filters.issuers, str)
        years = _counted(counts.fiscal_years, library.fiscal_years, filters.fiscal_years)
        newest_first = {year: years[year] for year in sorted(years, reverse=True)}
        _facet(said.fiscal_year, "fiscal_years", newest_first, filters.fiscal_years, fiscal_year)


def _counted(
    counts: Sequence[tuple[Value, int]], held: Sequence[tuple[Value, int]], chosen: Sequence[Value]
) -> dict[Value, int]:
    """The count of each value; after these, with none, those that the library holds or that are chosen."""
    values = dict(counts)
    for held_value, _ in held:
        values.setdefault(held_value, 0)
    for chosen_value in chosen:
        values.setdefault(chosen_value, 0)
    return values


def _facet(
    label: str,
    field: str,
    counts: Mapping[Value, int],
    chosen: Sequence[Value],
    shown: Callable[[Value], str],
) -> None:
    show_facet(
        label,
        f"filter-{field}",
        counts,
        chosen,
        shown,
        MOST_PILLS,
        lambda values: filter_by(**{field: values}),
    )
