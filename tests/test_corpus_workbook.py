"""A workbook becomes a page for each sheet, with all that a user sees on it."""

import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from corpus.reader import UnreadableFile
from tests.workbook_files import (
    RELATIONS,
    drawing,
    filled,
    part_of,
    read,
    relationships,
    shape,
    texts,
    with_parts,
    workbook,
)

ROWS = (("区分", "金額"), ("工事", 100), ("委託", 20))
SHEET = "xl/worksheets/sheet1.xml"
SHEET_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"


def test_each_sheet_is_a_page_under_its_name() -> None:
    found = read(workbook(filled(*ROWS), filled(("計", 120)), names=("内訳", "Sheet2")))
    assert [(page.number, page.read_by) for page in found.pages] == [(1, "text"), (2, "text")]
    assert found.page_count == 0
    assert [page.text for page in found.pages] == ["内訳\n区分\t金額\n工事\t100\n委託\t20\n", "計\t120\n"]
    assert [(mark.span.page, mark.span.start, mark.span.end, mark.level) for mark in found.headings] == [
        (1, 0, 2, 1)
    ]


def test_a_hidden_sheet_says_so_and_an_empty_one_is_blank() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.append(("控え", 1))
        sheet.sheet_state = "hidden"

    found = read(workbook(filled(*ROWS), hide, filled(), names=("表1", "前年度", "空き")))
    assert found.pages[1].text == "前年度（非表示）\n控え\t1\n"
    assert (found.pages[2].text, found.pages[2].read_by) == ("", "blank")


def test_a_workbook_of_empty_sheets_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="its sheets hold nothing"):
        read(workbook(filled()))


def test_a_table_tells_its_cells_by_place() -> None:
    found = read(workbook(filled(*ROWS)))
    (table,) = found.tables
    text = found.pages[0].text
    assert [(cell.row, cell.column, text[cell.span.start : cell.span.end]) for cell in table.cells] == [
        (0, 0, "区分"),
        (0, 1, "金額"),
        (1, 0, "工事"),
        (1, 1, "100"),
        (2, 0, "委託"),
        (2, 1, "20"),
    ]


def test_a_merged_cell_stands_once_and_covers_its_range() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (
            ("款", "項", "令和6年度", None),
            (None, None, "予算", "決算"),
            ("総務費", "総務管理費", 1, 2),
        ):
            sheet.append(row)
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:B2")
        sheet.merge_cells("C1:D1")

    found = read(workbook(fill))
    assert found.pages[0].text == "款\t項\t令和6年度\n\t\t予算\t決算\n総務費\t総務管理費\t1\t2\n"
    cells = {(cell.row, cell.column): (cell.rows, cell.columns) for cell in found.tables[0].cells}
    assert (cells[0, 0], cells[0, 2], cells[1, 2]) == ((2, 1), (1, 2), (1, 1))


def test_an_empty_cell_is_nothing_between_two_tabs_and_an_empty_row_parts_tables() -> None:
    found = read(workbook(filled(("a", None, "c"), ("d", "e", "f"), (), ("g", "h"), ("i", "j"))))
    assert found.pages[0].text == "a\t\tc\nd\te\tf\ng\th\ni\tj\n"
    assert len(found.tables) == 2


def test_lines_in_a_cell_are_joined_and_tabs_are_spaces() -> None:
    assert texts(workbook(filled(("不法投棄の\n防止", "two\nwords", "a\tb", "一\r\n\r\n二　")))) == [
        "不法投棄の防止→two words→a b→一二\n"
    ]


def test_a_row_that_says_one_thing_in_every_cell_says_it_once() -> None:
    filler = ("このセルを消さないこと",) * 8
    assert texts(workbook(filled(filler, tuple("abcdefgh"), tuple(range(8)))))[0].splitlines()[0] == filler[0]
    assert (
        texts(workbook(filled(("－",) * 8, (1,) * 8)))[0]
        == "→".join("－" * 8) + "\n" + "→".join("1" * 8) + "\n"
    )


def test_formulas_are_told_by_their_kept_values_and_errors_are_shown() -> None:
    data = workbook(filled(("a", "b", "c")))
    sheet = part_of(data, SHEET)
    cells = (
        '<row r="2"><c r="A2"><f>SUM(B1:B9)</f><v>42</v></c><c r="B2" t="e"><f>A9/0</f><v>#DIV/0!</v></c>'
        '<c r="C2" t="str"><f>A1&amp;"円"</f><v>5円</v></c><c r="D2" t="b"><v>1</v></c></row></sheetData>'
    )
    assert texts(with_parts(data, {SHEET: sheet.replace("</sheetData>", cells)})) == [
        "a→b→c\n42→#DIV/0!→5円→TRUE\n"
    ]


def test_reading_aids_over_words_are_not_in_the_text() -> None:
    data = workbook(filled(("x", "予算")))
    cell = (
        '<row r="2"><c r="A2" t="inlineStr"><is><r><t>要求</t></r><r><t>額</t></r>'
        '<rPh sb="0" eb="2"><t>ヨウキュウ</t></rPh></is></c></row></sheetData>'
    )
    found = texts(with_parts(data, {SHEET: part_of(data, SHEET).replace("</sheetData>", cell)}))
    assert found == ["x→予算\n要求額\n"]


def test_a_note_stands_under_the_row_of_its_cell() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in ROWS:
            sheet.append(row)
        sheet["B2"].comment = Comment("見込みを含む\n再確認", "財政課")
        sheet["D9"].comment = Comment("表の外", "財政課")

    found = read(workbook(fill))
    assert found.pages[0].text == "区分\t金額\n工事\t100\n注：見込みを含む再確認\n委託\t20\n注：表の外\n"
    assert len(found.tables[0].cells) == 6


def test_a_thread_of_comments_stands_in_the_place_of_the_note_kept_for_older_programs() -> None:
    notes = (
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList>'
        '<comment ref="A1"><text><t>[Threaded comment] Your version of Excel ...</t></text></comment>'
        "</commentList></comments>"
    )
    thread = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="A1"><text>根拠は何か</text></threadedComment>'
        '<threadedComment ref="A1"><text>実績による</text></threadedComment></ThreadedComments>'
    )
    data = with_parts(
        workbook(filled(*ROWS)),
        {
            SHEET_RELATIONS: relationships(
                ("comments", "/xl/comments1.xml"), ("threadedComment", "../t/t1.xml")
            ),
            "xl/comments1.xml": notes,
            "xl/t/t1.xml": thread,
        },
    )
    assert texts(data)[0].splitlines()[:3] == ["区分→金額", "注：根拠は何か", "注：実績による"]


def test_words_on_shapes_come_after_the_sheet_from_top_to_bottom() -> None:
    fallback = shape(0, 0, "要点", identity=9).replace("<xdr:sp>", "<mc:AlternateContent><mc:Choice><xdr:sp>")
    alternatives = fallback.replace(
        "</xdr:sp>", "</xdr:sp></mc:Choice><mc:Fallback><xdr:sp/></mc:Fallback></mc:AlternateContent>"
    ).replace("<xdr:sp/>", "<xdr:sp><xdr:txBody><a:p><a:r><a:t>要点</a:t></a:r></a:p></xdr:txBody></xdr:sp>")
    data = with_parts(
        workbook(filled(*ROWS)),
        {
            SHEET_RELATIONS: relationships(("drawing", "../drawings/drawing1.xml")),
            "xl/drawings/drawing1.xml": drawing(
                shape(5, 2, "ア　監視", "イ　訓練"), shape(2, 0, "左"), alternatives
            ),
        },
    )
    assert texts(data)[0].splitlines()[3:] == ["要点", "左", "ア　監視", "イ　訓練"]


def test_a_sheet_with_shapes_alone_is_read() -> None:
    data = with_parts(
        workbook(filled(), filled(*ROWS)),
        {
            SHEET_RELATIONS: relationships(("drawing", "../drawings/drawing1.xml")),
            "xl/drawings/drawing1.xml": drawing(shape(0, 0, "事業の流れ")),
        },
    )
    assert read(data).pages[0].text == "事業の流れ\n"


def test_a_check_box_tells_whether_it_is_checked() -> None:
    controls = '<control shapeId="7" r:id="rId2" name="c"/><control shapeId="8" r:id="rId3" name="d"/>'
    data = workbook(filled(*ROWS))
    sheet = part_of(data, SHEET).replace("<worksheet ", f'<worksheet xmlns:r="{RELATIONS}" ')
    names = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    kind = f'<formControlPr xmlns="{names}" objectType="CheckBox"'
    parts = {
        SHEET: sheet.replace("</worksheet>", f"<controls>{controls}</controls></worksheet>"),
        SHEET_RELATIONS: relationships(
            ("drawing", "../drawings/drawing1.xml"), ("ctrlProp", "../c1.xml"), ("ctrlProp", "../c2.xml")
        ),
        "xl/drawings/drawing1.xml": drawing(shape(4, 0, "継続", identity=7), shape(5, 0, "廃止", identity=8)),
        "xl/c1.xml": f'{kind} checked="Checked"/>',
        "xl/c2.xml": f"{kind}/>",
    }
    assert texts(with_parts(data, parts))[0].splitlines()[3:] == ["☑ 継続", "☐ 廃止"]


def test_a_chart_tells_its_title() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in ROWS:
            sheet.append(row)
        chart = BarChart()
        chart.title = "歳出の推移"
        sheet.add_chart(chart, "D1")

    assert texts(workbook(fill))[0].splitlines()[3:] == ["歳出の推移"]


def test_damaged_drawings_leave_the_cells_and_say_so() -> None:
    data = with_parts(
        workbook(filled(*ROWS)),
        {
            SHEET_RELATIONS: relationships(("drawing", "../drawings/drawing1.xml")),
            "xl/drawings/drawing1.xml": "<xdr:wsDr",
        },
    )
    (page,) = read(data).pages
    assert (page.read_by, page.text.splitlines()[0]) == ("text", "区分\t金額")
    assert page.reason == "the notes and drawings of the sheet could not be read: its XML is damaged"


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (("a", "b", "c", "d"), (1, 2, 3, 4), (5, 6, 7, 8), (9, 10, 11, 12)):
            sheet.append(row)
        sheet.column_dimensions["B"].hidden = True
        sheet.column_dimensions["Z"].hidden = True
        sheet.row_dimensions[2].hidden = sheet.row_dimensions[3].hidden = True

    assert texts(workbook(fill)) == ["a→b→c→d\n1→2→3→4\n5→6→7→8\n9→10→11→12\n（非表示：B列、2～3行）\n"]


def test_the_title_in_the_properties_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.properties.title = "予算要求資料"
    book.active["A1"] = datetime.date(2024, 4, 1)
    book.save(tmp_path / "x.xlsx")
    found = read((tmp_path / "x.xlsx").read_bytes())
    assert (found.title, found.pages[0].text) == ("予算要求資料", "2024-04-01\n")


def test_a_numbered_heading_between_rows_parts_them_and_is_no_row() -> None:
    rows = (("1　要求額（単位：千円）",), *ROWS, ("2　内訳",), ("節", "額"), ("旅費", 5))
    found = read(workbook(filled(*rows)))
    assert (
        found.pages[0].text
        == "1　要求額（単位：千円）\n区分\t金額\n工事\t100\n委託\t20\n2　内訳\n節\t額\n旅費\t5\n"
    )
    text = found.pages[0].text
    first_cells = [text[table.cells[0].span.start : table.cells[0].span.end] for table in found.tables]
    assert first_cells == ["区分", "節"]


def test_a_label_over_its_text_stays_in_the_table() -> None:
    found = read(
        workbook(filled(("事業名", "河川事業"), ("① 事業の目的",), ("川を守る。",), ("② 対象",), ("市民",)))
    )
    assert len(found.tables) == 1
