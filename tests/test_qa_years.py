"""Fiscal years in every form they are written in."""

import pytest

from qa.asking.years import mentioned_fiscal_years, named_fiscal_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("令和4年度の監査", {2022}),
        ("令和４年度の監査", {2022}),
        ("R4 予算額", {2022}),
        ("Ｒ４年度", {2022}),
        ("令和元年度実績", {2019}),
        ("平成30年度から", {2018}),
        ("2022年度に前年度比で", {2022}),
        ("FY2022 budget", {2022}),
        ("the Reiwa 8 (FY2026) budget", {2026}),
        ("令和2年度と令和3年度", {2020, 2021}),
        ("令和4年2月の件数", set()),
        ("2025年7月", set()),
        ("R4.2.1 現在", set()),
        ("AR4 と 1,2022年分", set()),
        ("前年度から", set()),
    ],
)
def test_named_years(text: str, years: set[int]) -> None:
    assert named_fiscal_years(text) == years


def test_a_year_without_its_era_may_mean_any() -> None:
    assert mentioned_fiscal_years("29年度(実績)") == {2047, 2017}
    assert mentioned_fiscal_years("令和2年度(計画) 3年度") == {2020, 2021, 1991}
