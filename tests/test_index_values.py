"""Years and amounts of a folded text, whatever form they are written in."""

import pytest

from index.text.amounts import find_amounts, find_cell_amounts, shown_amount
from index.text.folding import fold_text
from index.text.years import find_years, shown_year


def years(text: str) -> list[str]:
    return [value.term for value in find_years(fold_text(text).text)]


def amounts(text: str) -> list[str]:
    return [value.term for value in find_amounts(fold_text(text).text)]


@pytest.mark.parametrize(
    "text",
    [
        "令和2年度",
        "令和２年",
        "令和二年度",
        "R2",
        "Ｒ２年度",
        "R.2",
        "令2",
        "2020年度",
        "2020年",
        "FY2020",
        "平成32年度",
    ],
)
def test_a_year_is_one_value_in_any_form(text: str) -> None:
    assert years(text) == ["y2020"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("令和元年", "y2019"),
        ("平成二十九年度", "y2017"),
        ("H29", "y2017"),
        ("昭和60年", "y1985"),
        ("S60年度", "y1985"),
    ],
)
def test_other_eras_and_kanji_numerals(text: str, term: str) -> None:
    assert years(text) == [term]


@pytest.mark.parametrize(
    "text",
    [
        "2020",
        "2020人",
        "H2O",
        "S60",
        "T2",
        "命令2",
        "令和",
        "平成99年",
        "1.2020年",
        "R2D2",
        "平成2026",
        "IR2",
    ],
)
def test_what_only_looks_like_a_year_is_none(text: str) -> None:
    assert years(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "3,209百万円",
        "32億900万円",
        "3,209,000千円",
        "３，２０９，０００，０００円",
        "3209百万円",
        "32.09億円",
    ],
)
def test_an_amount_is_one_value_in_any_unit(text: str) -> None:
    assert amounts(f"総額は{text}である") == ["yen3209000000"]


def test_a_table_s_unit_counts_for_its_bare_cells_alone() -> None:
    cells = "（単位：千円）\n人件費\t３,２０９,０００\n職員\t1,200人\n割合\t12\n差\t△1,000"
    assert [value.term for value in find_cell_amounts(cells)] == ["yen3209000000", "yen1000000"]
    assert not [*find_cell_amounts("（単位：千円、百万円）\n3,209,000"), *find_cell_amounts("3,209,000")]
    assert amounts("3,209,000") == []


def test_values_are_told_in_words() -> None:
    assert shown_year("y2019") == ("2019年", "平成31年", "令和元年")
    assert shown_year("y2020") == ("2020年", "令和2年")
    assert shown_amount("yen3209000000") == ("3,209,000,000円", "32億900万円")
    assert shown_amount("yen500") == ("500円",)
