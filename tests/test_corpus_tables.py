"""Rows of tables: their labels, heads, figures, units and years."""

from decimal import Decimal

import pytest

from corpus.tables.labelled_rows import find_rows
from corpus.types import ParsedDocument, TableRow
from tests.corpus_files import parsed_text
from tests.table_files import Merged, TableRows, document_with

BUDGET_HEADS: TableRows = [
    [
        Merged("目", 3),
        Merged("本年度", 3),
        Merged("前年度", 3),
        Merged("比　較", 3),
        Merged("本年度予算額の財源内訳", 1, 4),
        Merged("節", 1, 2),
    ],
    [Merged("特　定　財　源", 1, 3), Merged("一般財源", 2), Merged("区　分", 2), Merged("金　額", 2)],
    ["国県支出金", "地方債", "その他"],
]


def rows_of(parsed: ParsedDocument) -> tuple[TableRow, ...]:
    return find_rows(parsed, ())


def figures(row: TableRow) -> dict[str, Decimal | None]:
    return {"/".join(value.heads): value.number for value in row.values}


def only(rows: tuple[TableRow, ...], label: str) -> TableRow:
    (found,) = [row for row in rows if row.labels and row.labels[-1] == label]
    return found


def test_nested_heads_of_merged_cells() -> None:
    table = [*BUDGET_HEADS, ["1.架空費", "20", "30", "△10", "5", "", "6", "9", "10.需用費", "20"]]
    rows = rows_of(document_with(["款 1. 総務費 項 4. 架空管理費 （単位：千円）", table], fiscal_year=2026))
    item, section = rows
    assert item.labels == ("1. 総務費", "4. 架空管理費", "1.架空費")
    assert figures(item) == {
        "本年度": 20,
        "前年度": 30,
        "比較": -10,
        "本年度予算額の財源内訳/特定財源/国県支出金": 5,
        "本年度予算額の財源内訳/特定財源/その他": 6,
        "本年度予算額の財源内訳/一般財源": 9,
    }
    assert [value.fiscal_year for value in item.values] == [2026, 2025, None, 2026, 2026, 2026]
    assert {value.unit for row in rows for value in row.values} == {"千円"}
    assert section.labels == (*item.labels, "10.需用費")
    assert figures(section) == {"節/金額": 20}
    assert section.values[0].fiscal_year == 2026, "節 divide what stands under 本年度"


def test_labels_are_carried_down_merged_cells() -> None:
    table = [
        *BUDGET_HEADS,
        [*(Merged(text, 2) for text in ("1.架空費", "20", "30", "△10", "", "", "", "20")), "1.報酬", "15"],
        ["10.需用費", "5"],
        ["計", "20", "30", "△10", "", "", "", "20", "", ""],
    ]
    rows = rows_of(document_with([table]))
    assert [row.labels for row in rows] == [
        ("1.架空費",),
        ("1.架空費", "1.報酬"),
        ("1.架空費", "10.需用費"),
        ("計",),
    ]


def test_labels_are_carried_down_empty_and_ditto_cells() -> None:
    table = [
        ["款", "項", "金額（千円）"],
        ["1.市税", "1.市民税", "100"],
        ["", "2.固定資産税", "200"],
        ["〃", "3.軽自動車税", "10"],
        ["2.使用料", "1.使用料", "5"],
        ["歳入合計", "", "315"],
    ]
    rows = rows_of(document_with([table]))
    assert [row.labels for row in rows] == [
        ("1.市税", "1.市民税"),
        ("1.市税", "2.固定資産税"),
        ("1.市税", "3.軽自動車税"),
        ("2.使用料", "1.使用料"),
        ("歳入合計",),
    ]


def test_a_ditto_takes_the_figure_above_and_keeps_its_text() -> None:
    table = [
        ["区分", "宿泊費", "手当"],
        ["甲県", "１３，０００円", "２，４００円"],
        ["乙県", "9,000円", "〃"],
        ["丙県", "8,000円", "〃"],
    ]
    row = only(rows_of(document_with([table])), "丙県")
    assert (row.values[1].text, row.values[1].number, row.values[1].unit) == ("〃", 2400, "円")


@pytest.mark.parametrize(
    ("first", "second"),
    [("給与費", "　うち手当"), ("1 普通債", "(1) 総務"), ("○ 管理費", "委託料"), ("管理費", "うち委託料")],
)
def test_sub_rows_stand_under_their_row(first: str, second: str) -> None:
    table = [
        ["区分", "令和3年度", "令和4年度"],
        [first, "10", "20"],
        [second, "1", "2"],
        ["合計", "10", "20"],
    ]
    rows = rows_of(document_with([table]))
    assert [row.labels for row in rows] == [(first,), (first, second.strip()), ("合計",)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("1 報酬", " 10 需用費"), ("執行率（％）", "うち一般財源"), ("受講率", "内部監査の件数")],
)
def test_rows_that_stand_under_none_before_them(first: str, second: str) -> None:
    rows = rows_of(
        document_with([[["区分", "令和3年度", "令和4年度"], [first, "10", "20"], [second, "1", "2"]]])
    )
    assert [row.labels for row in rows] == [(first,), (second.strip(),)]


def test_a_merged_sum_stands_under_nothing_of_the_row_before_it() -> None:
    table = [
        ["項", "目", "節", "金額", "前年度"],
        ["5.鉱産税", "1.鉱産税", "1.現年課税分", "10", "20"],
        [Merged("市税合計", 1, 3), "10", "20"],
    ]
    assert [row.labels for row in rows_of(document_with([table]))][-1] == ("市税合計",)


def test_a_ditto_repeats_the_last_row_of_the_page_before() -> None:
    head = ["区分", "宿泊費", "手当"]
    first = [head, ["甲県", "9,000円", "2,400円"], ["乙県", "8,000円", "〃"]]
    rows = rows_of(document_with([first], [[head, ["丙県", "7,000円", "〃"]]]))
    assert only(rows, "丙県").values[1].number == 2400


def test_a_row_that_labels_the_rows_below_it_is_no_head() -> None:
    table: TableRows = [
        [Merged("区分", 1, 2), "案件名", "結果"],
        [Merged("市長提出", 7), "人事", "委員の選任について", "同意"],
        *([f"予算{number}", f"補正予算第{number}号", "可決"] for number in range(6)),
    ]
    rows = rows_of(document_with([table]))
    assert len(rows) == 7
    assert rows[1].values[-1].heads == ("結果",)


def test_a_filler_row_before_the_heads_is_passed_over() -> None:
    table = [["調整用"] * 4, ["事業名", "令和3年度", "令和4年度", "担当"], ["甲", "1", "2", "総務課"]]
    (row,) = rows_of(document_with([table]))
    assert row.labels == ("甲",)
    assert [value.heads for value in row.values] == [("令和3年度",), ("令和4年度",), ("担当",)]
    assert [value.fiscal_year for value in row.values] == [2021, 2022, None]


def test_blocks_of_years_side_by_side_with_the_same_heads() -> None:
    table = [
        [Merged("事業名", 2), Merged("令和4年度", 1, 2), Merged("令和5年度", 1, 2)],
        ["予算額", "決算額", "予算額", "決算額"],
        ["甲", "10", "9", "20", "18"],
    ]
    (row,) = rows_of(document_with(["（単位：千円）", table]))
    assert [(value.heads, value.fiscal_year, value.number) for value in row.values] == [
        (("令和4年度", "予算額"), 2022, 10),
        (("令和4年度", "決算額"), 2022, 9),
        (("令和5年度", "予算額"), 2023, 20),
        (("令和5年度", "決算額"), 2023, 18),
    ]


def test_years_down_the_first_column() -> None:
    table = [["年度", "件数（件）", "金額（円）"], ["令和3年度", "3", "300"], ["令和4年度", "4", "400"]]
    rows = rows_of(document_with([table]))
    assert [[(value.unit, value.fiscal_year) for value in row.values] for row in rows] == [
        [("件", 2021), ("円", 2021)],
        [("件", 2022), ("円", 2022)],
    ]


def test_units_of_a_row_below_the_heads_and_of_the_first_figure_of_a_column() -> None:
    table = [
        ["区分", "面積", "金額", "残高"],
        ["", "㎡", "千円", ""],
        ["甲", "1", "2", "3 円"],
        ["乙", "4", "5", "6"],
    ]
    rows = rows_of(document_with([table]))
    assert [[value.unit for value in row.values] for row in rows] == [["㎡", "千円", "円"]] * 2


def test_a_column_of_units_tells_each_rows_unit() -> None:
    table = [["指標", "単位", "令和3年度"], ["参加者", "人", "30"], ["開催", "回", "2"]]
    rows = rows_of(document_with([table]))
    assert [row.values[-1].unit for row in rows] == ["人", "回"]


def test_a_table_that_goes_on_over_pages_is_one() -> None:
    head = ["区分", "令和3年度", "令和4年度"]
    first = ["第２表　架空一覧", "（単位：千円）", [head, ["甲", "1", "2"]]]
    parsed = document_with(first, [[head, ["乙", "3", "4"]]], [[["丙", "5", "6"], ["丁", "7", "8"]]])
    rows = rows_of(parsed)
    assert {row.table for row in rows} == {0}
    assert {row.title for row in rows} == {"第２表 架空一覧"}
    last = only(rows, "丁")
    assert [(value.heads, value.unit, value.fiscal_year) for value in last.values] == [
        (("令和3年度",), "千円", 2021),
        (("令和4年度",), "千円", 2022),
    ]


def test_another_caption_begins_another_table() -> None:
    table = [["区分", "金額"], ["甲", "1"]]
    rows = rows_of(document_with(["表１ 架空の額", table], ["表２ 別の額", table]))
    assert [(row.table, row.title) for row in rows] == [(0, "表１ 架空の額"), (1, "表２ 別の額")]


def test_a_heads_row_within_a_table_heads_what_follows() -> None:
    table = [["区分", "本年度", "比較"], ["甲", "1", "2"], ["項目", "金額", "割合"], ["乙", "3", "4"]]
    rows = rows_of(document_with([table], fiscal_year=2026))
    assert [[value.heads for value in row.values] for row in rows] == [
        [("本年度",), ("比較",)],
        [("金額",), ("割合",)],
    ]


def test_a_title_says_the_year_that_no_head_says() -> None:
    (row,) = rows_of(
        document_with(["令和5年度 架空基金の残高", [["区分", "金額"], ["甲", "1"]]], fiscal_year=2026)
    )
    assert row.values[0].fiscal_year == 2023


def test_the_documents_year_alone_is_no_figures_year() -> None:
    (row,) = rows_of(document_with([[["区分", "金額"], ["甲", "1"]]], fiscal_year=2026))
    assert row.values[0].fiscal_year is None


def test_an_uncertain_table_gives_no_rows() -> None:
    assert rows_of(document_with([[["区分", "金額"], ["甲", "1"]]], certain=False)) == ()


def test_cells_that_state_no_sure_figure() -> None:
    table = [["区分", "令和3年度", "令和4年度"], ["甲", "861,3751", "－"], ["乙", "皆増", "△1"]]
    first, second = rows_of(document_with([table]))
    assert [value.number for value in (*first.values, *second.values)] == [None, None, None, -1]


def test_spans_name_the_cells_and_the_row() -> None:
    parsed = document_with(["前文である。", [["区分", "金額"], ["甲", "1,000"]]])
    (row,) = rows_of(parsed)
    text = parsed.pages[0].text
    assert text[row.span.start : row.span.end] == "甲\t1,000"
    assert text[row.values[0].span.start : row.values[0].span.end] == "1,000"


def test_lines_with_tabs_pipes_and_columns_of_amounts_are_tables() -> None:
    rows = rows_of(
        parsed_text(
            "1 一覧\n\n単位：千円\n事業名\t令和5年度\t令和6年度\n甲\t1,000\t△20\n\n説明文である。\n\n"
            "| 区分 | 金額（円） |\n|---|---|\n| 乙 | 100 |\n\n文である。\n\n"
            "区分 令和3年度 令和4年度\n丙 100 110\n丁 200 210\n戊 300 310\n"
        )
    )
    assert [row.labels for row in rows] == [("甲",), ("乙",), ("丙",), ("丁",), ("戊",)]
    assert [value.number for value in rows[0].values] == [1000, -20]
    assert rows[0].values[0].unit == "千円"
    assert rows[1].values[0].unit == "円"
    assert [value.fiscal_year for value in rows[-1].values] == [2021, 2022]


def test_prose_is_no_table() -> None:
    assert (
        rows_of(parsed_text("令和 5 年度は 3 件、令和 6 年度は 4 件であった。\n以上 2 件を 報告する。\n"))
        == ()
    )


def test_a_hostile_table_of_merged_cells_is_bounded() -> None:
    from corpus.types import Cell, Document, Page, Span, Table

    cells = tuple(Cell(n, n, Span(1, n, n + 1), 10**9, 10**9) for n in range(3000))
    parsed = ParsedDocument(
        Document("ab" * 32, "a", "a", None, None, None, 1),
        (Page(1, None, "甲" * 3000, "text"),),
        (),
        (Table(1, cells),),
    )
    assert isinstance(rows_of(parsed), tuple)


def test_groups_keep_apart_after_a_letter_spaced_name() -> None:
    table = [["目", "本年度"], ["1.計画税", "5"]]
    (row,) = rows_of(document_with(["款　1.架 税　項　2.架空資産税", table]))
    assert row.labels == ("1.架税", "2.架空資産税", "1.計画税")


def test_amounts_of_groups_over_a_table_are_rows() -> None:
    table = [["目", "本年度"], ["1.計画税", "5"]]
    lines = ["３款　架空費　37,723千円", "　４項　計画費　8,959千円"]
    rows = rows_of(document_with([*lines, table], fiscal_year=2024, kind="予算書"))
    assert [(row.labels, row.values[0].number) for row in rows[:2]] == [
        (("3 架空費",), 37723),
        (("3 架空費", "4 計画費"), 8959),
    ]
    assert (rows[0].values[0].unit, rows[0].values[0].fiscal_year) == ("千円", 2024)
    assert rows[2].labels == ("3 架空費", "4 計画費", "1.計画税")


def test_names_beside_their_figures_under_one_head_label_these_alone() -> None:
    table: TableRows = [
        [Merged("区分", 2), Merged("6年度末", 2), Merged("令和7年度", 1, 2), Merged("残高", 2)],
        [Merged("当初", 1, 2)],
        [Merged("架空基金", 2), Merged("900", 2), "取崩", "△50", Merged("853", 2)],
        ["積立", "3"],
    ]
    found = [(row.labels, [value.number for value in row.values]) for row in rows_of(document_with([table]))]
    assert found == [
        (("架空基金",), [900, 853]),
        (("架空基金", "取崩"), [-50]),
        (("架空基金", "積立"), [3]),
    ]


def test_ranks_label_rows_and_a_sum_stays_beside_its_date() -> None:
    table: TableRows = [
        ["区分", "級", "職員数（人）", "構成比（％）"],
        [Merged("令和6年1月1日現在", 3), "１級", "37", "46.2"],
        ["２級", "43", "53.8"],
        ["計", "80", "100.0"],
    ]
    rows = rows_of(document_with([table]))
    assert [row.labels for row in rows] == [("令和6年1月1日現在", name) for name in ("１級", "２級", "計")]
    assert {value.fiscal_year for row in rows for value in row.values} == {2023}


def test_a_unit_at_the_top_of_a_column_is_its_unit() -> None:
    table = [
        ["事項", "限度額", "金額"],
        ["甲業務", "79,200千円", "千円"],
        ["", "", "79,200"],
        ["乙業務", "5千円", "5"],
    ]
    rows = rows_of(document_with([table]))
    assert [value.unit for row in rows for value in row.values if value.number == 79200] == ["千円", "千円"]


def test_what_a_new_first_label_begins_stands_under_nothing_before_it() -> None:
    table: TableRows = [
        [Merged("目", 2), Merged("本年度", 2), Merged("節", 1, 2)],
        ["区分", "金額"],
        [Merged("1.架空費", 2), Merged("9", 2), "10 需用費", "8"],
        ["消耗品費", "8"],
        ["2.予備費", "4", "費用弁償", "4"],
    ]
    assert rows_of(document_with([table]))[-1].labels == ("2.予備費", "費用弁償")
