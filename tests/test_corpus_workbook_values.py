"""A cell's value is told as the sheet shows it; thousands stand ungrouped."""

import datetime
import io

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from corpus.formats.workbook.dates import DATE_FORMATS, moment_of, parse_date_format, show_date
from corpus.formats.workbook.numbers import parse_number_format, show_number
from corpus.formats.workbook.values import cell_text
from tests.workbook_files import texts, workbook

MOMENT = datetime.datetime(2024, 4, 1, 9, 5, 7)


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (1234567, "#,##0", "1234567"),
        (1234567, "#,##0,", "1235"),
        (1234567890, "#,##0,,", "1235"),
        (1234567, '#,##0,"千円"', "1235千円"),
        (0.945, "0%", "95%"),
        (0.945, "0.0%", "94.5%"),
        (12.5, "0.00", "12.50"),
        (12.5, "0.##", "12.5"),
        (12, "0.##", "12"),
        (-8000, '#,##0;"△"#,##0', "△8000"),
        (-8000, "#,##0;▲ #,##0", "▲ 8000"),
        (-8000, "#,##0_);(#,##0)", "(8000)"),
        (-8000, "#,##0_ ;[Red]\\-#,##0\\ ", "-8000"),
        (-8000, "#,##0", "-8000"),
        (0, '#,##0;-#,##0;"－"', "－"),
        (5, '0"人"', "5人"),
        (5, "0団体", "5団体"),
        (5.5, 'General"人"', "5.5人"),
        (12, "¥#,##0", "¥12"),
        (3, "[$¥-411]0", "3"),
    ],
)
def test_a_number_is_shown_by_its_format(number: float, code: str, shown: str) -> None:
    parsed = parse_number_format(code)
    assert parsed is not None
    assert show_number(number, parsed) == shown


@pytest.mark.parametrize(
    "code", ["General", "@", "0.00E+00", "# ?/?", "[>=1000]0,;0", "yyyy/m/d", "", "0" * 300]
)
def test_a_format_that_is_not_understood_leaves_the_number_as_it_is_kept(code: str) -> None:
    parsed = parse_number_format(code)
    assert cell_text(1234.5, parsed) == "1234.5"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('[$-411]ggge"年"m"月"d"日"', "令和6年4月1日"),
        ("[$-411]ge.m.d", "R6.4.1"),
        ('ggge"年度"', "令和6年度"),
        ('yyyy"年"m"月"d"日"', "2024年4月1日"),
        ('yyyy"年"m"月"d"日"(aaa)', "2024年4月1日(月)"),
        ("aaaa", "月曜日"),
        ("yyyy/mm/dd", "2024/04/01"),
        ("yyyy-mm-dd hh:mm", "2024-04-01 09:05"),
        ("h:mm:ss", "9:05:07"),
        ("mm:ss", "05:07"),
        ("h:mm AM/PM", "9:05 AM"),
        ("d-mmm-yy", "1-Apr-24"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2024年4月1日"),
        ("yyyy/m/d;@", "2024/4/1"),
    ],
)
def test_a_date_is_shown_by_its_format(code: str, shown: str) -> None:
    parsed = parse_date_format(code)
    assert parsed is not None
    assert show_date(MOMENT, parsed) == shown


@pytest.mark.parametrize("code", ["General", "@", "#,##0", "[h]:mm", "0.00", "", '"年"', "y" * 300])
def test_a_format_of_no_date_is_none_of_dates(code: str) -> None:
    assert parse_date_format(code) is None


def test_the_formats_known_by_number_are_all_understood() -> None:
    assert all(parse_date_format(code) for code in DATE_FORMATS.values())


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (datetime.datetime(2019, 4, 30), "平成31年4月30日"),
        (datetime.datetime(2019, 5, 1), "令和元年5月1日"),
        (datetime.datetime(1989, 1, 7), "昭和64年1月7日"),
        (datetime.datetime(1912, 7, 30), "大正元年7月30日"),
    ],
)
def test_an_era_begins_on_its_first_day(day: datetime.datetime, shown: str) -> None:
    parsed = parse_date_format('[$-ja-JP-x-gannen]ggge"年"m"月"d"日"')
    assert parsed is not None
    assert show_date(day, parsed) == shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "TRUE"),
        (False, "FALSE"),
        (0.1 + 0.2, "0.3"),
        (1e20, "100000000000000000000"),
        (-0.0, "0"),
        (float("nan"), "nan"),
        (datetime.date(2024, 4, 1), "2024-04-01"),
        (datetime.datetime(2024, 4, 1, 9, 30), "2024-04-01 09:30"),
        (datetime.time(9, 30), "09:30"),
        (datetime.timedelta(hours=25), "25:00"),
        ("０１２\u3000\n三", "０１２三"),
    ],
)
def test_a_value_without_a_format(value: object, text: str) -> None:
    assert cell_text(value, None) == text  # type: ignore[arg-type]


def test_days_are_counted_from_1900_or_from_1904() -> None:
    assert moment_of(45383, False) == datetime.datetime(2024, 4, 1)
    assert moment_of(45383 - 1462, True) == datetime.datetime(2024, 4, 1)
    assert moment_of(1e300, False) is None


def _dated(sheet: Worksheet) -> None:
    sheet["A1"], sheet["B1"] = datetime.date(2024, 4, 1), 1234567
    sheet["A1"].number_format = '[$-411]ggge"年"m"月"d"日"'
    sheet["B1"].number_format = '#,##0,"千円"'
    sheet["C1"], sheet["D1"] = 0.5, -3
    sheet["C1"].number_format = "0%"
    sheet["D1"].number_format = '0;"△"0'


def test_a_sheet_shows_dates_and_numbers_by_the_formats_of_its_styles() -> None:
    assert texts(workbook(_dated)) == ["令和6年4月1日→1235千円→50%→△3\n"]


def test_a_workbook_of_an_old_mac_shows_the_same_dates() -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    _dated(book.active)
    out = io.BytesIO()
    book.save(out)
    assert texts(out.getvalue()) == ["令和6年4月1日→1235千円→50%→△3\n"]
