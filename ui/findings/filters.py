"""The filters beside the list of findings, each value with its number of findings."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import streamlit as st

from qa.precedents.types import FindingFacets, FindingFilters
from ui.facets import show_facet
from ui.findings.address import ask_findings, findings_asked_now
from ui.marking import marked
from ui.places import fiscal_year
from ui.words import words

Value = TypeVar("Value", str, int)

MOST_PILLS = 8
"""With more values than this, they are chosen from a list that can be searched."""


def choose_finding_filters(facets: FindingFacets, filters: FindingFilters) -> None:
    """Shows the filters in the sidebar; choosing one puts it into the address."""
    with st.sidebar:
        st.html(f'<h2 class="t-h2">{words().asking.filters_title}</h2>')
        _facet(words().findings.kind, "kinds", facets.kinds, filters.kinds, str)
        _facet(words().findings.issuer, "issuers", facets.issuers, filters.issuers, str)
        _facet(words().findings.year, "fiscal_years", facets.fiscal_years, filters.fiscal_years, fiscal_year)
        _facet(words().findings.subject, "subjects", facets.subjects, filters.subjects, str)


def show_active_finding_filters(filters: FindingFilters) -> None:
    """The filters in force in one line with a way to drop them, nothing where there are none."""
    values = [
        *filters.kinds,
        *filters.issuers,
        *map(fiscal_year, filters.fiscal_years),
        *filters.subjects,
    ]
    if not values:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="finding-filters"):
        line = words().asking.filters_active.format(values=words().findings.separator.join(values))
        st.html(f'<p class="t-note">{marked(line)}</p>', width="content")
        st.button(
            words().asking.filters_clear, type="tertiary", on_click=_filter_by, args=(FindingFilters(),)
        )


def _facet(
    label: str,
    field: str,
    counts: Sequence[tuple[Value, int]],
    chosen: Sequence[Value],
    shown: Callable[[Value], str],
) -> None:
    """One facet; a value that is chosen but no finding has stands in it too, so that it can be dropped."""
    known = dict(counts) | {value: 0 for value in chosen if value not in dict(counts)}

    def choose(values: tuple[Value, ...]) -> None:
        chosen_now: dict[str, Any] = {field: values}
        _filter_by(replace(findings_asked_now().filters, **chosen_now))

    show_facet(label, f"finding-filter-{field}", known, chosen, shown, MOST_PILLS, choose)


def _filter_by(filters: FindingFilters) -> None:
    ask_findings(replace(findings_asked_now(), filters=filters, top=None, finding="", opened=None))
