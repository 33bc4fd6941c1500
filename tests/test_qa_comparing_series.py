"""A library's documents in, those that are the same thing in several years out."""

import pytest

from corpus.types import Document
from qa.comparing.series import bare_title, document_year, find_series, other_years


def made(title: str, year: int | None, issuer: str = "架空市", kind: str = "予算書") -> Document:
    return Document(f"{title}{year}{issuer}", f"{title}.pdf", title, kind, issuer, year, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("令和4年度 事務事業評価シート 照明更新", "令和５年度　事務事業評価シート　照明更新"),
        ("R4一般会計予算書", "R8一般会計予算書"),
        ("公共施設計画（改訂版）", "公共施設計画 令和5年版"),
        ("H30_決算書.pdf", "令和元年度 決算書"),
    ],
)
def test_titles_that_differ_in_years_and_editions_are_one(one: str, other: str) -> None:
    assert bare_title(one) == bare_title(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("令和4年度 一般会計予算書", "令和5年度 介護保険特別会計予算書"),
        ("令和4年度 補正予算書 3月", "令和5年度 補正予算書 12月"),
    ],
)
def test_titles_of_other_things_are_not(one: str, other: str) -> None:
    assert bare_title(one) != bare_title(other)


def test_a_series_needs_two_years_of_one_issuer() -> None:
    documents = [
        made("R4一般会計予算書", 2022),
        made("R5一般会計予算書", 2023),
        made("R5一般会計予算書", 2023, issuer="他市"),
        made("R4水道計画", 2022),
    ]
    (series,) = find_series(documents)
    assert [edition.year for edition in series.editions] == [2022, 2023]
    assert {edition.document.issuer for edition in series.editions} == {"架空市"}


def test_the_nearest_year_of_the_same_title_comes_first() -> None:
    own = made("R5一般会計予算書", 2023)
    others = [
        made("R1一般会計予算書", 2019),
        made("R4一般会計予算書", 2022),
        made("R4一般会計補正予算書", 2022),
        made("R4水道事業の経営戦略", 2022),
        made("R5一般会計予算書（案）", 2023),
    ]
    found = [edition.document.title for edition in other_years(own, [own, *others])]
    assert found == ["R4一般会計予算書", "R1一般会計予算書", "R4一般会計補正予算書"]


def test_the_title_tells_the_year_where_nothing_else_does() -> None:
    assert document_year(made("指針 令和6年", None)) == 2024
    assert document_year(made("指針", None)) is None
