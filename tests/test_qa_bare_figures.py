"""Figures without a unit answer where their label names what is counted."""

from decimal import Decimal

import pytest

from corpus.types import Document
from index.types import Hit
from qa.asking.questions import take_apart
from qa.candidates.evidence import Evidence
from qa.candidates.types import Candidate, Figure
from qa.choosing.bare_figures import bare_figure_places
from tests.fake_index import document, passage

REPORT: Document = document("報告書.pdf", fiscal_year=2022)


def cell(name: str, value: str, unit: str | None = None) -> Candidate:
    text = f"{name}：{value}"
    found = Evidence(Hit(passage(REPORT, text, 1), REPORT, 1.0, 1), frozenset(), 0.0)
    number = Decimal(value) if value.isdigit() else None
    return Candidate(found, 0, len(text), text, name, "cell", Figure(value, number, unit))


@pytest.mark.parametrize(
    ("question", "name"),
    [("土木部のシステムはいくつあるか", "土木部・システム数"), ("落札率は何％か", "落札率（令和4年度）")],
)
def test_a_bare_figure_answers_where_its_head_names_what_is_asked_for(question: str, name: str) -> None:
    assert bare_figure_places(take_apart(question), cell(name, "34")) == [(len(name) + 1, len(name) + 3)]


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("土木部・整理番号", "34", None),
        ("土木部・数値目標", "34", None),
        ("土木部・システム数", "34", "千円"),
        ("土木部・システム数", "なし", None),
    ],
)
def test_other_cells_do_not(name: str, value: str, unit: str | None) -> None:
    assert not bare_figure_places(take_apart("土木部のシステムはいくつあるか"), cell(name, value, unit))
