"""Tables on PDF pages: their cells, as rules, columns of amounts and facing pages part them."""

import time
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpus import Limits
from corpus.formats.pdf import read_pdf
from corpus.layout.characters import page_characters
from corpus.layout.grids import find_grids
from corpus.layout.types import Grid, PageCharacters
from corpus.reader import FileText
from corpus.tables.labelled_rows import find_rows
from corpus.types import Document, ParsedDocument, TableRow
from tests.corpus_files import FONT

Draw = Callable[[Any], None]
Text = tuple[float, float, str]
EM = 10
TOP = 800


def drawn(path: Path, *pages: Draw, size: tuple[float, float] = A4) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    canvas: Any = Canvas(str(path / "表.pdf"), pagesize=size)
    for draw in pages:
        canvas.setFont(FONT, EM)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path / "表.pdf"


def read(path: Path, *pages: Draw, size: tuple[float, float] = A4) -> FileText:
    return read_pdf(drawn(path, *pages, size=size).read_bytes(), Limits())


def grids_of(path: Path, draw: Draw) -> tuple[Grid, ...]:
    document = pypdfium2.PdfDocument(drawn(path, draw))
    page = document[0]
    return find_grids(page_characters(page, page.get_textpage()))


def rows_of(path: Path, *pages: Draw, size: tuple[float, float] = A4) -> tuple[TableRow, ...]:
    text = read(path, *pages, size=size)
    document = Document("ab" * 32, "表.pdf", "表", "予算書", None, 2026, len(text.pages))
    return find_rows(ParsedDocument(document, text.pages, text.headings, text.tables), ())


def table(xs: Sequence[float], ys: Sequence[float], texts: Sequence[Text]) -> Draw:
    """Rules at every x and y (from the top) and texts at (left, top); amounts end at their x (negative)."""

    def draw(canvas: Any) -> None:
        for x in xs:
            canvas.line(x, TOP - ys[0], x, TOP - ys[-1])
        for y in ys:
            canvas.line(xs[0], TOP - y, xs[-1], TOP - y)
        write(canvas, texts)

    return draw


def write(canvas: Any, texts: Sequence[Text]) -> None:
    for left, top, text in texts:
        place = canvas.drawString if left > 0 else canvas.drawRightString
        place(abs(left), TOP - top - EM, text)


def figures(rows: Sequence[TableRow]) -> dict[tuple[str, ...], list[Decimal | None]]:
    return {row.labels: [value.number for value in row.values] for row in rows}


HEADS: list[Text] = [(80, 5, "区分"), (180, 5, "本年度"), (280, 5, "前年度")]
XS = (50, 150, 250, 350)


def test_a_ruled_table_has_a_cell_for_each_box(tmp_path: Path) -> None:
    texts = [*HEADS, (55, 25, "架空費"), (-245, 25, "1,200"), (-345, 25, "△300")]
    text = read(tmp_path, table(XS, (0, 20, 40), texts))
    assert text.pages[0].text == "区分\t本年度\t前年度\n架空費\t1,200\t△300\n"
    (found,) = text.tables
    assert found.certain
    assert [(cell.row, cell.column) for cell in found.cells] == [(r, c) for r in (0, 1) for c in (0, 1, 2)]


def test_empty_columns_between_others_keep_their_place(tmp_path: Path) -> None:
    texts = [(55, 5, "架空費"), (-345, 5, "300"), (55, 25, "予備費"), (-345, 25, "400")]
    assert read(tmp_path, table(XS, (0, 20, 40), texts)).pages[0].text == "架空費\t\t300\n予備費\t\t400\n"


def test_the_margin_of_a_box_is_no_column(tmp_path: Path) -> None:
    texts = [(55, 5, "表１ 施設の数"), (75, 25, "甲館"), (-345, 25, "3"), (75, 45, "乙館"), (-345, 45, "4")]

    def draw(canvas: Any) -> None:
        canvas.rect(50, TOP - 80, 310, 80)
        for x in (70, 250, 348):
            canvas.line(x, TOP - 20, x, TOP - 60)
        for y in (20, 40, 60):
            canvas.line(50, TOP - y, 360, TOP - y)
        write(canvas, texts)

    lines = read(tmp_path, draw).pages[0].text.splitlines()
    assert lines[1:3] == ["甲館\t3", "乙館\t4"]


def test_merged_heads_stand_over_what_they_cover(tmp_path: Path) -> None:
    texts = [
        (80, 15, "区分"),
        (260, 3, "財源内訳"),
        (180, 23, "国庫支出金"),
        (290, 23, "その他"),
        (55, 45, "架空費"),
        (-245, 45, "20"),
        (-345, 45, "30"),
    ]

    def draw(canvas: Any) -> None:
        for x in (50, 150, 350):
            canvas.line(x, TOP, x, TOP - 60)
        canvas.line(250, TOP - 20, 250, TOP - 60)
        for y, left in ((0, 50), (20, 150), (40, 50), (60, 50)):
            canvas.line(left, TOP - y, 350, TOP - y)
        write(canvas, texts)

    (row,) = rows_of(tmp_path, draw)
    assert row.labels == ("架空費",)
    assert [value.heads for value in row.values] == [("財源内訳", "国庫支出金"), ("財源内訳", "その他")]


def test_amounts_in_columns_without_rules_are_a_table(tmp_path: Path) -> None:
    names = ["甲町", "乙町", "丙町", "丁町"]
    texts: list[Text] = []
    for at, name in enumerate(names):
        texts += [(60, 16 * at, name), (-250, 16 * at, f"{at + 1},000"), (-350, 16 * at, f"△{at + 1}")]
    text = read(tmp_path, lambda canvas: write(canvas, texts))
    assert text.pages[0].text.splitlines()[:2] == ["甲町\t1,000\t△1", "乙町\t2,000\t△2"]


def test_the_ends_of_a_range_are_one_label(tmp_path: Path) -> None:
    texts: list[Text] = []
    for at in range(4):
        texts += [(60, 16 * at, f"{5 * at + 2} ～"), (100, 16 * at, f"{5 * at + 7} km未満")]
        texts += [(-300, 16 * at, f"{at + 2},000"), (320, 16 * at, "円")]
    rows = rows_of(tmp_path, lambda canvas: write(canvas, texts))
    assert figures(rows)[("2 ～ 7 km未満",)] == [2000]
    assert {value.unit for row in rows for value in row.values} == {"円"}


EXPLAINED = (50, 150, 220, 400)
EXPLAINED_HEADS: list[Text] = [(90, 5, "目"), (170, 5, "本年度"), (290, 5, "説明")]


def explained(*texts: Text) -> Draw:
    first: list[Text] = [(55, 25, "1.架空費"), (-215, 25, "9,000")]
    return table(EXPLAINED, (0, 20, 160), [*EXPLAINED_HEADS, *first, *texts])


def test_names_broken_around_their_amounts_are_put_together(tmp_path: Path) -> None:
    draw = explained(
        (225, 25, "○ 架空の地域集会所等支"),
        (-395, 25, "700"),
        (240, 37, "援事業費"),
        (240, 49, "架空の地域集会所等支"),
        (-395, 49, "△50"),
        (240, 61, "援事業費補助金"),
        (225, 73, "○ 架空職員人件費"),
        (-395, 73, "8"),
    )
    assert figures(rows_of(tmp_path, draw)) == {
        ("1.架空費",): [9000],
        ("1.架空費", "○ 架空の地域集会所等支援事業費"): [700],
        ("1.架空費", "○ 架空の地域集会所等支援事業費", "架空の地域集会所等支援事業費補助金"): [-50],
        ("1.架空費", "○ 架空職員人件費"): [8],
    }


def test_what_stands_in_stands_under_what_stands_out(tmp_path: Path) -> None:
    texts = [
        *EXPLAINED_HEADS,
        *((55, 25, "1.架空費"), (-215, 25, "9,000")),
        *((225, 25, "001 架空振興費"), (-545, 25, "700")),
        *((235, 45, "001 架空事務費"), (-505, 45, "300")),
        *((265, 65, "架空協会負担金"), (-465, 65, "120")),
        *((235, 85, "002 架空催事費"), (-505, 85, "400")),
        (265, 105, "架空の研修のための事務"),
        *((265, 125, "架空まつり補助金"), (-465, 125, "90")),
    ]
    found = figures(rows_of(tmp_path, table((50, 150, 220, 550), (0, 20, 160), texts)))
    outer = ("1.架空費", "001 架空振興費")
    assert found[(*outer, "001 架空事務費", "架空協会負担金")] == [120]
    assert found[(*outer, "002 架空催事費", "架空まつり補助金")] == [90]


def test_a_name_goes_on_where_its_rest_is_set_right_or_in_brackets(tmp_path: Path) -> None:
    draw = explained(
        (225, 25, "架空家庭支援事業費"),
        (-395, 25, "232"),
        (300, 37, "補助金"),
        (225, 65, "架空交付金"),
        (-395, 65, "100"),
        (225, 77, "(1/3･2/3)"),
        (225, 105, "架空の団体等負担金"),
        (-395, 105, "7"),
    )
    labels = [row.labels[-1] for row in rows_of(tmp_path, draw)]
    assert labels == ["1.架空費", "架空家庭支援事業費補助金", "架空交付金 (1/3･2/3)", "架空の団体等負担金"]


def test_a_unit_over_a_figure_between_the_lines_of_a_name_parts_no_row(tmp_path: Path) -> None:
    texts = [
        *HEADS[:2],
        (-345, 22, "千円"),
        (55, 25, "甲業務"),
        (155, 37, "令和４年度から"),
        (155, 47, "令和５年度まで"),
    ]
    draw = table(XS, (0, 20, 60), [*texts, (-345, 42, "6,732")])
    assert read(tmp_path, draw).pages[0].text.splitlines()[-1] == "\t令和４年度から令和５年度まで\t6,732"


def test_a_table_without_heads_takes_those_above_it(tmp_path: Path) -> None:
    first = table(XS, (0, 20, 40), [*HEADS, (55, 25, "1.架空費"), (-245, 25, "5"), (-345, 25, "6")])
    second = table(
        XS, (80, 100, 120), [(55, 85, "1.予備費"), (-345, 85, "7"), (55, 105, "計"), (-345, 105, "7")]
    )

    def draw(canvas: Any) -> None:
        write(canvas, [(50, 55, "款　2. 予備費　項　1. 予備費")])
        first(canvas)
        second(canvas)

    found = [row for row in rows_of(tmp_path, draw) if row.labels[:2] == ("2. 予備費", "1. 予備費")]
    assert [(row.labels[-1], row.values[0].heads, row.values[0].fiscal_year) for row in found] == [
        ("1.予備費", ("前年度",), 2025),
        ("計", ("前年度",), 2025),
    ]


def test_labels_go_on_over_pages(tmp_path: Path) -> None:
    one = explained((225, 25, "○ 架空事業費"), (-395, 25, "700"), (240, 45, "架空委員報酬"), (-395, 45, "60"))
    two = table(
        EXPLAINED,
        (0, 20, 160),
        [
            *EXPLAINED_HEADS,
            (55, 25, "1.架空費"),
            (-215, 25, "9,000"),
            (240, 25, "架空委託料"),
            (-395, 25, "40"),
        ],
    )
    rows = rows_of(tmp_path, one, two)
    assert rows[-1].labels == ("1.架空費", "○ 架空事業費", "架空委託料")


def test_ditto_marks_repeat_the_figure_above(tmp_path: Path) -> None:
    texts = [*HEADS[:2], (55, 25, "甲県"), (-245, 25, "13,000円"), (55, 45, "乙県"), (200, 45, "〃")]
    rows = rows_of(tmp_path, table(XS[:3], (0, 20, 40, 60), texts))
    assert figures(rows) == {("甲県",): [13000], ("乙県",): [13000]}
    assert rows[1].values[0].text == "〃"
    assert rows[1].values[0].unit == "円"


@pytest.mark.parametrize("sign", ["△", "▲"])
def test_signs_are_minus(tmp_path: Path, sign: str) -> None:
    texts = [*HEADS[:2], (55, 25, "架空費"), (-245, 25, f"{sign} 1,200"), (55, 45, "予備費"), (-245, 45, "3")]
    assert figures(rows_of(tmp_path, table(XS[:3], (0, 20, 40, 60), texts)))[("架空費",)] == [-1200]


def test_figures_that_run_over_a_rule_make_no_certain_table(tmp_path: Path) -> None:
    texts = [*HEADS, (55, 25, "架空費"), (230, 25, "861,3751"), (55, 45, "予備費"), (-245, 45, "5")]
    draw = table(XS, (0, 20, 40, 60), texts)
    (grid,) = grids_of(tmp_path, draw)
    assert not grid.certain
    assert rows_of(tmp_path, draw) == ()


def test_tables_over_facing_pages_are_joined_row_by_row(tmp_path: Path) -> None:
    width, height = landscape(A4)
    left = [(60, 45, "目"), (250, 45, "本年度"), (45, 65, "1.架空費"), (-375, 65, "90")]
    right = [
        *((480, 45, "節"), (650, 45, "金額")),
        *((465, 65, "1.報酬"), (-795, 65, "50")),
        *((465, 85, "2.給料"), (-795, 85, "40")),
    ]

    def draw(canvas: Any) -> None:
        canvas.translate(0, height - A4[1])
        table((40, 200, 380), (40, 60, 100), left)(canvas)
        table((460, 600, 800), (40, 60, 80, 100), right)(canvas)
        write(canvas, [(200, 550, "- 68 -"), (620, 550, "- 69 -")])

    text = read(tmp_path, draw, size=(width, height))
    assert text.pages[0].text.splitlines()[:3] == [
        "目\t本年度\t節\t金額",
        "1.架空費\t90\t1.報酬\t50",
        "\t\t2.給料\t40",
    ]


def crowded(characters: int, rules: int) -> PageCharacters:
    """A page of figures in rows and columns, crossed by level and upright rules."""
    side = int(characters**0.5)
    at = np.arange(characters)
    left, top = (at % side) * 800 / side, (at // side) * 1100 / side
    boxes = np.stack([left, top, left + 600 / side, top + 900 / side], axis=1).astype(np.float32)
    place = np.linspace(1, 799, rules // 2, dtype=np.float32)
    zero, end = np.zeros_like(place), np.full_like(place, 799)
    lines = np.concatenate([np.stack([zero, place, end, place], 1), np.stack([place, zero, place, end], 1)])
    sizes = np.full(characters, 900 / side, dtype=np.float32)
    bold = np.zeros(characters, dtype=np.bool_)
    return PageCharacters(800, 1100, "1" * characters, boxes, sizes, bold, lines)


@pytest.mark.parametrize(("characters", "rules"), [(50_000, 200), (20_000, 1_200), (2_000, 20_000)])
def test_a_crowded_page_takes_no_more_than_seconds(characters: int, rules: int) -> None:
    start = time.process_time()
    find_grids(crowded(characters, rules))
    assert time.process_time() - start < 10
