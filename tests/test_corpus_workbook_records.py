"""A sheet whose rows are longer than a passage is read as a card for each record."""

from openpyxl.worksheet.worksheet import Worksheet

from corpus.forms.fields import find_fields
from corpus.structure.sections import split_sections
from corpus.tables.labelled_rows import find_rows
from corpus.types import Document, ParsedDocument
from tests.workbook_files import filled, read, texts, workbook

LONG = "住民の暮らしを守るための取組を続ける。" * 40
HEADS = (
    *(
        "No.",
        "事務事業名",
        "部課名",
        "施策名",
        "根拠法令",
        "事業期間",
        "対象",
        "目的",
        "活動指標ア：名称",
        "活動指標ア：単位",
    ),
    *("事業費計（A）", "活動指標ア", "事業費計（A）", "活動指標ア", "備考"),
)


def record(number: int, name: str, *figures: object) -> tuple[object, ...]:
    texts = ("総務部", "安全な暮らし", "－", "毎年", "市民", LONG, "巡回の回数", "回")
    return (number, name, *texts, *figures, None)


RECORDS = (record(1, "防犯灯事業", 120, 4, 130, 4), record(2, "河川巡視事業", 0, 9, 50, None))


def sheet(*above: tuple[object, ...], merged: tuple[str, ...] = ()) -> bytes:
    def fill(page: Worksheet) -> None:
        for row in (*above, HEADS, *RECORDS):
            page.append(row)
        for cells in merged:
            page.merge_cells(cells)

    return workbook(fill, names=("評価一覧",))


def parsed(data: bytes) -> ParsedDocument:
    found = read(data)
    document = Document("0", "評価.xlsx", "評価", "事務事業評価", None, 2024, 0)
    return ParsedDocument(document, found.pages, found.headings, found.tables)


def test_each_record_is_a_card_under_its_name() -> None:
    lines = texts(sheet())[0].splitlines()
    assert lines[:2] == ["評価一覧", "備考"]
    assert lines[2:17] == [
        "防犯灯事業",
        "No.→1",
        "事務事業名→防犯灯事業",
        "部課名→総務部",
        "施策名→安全な暮らし",
        "根拠法令→－",
        "事業期間→毎年",
        "対象→市民",
        f"目的→{LONG}",
        "活動指標ア：名称→巡回の回数",
        "活動指標ア：単位→回",
        "事業費計（A）→120→130",
        "活動指標ア→4→4",
        "河川巡視事業",
        "No.→2",
    ]
    assert lines[-1] == "活動指標ア→9→"


def test_each_record_is_a_section() -> None:
    sections = split_sections(parsed(sheet()))
    assert [section.headings for section in sections] == [
        ("評価一覧",),
        ("評価一覧", "防犯灯事業"),
        ("評価一覧", "河川巡視事業"),
    ]


def test_each_line_of_a_card_is_a_row_of_its_own_project() -> None:
    document = parsed(sheet())
    rows = find_rows(document, split_sections(document))
    found = {(row.title, row.labels): [value.number for value in row.values] for row in rows}
    assert found["防犯灯事業", ("事業費計（A）",)] == [120, 130]
    assert found["河川巡視事業", ("事業費計（A）",)] == [0, 50]


def test_a_filler_row_and_titles_above_the_heads_are_no_heads() -> None:
    filler = ("このセルには必ず入力すること",) * len(HEADS)
    lines = texts(sheet(filler, ("令和6年度",)))[0].splitlines()
    assert lines[1:5] == ["このセルには必ず入力すること", "令和6年度", "備考", "防犯灯事業"]


def test_heads_over_blocks_of_columns_tell_the_years_of_their_figures() -> None:
    years = (*(None,) * 10, "令和4年度決算", None, "令和5年度決算", None, None)
    document = parsed(sheet(years, merged=("K1:L1", "M1:N1")))
    lines = document.pages[0].text.splitlines()
    assert lines.count("\t令和4年度決算\t令和5年度決算") == 2
    fields = [one for one in find_fields(document, ()) if one.label.startswith("事業費計")]
    assert [(one.form, one.number, one.fiscal_year) for one in fields] == [
        ("防犯灯事業", 120, 2022),
        ("防犯灯事業", 130, 2023),
        ("河川巡視事業", 0, 2022),
        ("河川巡視事業", 50, 2023),
    ]


def test_the_fields_of_a_card_have_the_units_that_it_names_and_keep_equal_figures() -> None:
    fields = find_fields(parsed(sheet()), ())
    assert {one.form for one in fields} == {"防犯灯事業", "河川巡視事業"}
    counts = [(one.number, one.unit) for one in fields if one.label == "活動指標ア / 巡回の回数"]
    assert counts == [(4, "回"), (4, "回"), (9, "回")]
    assert [one.value for one in fields if one.label == "部課名"] == ["総務部", "総務部"]


def test_rows_that_fit_a_passage_stay_rows() -> None:
    short = tuple((number, f"事業{number}", *("短い",) * 12) for number in range(5))
    found = texts(workbook(filled(("No.", "事業名", *(f"欄{number}" for number in range(12))), *short)))
    assert found[0].splitlines()[1] == "→".join(("0", "事業0", *("短い",) * 12))


def test_a_record_over_several_rows_is_one_card() -> None:
    more = (None, None, "企画部", *(None,) * 12)
    found = texts(workbook(filled(HEADS, RECORDS[0], more, RECORDS[1]), names=("一覧",)))[0].splitlines()
    at = found.index("部課名→総務部")
    assert found[at + 1] == "部課名→企画部"
    assert found.count("河川巡視事業") == 1


def test_a_name_with_a_space_in_it_names_its_card() -> None:
    rows = (record(1, "給付事業　(必要給付)", 7, 1, 8, 1), record(2, "給付事業　(任意給付)", 9, 1, 6, 1))
    fields = find_fields(parsed(workbook(filled(HEADS, *rows))), ())
    assert [one.number for one in fields if one.label == "事業費計（A）"] == [7, 8, 9, 6]
