"""Fiscal years that heads, labels and titles of tables name."""

import pytest

from corpus.tables.years import label_year, year_of, years_of_columns


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("本年度", 2026),
        ("前　年　度", 2025),
        ("前々年度末現在高", 2024),
        ("翌年度", 2027),
        ("平成30年度決算", 2018),
        ("R4", 2022),
        ("Ｈ３０実績", 2018),
        ("2022年度", 2022),
        ("2022", 2022),
        ("令和元年", 2019),
        ("令和4年3月31日現在", 2021),
        ("令和4年4月1日現在", 2022),
        ("本年度予算額の財源内訳", 2026),
        ("令和8年度末現在高（見込額）", 2026),
        ("当該年度中増減見込み", 2026),
    ],
)
def test_a_head_names_a_year(text: str, year: int) -> None:
    named = year_of(text, 2026)
    assert named is not None
    assert named.year == year


@pytest.mark.parametrize(
    "text", ["比較", "対前年度増減", "前年比", "翌年度以降", "令和7年度から令和8年度まで", "前年度まで"]
)
def test_a_difference_or_a_stretch_is_of_no_one_year(text: str) -> None:
    named = year_of(text, 2026)
    assert named is not None
    assert named.year is None


def test_without_the_documents_year_this_year_is_none() -> None:
    named = year_of("本年度", None)
    assert named is not None
    assert named.year is None
    assert year_of("区分", 2026) is None
    assert year_of("官報（H7標準）", 2026) is None


def test_the_year_of_a_law_is_no_tables_year() -> None:
    assert year_of("耐用年数等に関する省令（昭和40年大蔵省令第15号）", 2026) is None
    named = year_of("令和6年度補正予算（第3号）", None)
    assert named is not None
    assert named.year == 2024


def test_a_bare_year_takes_the_era_of_the_one_before_it() -> None:
    heads = [("区分",), ("平成30年度",), ("令和元年度",), ("２年度", "決算"), ("３年度見込",)]
    years = years_of_columns(heads, None)
    assert [named.year if named else None for named in years] == [None, 2018, 2019, 2020, 2021]


def test_the_innermost_head_that_names_a_year_goes_first() -> None:
    (named,) = years_of_columns([("令和8年度予算", "前年度")], 2026)
    assert named is not None
    assert named.year == 2025


def test_a_label_is_a_year_only_where_it_says_little_else() -> None:
    named = label_year(("歳入", "令和3年度決算"), None)
    assert named is not None
    assert named.year == 2021
    assert label_year(("令和2年国勢調査費負担金",), None) is None
