"""Fiscal years as Japanese documents name them."""

from datetime import timedelta
from itertools import pairwise

import pytest

from corpus import parse_fiscal_year
from corpus.eras import ERAS


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("令和2年度", 2020),
        ("令和２年度", 2020),
        ("令 和 ２ 年 度", 2020),
        ("R2年度", 2020),
        ("Ｒ２年度", 2020),
        ("平成31年度", 2019),
        ("令和元年度", 2019),
        ("2020年度", 2020),
        ("昭和63年度", 1988),
        ("R8介護保険特別会計予算書", 2026),
        ("富士市R6予算書_見開き", 2024),
        ("H30", 2018),
        ("平成32年度", 2020),
        ("秋田県_令和2年度_包括外部監査結果報告書", 2020),
        ("令和7年3月 令和6年度の措置状況", 2024),
        ("FY2026", 2026),
        ("S-1", None),
        ("HTML5", None),
        ("PR2", None),
        ("第446回", None),
        ("2020", None),
        ("", None),
    ],
)
def test_parse_fiscal_year(text: str, year: int | None) -> None:
    assert parse_fiscal_year(text) == year


def test_the_eras_follow_each_other_without_a_gap() -> None:
    for era, after in pairwise(ERAS):
        assert era.last_day is not None
        assert era.last_day + timedelta(days=1) == after.first_day
    assert ERAS[-1].last_day is None
