"""Rows and columns of two years in, which is which out."""

import pytest

from qa.comparing.columns import pair_cells
from qa.comparing.naming import YearNames
from qa.comparing.rows import RowPair, pair_rows
from qa.comparing.sheets import Cell, Row
from tests.two_years import compared, figures_of, sheet

NAMES = (YearNames(2022, True), YearNames(2023, True))


def rows(year: int, *table: list[str]) -> tuple[Row, ...]:
    (section,) = sheet(year, "1 内訳", list(table)).sections
    return section.rows


def pairs(before: tuple[Row, ...], after: tuple[Row, ...]) -> set[tuple[str, str, bool]]:
    paired = pair_rows(before, after, NAMES).pairs
    return {(pair.before.labels[-1], pair.after.labels[-1], pair.renamed) for pair in paired}


def cells(pair: RowPair) -> list[tuple[Cell | None, Cell | None]]:
    return pair_cells(pair.before.cells, pair.after.cells, NAMES)


def test_numbers_before_labels_may_change() -> None:
    ours = rows(2022, ["節", "金額"], ["8.旅費", "1"], ["10.需用費", "2"])
    theirs = rows(2023, ["節", "金額"], ["9.旅費", "1"], ["11.需用費", "2"])
    assert pairs(ours, theirs) == {("8.旅費", "9.旅費", False), ("10.需用費", "11.需用費", False)}


def test_a_label_with_letters_left_out_is_the_same_row_renamed() -> None:
    ours = rows(2022, ["節", "金額"], ["空き家活用促進事業費", "1"], ["旅費", "2"])
    theirs = rows(2023, ["節", "金額"], ["空き家活用促進等事業費", "1"], ["旅費", "2"])
    assert ("空き家活用促進事業費", "空き家活用促進等事業費", True) in pairs(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("機構集積支援事業費補助金", "地域営農支援事業費補助金"),
        ("賦課徴収費（民税）", "賦課徴収費（固定）"),
        ("第1学年の児童の人数", "第2学年の児童の人数"),
        ("委託料", "報償費"),
    ],
)
def test_another_thing_of_a_like_name_is_another_row(ours: str, theirs: str) -> None:
    table = ["節", "金額"]
    assert pairs(
        rows(2022, table, [ours, "1"], ["旅費", "2"]), rows(2023, table, [theirs, "1"], ["旅費", "2"])
    ) == {("旅費", "旅費", False)}


def test_rows_of_one_name_are_paired_only_where_both_have_as_many() -> None:
    table = ["節", "金額"]
    two = [["備品購入費", "1"], ["備品購入費", "2"]]
    assert len(pair_rows(rows(2022, table, *two), rows(2023, table, *two), NAMES).pairs) == 2
    paired = pair_rows(rows(2022, table, *two), rows(2023, table, two[0]), NAMES)
    assert (len(paired.pairs), len(paired.before), len(paired.after)) == (0, 2, 1)


def test_rows_told_by_their_order_alone_say_so() -> None:
    parts = ("1 内訳", [["節", "金額"], ["備品購入費", "1"], ["備品購入費", "2"], ["旅費", "3"]])
    (section,) = compared(parts, parts).sections
    told = {(one.before.text, one.notes) for one in section.figures if one.before}
    assert told == {("1", ("by_order",)), ("2", ("by_order",)), ("3", ())}


def test_rows_that_cannot_be_told_apart_say_so() -> None:
    table, two = ["節", "金額"], [["備品購入費", "1"], ["備品購入費", "2"]]
    comparison = compared(("1 内訳", [table, *two]), ("1 内訳", [table, two[0]]))
    assert [row.ambiguous for section in comparison.sections for row in section.rows] == [True] * 3


def test_rows_named_by_years_follow_their_years() -> None:
    ours = rows(2022, ["年度", "件数"], ["令和3年度", "5"], ["令和4年度", "7"])
    theirs = rows(2023, ["年度", "件数"], ["令和4年度", "7"], ["令和5年度", "9"])
    assert pairs(ours, theirs) == {("令和3年度", "令和4年度", False), ("令和4年度", "令和5年度", False)}


def test_a_column_is_known_by_its_meaning_not_by_its_place() -> None:
    ours = rows(2022, ["区分", "前年度", "本年度"], ["委託料", "10", "20"])
    theirs = rows(2023, ["区分", "本年度", "前年度"], ["委託料", "30", "20"])
    (pair,) = pair_rows(ours, theirs, NAMES).pairs
    found = {
        (one.heads[0], other.heads[0])
        for one, other in pair_cells(pair.before.cells, pair.after.cells, NAMES)
        if one and other
    }
    assert found == {("本年度", "本年度"), ("前年度", "前年度")}


def test_a_named_year_and_a_word_for_it_are_one_column() -> None:
    ours = rows(2022, ["区分", "令和3年度", "令和4年度"], ["委託料", "10", "20"])
    theirs = rows(2023, ["区分", "前年度", "本年度"], ["委託料", "20", "30"])
    (pair,) = pair_rows(ours, theirs, NAMES).pairs
    found = {
        (one.text, other.text)
        for one, other in pair_cells(pair.before.cells, pair.after.cells, NAMES)
        if one and other
    }
    assert found == {("10", "20"), ("20", "30")}


def test_budget_and_account_of_one_year_are_two_columns() -> None:
    ours = rows(2022, ["区分", "令和4年度予算", "令和4年度決算"], ["委託料", "10", "9"])
    theirs = rows(2023, ["区分", "令和5年度予算", "令和5年度決算"], ["委託料", "12", "11"])
    (pair,) = pair_rows(ours, theirs, NAMES).pairs
    found = {
        (one.text, other.text)
        for one, other in pair_cells(pair.before.cells, pair.after.cells, NAMES)
        if one and other
    }
    assert found == {("10", "12"), ("9", "11")}


def test_a_column_that_one_document_alone_has_is_told_as_missing() -> None:
    before = ("1 内訳", [["区分", "決算額"], ["委託料", "10"]])
    after = ("1 内訳", [["区分", "決算額", "執行率"], ["委託料", "12", "98"]])
    rate = figures_of(compared(before, after))["委託料", "執行率"]
    assert rate.before is None and rate.notes == ("missing_before",)
