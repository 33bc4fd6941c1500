"""Comma and tab separated values as tables."""

from time import process_time

import pytest

from corpus import Limits, UnreadableFile
from corpus.formats.csv_file import read_csv
from corpus.reader import FileText


def read(source: str, encoding: str = "utf-8") -> FileText:
    return read_csv(source.encode(encoding), Limits())


def text(source: str) -> str:
    return read(source).pages[0].text.rstrip("\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_values_in_the_encodings_of_offices(encoding: str) -> None:
    made = read('科目,予算額\r\n旅費①,"1,200"\r\n', encoding)
    assert made.pages[0].text == "科目\t予算額\n旅費①\t1,200\n"
    assert (made.page_count, len(made.tables), made.tables[0].certain) == (0, 1, True)
    cells = [(cell.row, cell.column) for cell in made.tables[0].cells]
    assert cells == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_line_ends_in_values_are_joined() -> None:
    assert (
        text('事業,説明\n公園,"芝の\n張替え\r\nと new\nlawn"\n') == "事業\t説明\n公園\t芝の張替えと new lawn"
    )


@pytest.mark.parametrize("mark", [",", "\t", ";", "|"])
def test_what_parts_the_values_is_found(mark: str) -> None:
    source = "\n".join(
        mark.join(row) for row in (["年度", "名称", "額"], ["令和6", "橋、道", "12"], ["令和7", "a", "3"])
    )
    assert text(source) == "年度\t名称\t額\n令和6\t橋、道\t12\n令和7\ta\t3"


def test_amounts_with_commas_do_not_part_values_that_tabs_part() -> None:
    assert text("旅費\t1,200\n需用費\t3,400\n役務費\t5,600\n") == "旅費\t1,200\n需用費\t3,400\n役務費\t5,600"


def test_excel_may_tell_the_mark() -> None:
    assert text("sep=;\r\n額;1,2\r\n計;3,4") == "額\t1,2\n計\t3,4"


def test_rows_may_be_ragged_and_what_is_empty_is_left_out() -> None:
    source = "a,,b,,\n,,,,\n1,,2,,\n3\n,,4,5\n"
    assert text(source) == "a\tb\n1\t2\n3\n\t4\t5"


def test_titles_stand_above_the_table() -> None:
    made = read("令和6年度予算,,\n,,（単位：千円）\n科目,額,率\n旅費,1,2\n")
    page = made.pages[0].text
    assert page == "令和6年度予算\n（単位：千円）\n科目\t額\t率\n旅費\t1\t2\n"
    assert page[made.tables[0].cells[0].span.start :].startswith("科目")


def test_rows_of_one_value_each_are_text() -> None:
    made = read("a,,\n,b,\n,,c\n")
    assert (made.pages[0].text, made.tables) == ("a\nb\nc\n", ())


def test_one_column_is_text() -> None:
    made = read("一つ目の行です。\n二つ目の行です。\n")
    assert made.tables == ()
    assert made.pages[0].text == "一つ目の行です。\n二つ目の行です。\n"


def test_a_quotation_mark_that_is_never_closed_takes_nothing_along() -> None:
    rows = "".join(f"{number},値{number}\n" for number in range(500))
    made = read(f'番号,名\n0,"長さ 3\n{rows}')
    assert made.pages[0].text.splitlines()[-1] == "499\t値499"
    assert len(made.pages[0].text.splitlines()) == 502
    assert made.tables[0].certain is False


def test_amounts_broken_at_their_commas_are_no_certain_table() -> None:
    made = read("科目,予算額,備考\n旅費,1,200,a\n需用費,900,b\n役務費,800,c\n")
    assert [table.certain for table in made.tables] == [False]
    assert read("科目,額\n旅費,1,200\n計,△3,400\n").tables[0].certain is False
    assert read("科目,額,率\n旅費,1,200\n計,9,300\n人件費,3,100\n").tables[0].certain


def test_only_empty_values_are_no_text() -> None:
    with pytest.raises(UnreadableFile, match="it holds no text"):
        read(",,,\n,,\n")


@pytest.mark.parametrize(
    "source",
    [
        "a," * 100_000,
        "a\n" * 100_000,
        '"' * 200_001,
        ",".join("a" * 1_000) + "\n" + "b\n" * 30_000,
        '"a""' * 100_000,
        "x" * 3_000_000,
    ],
    ids=["wide", "long", "marks", "wide and long", "doubled marks", "one value"],
)
def test_time_does_not_run_away(source: str) -> None:
    started = process_time()
    assert read(source).pages[0].text.strip()
    assert process_time() - started < 10
