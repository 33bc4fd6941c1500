"""つづけて調べる: where an answer leads, each a link to a page that shows it."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from index.types import Filters, Hit
from index.understanding.understood import QueryPart
from qa.types import Answer
from tenkyo.fiscal_years import era_year
from ui.address import Asked, write_address
from ui.links import show_link
from ui.marking import marked
from ui.places import fiscal_year
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

MOST_YEARS = 4
"""How many other years are offered at most, the nearest ones."""


def show_follow_up(application: "Application", asked: Asked, answer: Answer) -> None:
    """Links to the question as a search, what is like the first citation, its document, other years."""
    said = words().ask
    first = answer.citations[0].hit if answer.citations else None
    st.html(f'<h2 class="t-h2">{marked(said.follow_up)}</h2>')
    with st.container(horizontal=True, gap="small", key="follow-up"):
        _link("search", Asked(asked.query, asked.filters), said.search_question, ":material/search:")
        if first is not None:
            _link_to_hit(asked, first, answer.citations[0].number)
        for year, other in _of_other_years(application, asked, _shown(answer)):
            label = said.other_year.format(year=fiscal_year(year))
            _link("ask", other, label, ":material/event:")


def _link_to_hit(asked: Asked, hit: Hit, number: int) -> None:
    said, document = words().ask, hit.document
    alike = Asked(asked.query, like=hit.passage.id)
    _link("search", alike, said.similar_to.format(number=number), ":material/difference:")
    within = Asked(asked.query).within(document.id)
    _link("search", within, said.in_document.format(title=document.title), ":material/manage_search:")


def _link(page: str, asked: Asked, label: str, icon: str) -> None:
    show_link(page, urlencode(write_address(asked), doseq=True), label, icon)


def _shown(answer: Answer) -> Sequence[Hit]:
    return [citation.hit for citation in answer.citations] or answer.hits[:1]


def _of_other_years(
    application: "Application", asked: Asked, shown: Sequence[Hit]
) -> list[tuple[int, Asked]]:
    """The same asked of other fiscal years, the newest first: a year that the question names gives way to the
    other, else the documents are filtered. Nothing where it names several."""
    named = [
        part for part in application.index.understand(asked.query, asked.without).parts if part.kind == "year"
    ]
    if len(named) > 1:
        return []
    held = [year for year, _ in application.index.facets().fiscal_years]
    if named:
        own: set[int | None] = {year for year in held if names_year(named[0], year)}
    else:
        own = {*asked.filters.fiscal_years, *(hit.document.fiscal_year for hit in shown)}
    return [(year, _of_year(asked, year, named)) for year in nearest_years(held, own)]


def _of_year(asked: Asked, year: int, named: Sequence[QueryPart]) -> Asked:
    if named:
        return Asked(asked.query.replace(named[0].surface, era_year(year)), asked.filters)
    return Asked(asked.query, Filters(asked.filters.kinds, asked.filters.issuers, (year,)))


def names_year(part: QueryPart, year: int) -> bool:
    """Whether an understood part is a fiscal year (western), in either calendar."""
    forms = (era_year(year).removesuffix("年度"), str(year))
    return any(form in word for form in forms for word in (part.surface, *part.meaning))


def nearest_years(held: Iterable[int], own: Collection[int | None]) -> list[int]:
    """The years held that are nearest to some of one's own, MOST_YEARS at most, the newest first."""
    years = [year for year in own if year is not None]
    others = [year for year in held if year not in years]
    if not years:
        return []
    nearest = sorted(others, key=lambda year: (min(abs(year - each) for each in years), -year))
    return sorted(nearest[:MOST_YEARS], reverse=True)
