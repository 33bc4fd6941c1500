"""A row of one figure and the fact that tells its unit are one candidate."""

from decimal import Decimal

import pytest

from corpus.types import Document
from index.types import Hit
from qa.candidates.evidence import Evidence
from qa.candidates.plain_rows import plain_figure
from qa.candidates.types import Candidate, Figure, Form
from qa.choosing.ranking import Scored, tell_rows
from tests.fake_index import document, passage

BUDGET: Document = document("予算書.pdf", fiscal_year=2022)
ROW = "トイレ改修工事費\t661"


def scored(score: float, quote: str, text: str = "", figure: Figure | None = None) -> Scored:
    found = Evidence(Hit(passage(BUDGET, quote, 1), BUDGET, 1.0, 1), frozenset(), 0.0)
    form: Form = "cell" if figure else "sentence"
    candidate = Candidate(found, 0, len(quote), text or quote, "", form, figure)
    return Scored(candidate, (), frozenset(), True, score)


def fact(score: float, number: int) -> Scored:
    told = f"{number}千円"
    return scored(score, ROW, f"トイレ改修工事費：{told}", Figure(told, Decimal(number), "千円"))


@pytest.mark.parametrize(
    ("quote", "figure"),
    [
        (ROW, 661),
        ("補正額\t△ 1,061", -1061),
        ("委託料\t30,910\t32,640", None),
        ("2021\t661", None),
        ("トイレ改修工事費\t令和4年度", None),
        ("トイレの改修に661千円を要した。", None),
    ],
)
def test_a_label_and_one_figure_are_a_plain_row(quote: str, figure: int | None) -> None:
    assert plain_figure(scored(1.0, quote).candidate) == figure


@pytest.mark.parametrize(("of_row", "of_fact"), [(3.0, 2.0), (2.0, 3.0)])
def test_the_fact_stands_for_its_row_and_scores_as_the_better(of_row: float, of_fact: float) -> None:
    (left,) = tell_rows([scored(of_row, ROW), fact(of_fact, 661)])
    assert (left.candidate.text, left.score) == ("トイレ改修工事費：661千円", 3.0)


def test_a_row_that_no_fact_tells_stays() -> None:
    row, words, other = scored(3.0, ROW), scored(1.0, "改修した。"), fact(2.0, 103)
    assert list(tell_rows([row, words, other])) == [row, words, other]
