"""Aomine prefecture's budget request for its security cloud as an Excel workbook."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from samples.sources.budget_request_items import (
    COST_ITEMS,
    DEBT_ROWS,
    EQUAL_PART,
    INDICATOR_ROWS,
    MUNICIPAL_SHARE,
    MUNICIPALITIES,
    NATIONAL_SUBSIDY,
    NATIONAL_SUBSIDY_LAST_YEAR,
    OUTLINE_ROWS,
    PLAN_ROWS,
)
from samples.sources.office_files import FIXED_TIME, fix_times

Row = tuple[str | int, ...]
NAME = "情報セキュリティクラウド運営事業"
THIN = Side(style="thin")
BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEAD_FILL = PatternFill("solid", fgColor="DDE6F0")
NUMBER_FORM = '#,##0;"△"#,##0'
TOTAL = sum(item.amount for item in COST_ITEMS)
TOTAL_LAST_YEAR = sum(item.last_year for item in COST_ITEMS)


def write_budget_request(path: Path) -> None:
    book = Workbook()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook has no sheet")
    write_outline(first)
    write_costs(book.create_sheet("積算内訳"))
    write_shares(book.create_sheet("市町村負担金"))
    write_plan(book.create_sheet("年次計画・債務負担"))
    write_indicators(book.create_sheet("目標と成果"))
    book.properties.title = f"令和6年度 予算要求資料 {NAME}"
    book.properties.creator = "青嶺県企画政策部デジタル戦略課"
    book.properties.created = FIXED_TIME
    book.save(path)
    fix_times(path)


def write_outline(sheet: Worksheet) -> None:
    """The summary: who asks, how much, from which sources, what for."""
    sheet.title = "要求総括"
    set_widths(sheet, (22, 16, 16, 16, 16, 16))
    add_title(sheet, "令和6年度当初予算　予算要求資料", 6)
    for label, text in (
        ("事業名", NAME),
        ("所管部局", "企画政策部デジタル戦略課　情報基盤担当（内線2417）"),
        ("予算科目", "一般会計　款：総務費　項：企画費　目：情報政策費"),
        ("事業期間", "平成29年度～　（継続）"),
    ):
        add_wide_row(sheet, label, text)
    municipal, municipal_last_year = (
        municipal_total(TOTAL, NATIONAL_SUBSIDY),
        municipal_total(TOTAL_LAST_YEAR, NATIONAL_SUBSIDY_LAST_YEAR),
    )
    sheet.append([])
    add_table(
        sheet,
        "1　要求額と財源内訳（単位：千円）",
        ("区分", "事業費", "国庫支出金", "市町村負担金", "その他", "一般財源"),
        (
            (
                "令和5年度当初予算額",
                TOTAL_LAST_YEAR,
                NATIONAL_SUBSIDY_LAST_YEAR,
                municipal_last_year,
                0,
                TOTAL_LAST_YEAR - NATIONAL_SUBSIDY_LAST_YEAR - municipal_last_year,
            ),
            ("令和6年度要求額", TOTAL, NATIONAL_SUBSIDY, municipal, 0, TOTAL - NATIONAL_SUBSIDY - municipal),
            (
                "比較",
                TOTAL - TOTAL_LAST_YEAR,
                NATIONAL_SUBSIDY - NATIONAL_SUBSIDY_LAST_YEAR,
                municipal - municipal_last_year,
                0,
                TOTAL
                - TOTAL_LAST_YEAR
                - NATIONAL_SUBSIDY
                + NATIONAL_SUBSIDY_LAST_YEAR
                - municipal
                + municipal_last_year,
            ),
        ),
    )
    add_text(sheet, "※ 国庫支出金は、地域行政省の自治体情報基盤強化事業費補助金（補助率2分の1）を見込む。", 6)
    sheet.append([])
    add_text(sheet, "2　要求の内容", 6)
    for label, text in OUTLINE_ROWS:
        add_wide_row(sheet, label, text, height=62)


def write_costs(sheet: Worksheet) -> None:
    """Every cost with its sum; the cells of one 節 are merged."""
    set_widths(sheet, (18, 32, 24, 14, 14, 12, 60))
    add_title(sheet, f"積算内訳　{NAME}（単位：千円）", 7)
    heads = ("節", "細目", "積算", "令和6年度要求額", "令和5年度予算額", "増減", "説明")
    rows: list[Row] = [
        (
            item.category,
            item.name,
            item.sum_form,
            item.amount,
            item.last_year,
            item.amount - item.last_year,
            item.note,
        )
        for item in COST_ITEMS
    ]
    rows.append(("合計", "", "", TOTAL, TOTAL_LAST_YEAR, TOTAL - TOTAL_LAST_YEAR, ""))
    first = sheet.max_row + 1
    add_rows(sheet, (heads, *rows))
    merge_equal_cells(sheet, first + 1, sheet.max_row)


def write_shares(sheet: Worksheet) -> None:
    """What each municipality pays: an equal part and a part by population."""
    set_widths(sheet, (26, 10, 14, 16, 16, 16))
    add_title(sheet, "市町村負担金の算定（単位：千円）", 6)
    total = municipal_total(TOTAL, NATIONAL_SUBSIDY)
    add_text(
        sheet,
        "総事業費から国庫支出金を除いた額の6割を市町村が、4割を県が負担する。"
        "市町村の負担のうち3割は均等に、7割は人口に応じて割り振る。",
        6,
    )
    add_text(
        sheet,
        f"算定の基礎：{TOTAL:,}千円－{NATIONAL_SUBSIDY:,}千円＝{TOTAL - NATIONAL_SUBSIDY:,}千円、"
        f"その6割＝{total:,}千円（人口は令和5年10月1日現在）",
        6,
    )
    population = sum(people for _, _, people in MUNICIPALITIES)
    count = sum(number for _, number, _ in MUNICIPALITIES)
    rows: list[Row] = []
    for name, number, people in MUNICIPALITIES:
        equal = round(total * EQUAL_PART * number / count)
        by_people = round(total * (1 - EQUAL_PART) * people / population)
        rows.append((name, number, people, equal, by_people, equal + by_people))
    columns = list(zip(*rows, strict=True))[1:]
    rows.append(("計", *(sum(int(cell) for cell in column) for column in columns)))
    add_rows(sheet, (("団体", "団体数", "人口（人）", "均等割", "人口割", "負担金"), *rows))
    add_text(sheet, "※ 端数は四捨五入しているため、計が一致しないことがある。", 6)


def write_plan(sheet: Worksheet) -> None:
    set_widths(sheet, (46, 40, 18, 20))
    add_title(sheet, "年次計画と債務負担行為", 4)
    add_table(sheet, "1　年次計画（単位：千円）", ("年度", "主な内容", "事業費", "備考"), PLAN_ROWS)
    sheet.append([])
    add_table(sheet, "2　債務負担行為（単位：千円）", ("事項", "期間", "限度額", "備考"), DEBT_ROWS)


def write_indicators(sheet: Worksheet) -> None:
    set_widths(sheet, (54, 8, 16, 16, 16, 16))
    add_title(sheet, "目標と成果", 6)
    add_rows(
        sheet,
        (
            ("指標", "単位", "令和4年度目標", "令和4年度実績", "令和5年度目標", "令和6年度目標"),
            *INDICATOR_ROWS,
        ),
    )
    add_text(
        sheet,
        "令和4年度の事故1件は、県内の1団体で委託先の端末が不正プログラムに感染し、"
        "メール4,180件が流出したおそれがあるもの。基盤の監視により2時間で遮断した。",
        6,
    )
    add_text(
        sheet,
        "事前評価の所見：費用の市町村間の配分は令和8年度の更改に合わせて見直すこと（政策評価委員会、令和5年9月）。",
        6,
    )


def municipal_total(total: int, subsidy: int) -> int:
    """What the municipalities pay together, in thousands of yen."""
    return round((total - subsidy) * MUNICIPAL_SHARE)


def set_widths(sheet: Worksheet, widths: tuple[int, ...]) -> None:
    for column, width in zip("ABCDEFG", widths, strict=False):
        sheet.column_dimensions[column].width = width


def add_title(sheet: Worksheet, title: str, columns: int) -> None:
    sheet.cell(1, 1, title).font = Font(name="游ゴシック", size=14, bold=True)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=columns)
    sheet.append([])


def add_text(sheet: Worksheet, text: str, columns: int) -> None:
    sheet.append([text])
    row = sheet.max_row
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[row].height = 32 if len(text) > 50 else 18


def add_wide_row(sheet: Worksheet, label: str, text: str, height: int = 20) -> None:
    """A label in the first column and a text merged over the others."""
    sheet.append([label, text])
    row = sheet.max_row
    sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=6)
    sheet.row_dimensions[row].height = height
    frame_row(sheet, row, 6)
    sheet.cell(row, 1).fill = HEAD_FILL


def add_table(sheet: Worksheet, caption: str, heads: Row, rows: tuple[Row, ...]) -> None:
    add_text(sheet, caption, len(heads))
    add_rows(sheet, (heads, *rows))


def add_rows(sheet: Worksheet, rows: tuple[Row, ...]) -> None:
    """Ruled rows, the first one being the heads."""
    for number, row in enumerate(rows):
        sheet.append(row)
        frame_row(sheet, sheet.max_row, len(row))
        for cell in sheet[sheet.max_row][: len(row)]:
            if number == 0:
                cell.fill = HEAD_FILL
            elif isinstance(cell.value, int):
                cell.number_format = NUMBER_FORM


def frame_row(sheet: Worksheet, row: int, columns: int) -> None:
    for column in range(1, columns + 1):
        cell = sheet.cell(row, column)
        cell.border = BORDER
        cell.alignment = Alignment(wrap_text=True, vertical="center")


def merge_equal_cells(sheet: Worksheet, first: int, last: int) -> None:
    """Merges the runs of equal values in the first column from row `first` to row `last`."""
    start = first
    for row in range(first + 1, last + 2):
        if row > last or sheet.cell(row, 1).value != sheet.cell(start, 1).value:
            if row - start > 1:
                sheet.merge_cells(start_row=start, start_column=1, end_row=row - 1, end_column=1)
            start = row
