"""All figures that changed in one table that can be sorted; choosing a row opens its pages."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import streamlit as st

from qa.comparing.types import Comparison, FigureChange, SectionComparison
from ui.words import words
from ui.years.address import Chosen, choose
from ui.years.figure_words import column_words
from ui.years.parts import document_names

KEY = "years-figures"
Told = tuple[SectionComparison, FigureChange]


def show_figure_list(comparison: Comparison, chosen: Chosen) -> None:
    """Shows the figures that both documents tell and that changed, folded away until they are wanted."""
    told = [
        (section, figure)
        for section in comparison.sections
        for figure in section.figures
        if figure.difference and not figure.aside
    ]
    if not told:
        return
    with st.expander(words().years.list_title.format(count=f"{len(told):,}")):
        st.html(f'<p class="t-note">{words().years.list_note}</p>')
        st.dataframe(
            figure_columns(told, document_names(comparison)),
            hide_index=True,
            key=KEY,
            selection_mode="single-row",
            on_select=lambda: _open(told, chosen),
            column_config={
                **dict.fromkeys(_amounts(comparison), st.column_config.NumberColumn(format="localized")),
                words().years.rate: st.column_config.NumberColumn(format="percent"),
                words().years.row: st.column_config.TextColumn(width=260),
                words().years.section: st.column_config.TextColumn(width=180),
            },
        )


def _amounts(comparison: Comparison) -> tuple[str, ...]:
    """The columns of figures."""
    return *document_names(comparison), words().years.difference


def figure_columns(told: Sequence[Told], names: tuple[str, str]) -> dict[str, list[str] | list[float | None]]:
    """The columns of the table: figures as numbers, which sort as such, both in the later one's unit."""
    figures = [figure for _, figure in told]
    return {
        words().years.row: [" › ".join(figure.labels_after) for figure in figures],
        words().years.column: [column_words(figure) for figure in figures],
        names[0]: [_number(_then(figure)) for figure in figures],
        names[1]: [_number(figure.after.number if figure.after else None) for figure in figures],
        words().years.difference: [_number(figure.difference) for figure in figures],
        words().years.rate: [_number(figure.rate) for figure in figures],
        words().years.unit: [(figure.after.unit if figure.after else None) or "" for figure in figures],
        words().years.section: [(section.after or section.before or ("",))[-1] for section, _ in told],
    }


def _then(figure: FigureChange) -> Decimal | None:
    """The figure before in the unit of the one after."""
    if figure.after is None or figure.after.number is None or figure.difference is None:
        return None
    return figure.after.number - figure.difference


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _open(told: Sequence[Told], chosen: Chosen) -> None:
    rows = st.session_state[KEY].selection.rows
    if rows:
        choose(replace(chosen, opened=told[rows[0]][1].number))
