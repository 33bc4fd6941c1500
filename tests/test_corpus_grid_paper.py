"""Sheets of graph paper: labels and values come out as they are read, not a cell a letter."""

import pytest

from corpus.formats.grid_paper import is_grid_paper, joined_boxes, joined_dates
from corpus.formats.workbook.grid import SheetCell
from corpus.forms.fields import find_fields
from corpus.types import Document, ParsedDocument
from tests.grid_paper_files import letters, paper
from tests.workbook_files import drawing, filled, oval, read, relationships, texts, with_parts, workbook

FORM = paper(
    (1, 30, 1, 20, "事務事業評価シート"),
    *(
        (2, column, 1, 2, part)
        for column, part in zip(range(70, 84, 2), ("令和", 6, "年", 4, "月", 1, "日"), strict=True)
    ),
    (4, 2, 1, 10, "事務事業名"),
    (4, 12, 1, 30, "河川監視カメラ整備事業"),
    (4, 44, 1, 8, "会計"),
    *letters(4, 52, "一般会計"),
    (5, 2, 2, 10, "担当部署"),
    (5, 12, 1, 6, "部　名"),
    (5, 18, 1, 24, "建設部"),
    (6, 12, 1, 6, "課　名"),
    (6, 18, 1, 24, "河川課"),
    (7, 2, 1, 10, "事業開始年度"),
    (7, 12, 1, 4, "平成"),
    (7, 16, 1, 3, 28),
    (7, 19, 1, 3, "年度"),
    (7, 44, 1, 8, "実施方法"),
    (7, 52, 1, 3, "☑"),
    (7, 55, 1, 5, "直営"),
    (7, 60, 1, 3, "□"),
    (7, 63, 1, 5, "委託"),
    (8, 2, 3, 10, "事業の目的"),
    (8, 12, 3, 60, "川の水位を市民に知らせ、\n逃げ遅れを防ぐ。"),
    (13, 2, 1, 70, "１　事業費の推移（単位：千円）"),
    (14, 2, 1, 16, "区分"),
    (14, 18, 1, 10, "令和４年度"),
    (14, 28, 1, 10, "令和５年度"),
    (14, 38, 1, 10, "令和６年度"),
    (15, 2, 1, 16, "当初予算額"),
    (15, 18, 1, 10, 12000),
    (15, 28, 1, 10, 13500),
    (15, 38, 1, 10, 14000),
    (16, 2, 1, 16, "決算額"),
    (16, 18, 1, 10, 11800),
    (16, 28, 1, 10, "△120"),
    (16, 38, 1, 10, "－"),
    (20, 2, 1, 14, "活動指標"),
    (20, 16, 1, 6, "単位"),
    (20, 22, 1, 8, "区分"),
    (20, 30, 1, 10, "令和４年度"),
    (20, 40, 1, 10, "令和５年度"),
    (21, 2, 3, 14, "カメラの設置数"),
    (21, 16, 3, 6, "台"),
    (21, 22, 1, 8, "目標"),
    (21, 30, 1, 10, 10),
    (21, 40, 1, 10, 20),
    (22, 22, 1, 8, "実績"),
    (22, 30, 1, 10, 9),
    (22, 40, 1, 10, 20),
    (23, 22, 1, 8, "達成率"),
    (23, 30, 1, 10, "90.0％"),
    (23, 40, 1, 10, "100.0％"),
)


def boxes(*texts: str, wide: int = 1) -> tuple[SheetCell, ...]:
    return tuple(SheetCell(0, at * wide, 0, at * wide + wide - 1, text) for at, text in enumerate(texts))


def test_a_form_on_graph_paper_reads_as_lines_of_labels_and_values() -> None:
    lines = texts(workbook(FORM, names=("評価",)))[0].splitlines()
    assert lines == [
        "評価",
        "事務事業評価シート",
        "令和6年4月1日",
        "事務事業名→河川監視カメラ整備事業→会計→一般会計",
        "担当部署→部　名→建設部",
        "課　名→河川課",
        "事業開始年度→平成28年度→実施方法→☑直営→□委託",
        "事業の目的→川の水位を市民に知らせ、逃げ遅れを防ぐ。",
        "１　事業費の推移（単位：千円）",
        "区分→令和４年度→令和５年度→令和６年度",
        "当初予算額→12000→13500→14000",
        "決算額→11800→△120→－",
        "活動指標→単位→区分→令和４年度→令和５年度",
        "カメラの設置数→台→目標→10→20",
        "実績→9→20",
        "達成率→90.0％→100.0％",
    ]


def test_the_fields_of_a_form_on_graph_paper_have_their_labels_units_and_years() -> None:
    found = read(workbook(FORM, names=("評価",)))
    document = Document("0", "評価.xlsx", "評価", None, None, 2024, 0)
    fields = find_fields(ParsedDocument(document, found.pages, found.headings, found.tables), ())
    assert {one.form for one in fields} == {"河川監視カメラ整備事業"}
    words = {one.label: one.value for one in fields if one.number is None}
    assert words == {
        "事務事業名": "河川監視カメラ整備事業",
        "会計": "一般会計",
        "部名": "建設部",
        "課名": "河川課",
        "事業開始年度": "平成28年度",
        "実施方法": "☑直営　□委託",
        "事業の目的": "川の水位を市民に知らせ、逃げ遅れを防ぐ。",
    }
    figures = [(one.label, one.number, one.unit, one.fiscal_year) for one in fields if one.number is not None]
    assert figures == [
        ("当初予算額 / 令和４年度", 12000, "千円", 2022),
        ("当初予算額 / 令和５年度", 13500, "千円", 2023),
        ("当初予算額 / 令和６年度", 14000, "千円", 2024),
        ("決算額 / 令和４年度", 11800, "千円", 2022),
        ("決算額 / 令和５年度", -120, "千円", 2023),
        ("カメラの設置数 / 目標 / 令和４年度", 10, "台", 2022),
        ("カメラの設置数 / 目標 / 令和５年度", 20, "台", 2023),
        ("カメラの設置数 / 実績 / 令和４年度", 9, "台", 2022),
        ("カメラの設置数 / 実績 / 令和５年度", 20, "台", 2023),
        ("カメラの設置数 / 達成率 / 令和４年度", 90, "％", 2022),
        ("カメラの設置数 / 達成率 / 令和５年度", 100, "％", 2023),
    ]


def test_a_field_on_graph_paper_stands_where_its_span_says() -> None:
    found = read(workbook(FORM, names=("評価",)))
    document = Document("0", "評価.xlsx", "評価", None, None, 2024, 0)
    fields = find_fields(ParsedDocument(document, found.pages, found.headings, found.tables), ())
    text = found.pages[0].text
    for one in fields:
        if "　" not in one.value:
            assert text[one.spans[0].start : one.spans[0].end] == one.value


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (("会", "計", "名"), ("会計名",)),
        (("1", "2", "3"), ("1", "2", "3")),
        (("A", "B", "1", "0"), ("AB", "1", "0")),
        (("□", "有", "■", "無"), ("□有", "■無")),
        (("□", "□", "無"), ("□", "□無")),
        (("○", "適切"), ("○", "適切")),
    ],
)
def test_letters_and_boxes_to_check_are_put_together_and_figures_are_not(
    parts: tuple[str, ...], joined: tuple[str, ...]
) -> None:
    assert tuple(cell.text for cell in joined_boxes(boxes(*parts))) == joined


def test_letters_that_do_not_adjoin_stay_apart() -> None:
    apart = (SheetCell(0, 0, 0, 0, "有"), SheetCell(0, 3, 0, 3, "無"))
    assert joined_boxes(apart) == apart


def test_letters_in_boxes_of_two_columns_are_put_together() -> None:
    found = joined_boxes(boxes("担", "当", "課", wide=2))
    assert [(cell.text, cell.column, cell.last_column) for cell in found] == [("担当課", 0, 5)]


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        (("令和", "６", "年", "４", "月", "１", "日"), ("令和６年４月１日",)),
        (("平成", "28", "年度", "～"), ("平成28年度", "～")),
        (("令和", "元", "年度"), ("令和元年度",)),
        (("2024", "年", "4", "月"), ("2024年4月",)),
        (("令和", "6", "年", "担当"), ("令和6年", "担当")),
        (("年", "月", "日"), ("年", "月", "日")),
        (("令和", "年", "月", "日"), ("令和", "年", "月", "日")),
        (("10", "20", "月"), ("10", "20", "月")),
    ],
)
def test_a_date_in_parts_is_put_together(parts: tuple[str, ...], joined: tuple[str, ...]) -> None:
    assert tuple(cell.text for cell in joined_dates(boxes(*parts))) == joined


def test_an_ordinary_table_is_not_graph_paper() -> None:
    row = boxes("区分", "金額", "備考")
    assert not is_grid_paper([row] * 10, {})
    assert texts(workbook(filled(("区", "分", "A"), ("あ", "い", "B")))) == ["区→分→A\nあ→い→B\n"]


def test_a_choice_with_an_oval_drawn_around_it_is_marked() -> None:
    items = [(row, 2, 1, 8, f"項目{row}") for row in range(1, 7)]
    choices = paper(*items, (7, 2, 1, 10, "判定"), (7, 14, 1, 4, "継続"), (7, 20, 1, 4, "廃止"))
    data = with_parts(
        workbook(choices),
        {
            "xl/worksheets/_rels/sheet1.xml.rels": relationships(("drawing", "../drawings/drawing1.xml")),
            "xl/drawings/drawing1.xml": drawing(oval((5, 18), (7, 23))),
        },
    )
    assert texts(data)[0].splitlines()[-1] == "判定→継続→○廃止"
