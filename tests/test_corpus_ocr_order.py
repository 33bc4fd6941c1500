from collections.abc import Sequence

import numpy as np
import pytest
from PIL import Image, ImageDraw

from corpus.layout.types import Grid, GridCell, PageCharacters
from corpus.ocr.composing import compose_text
from corpus.ocr.sure_tables import sure_tables
from corpus.ocr.types import OcrLine
from corpus.ocr.uprighting import find_uprighting, upright_lines
from tests.pictures_of_text import line

SIZE = (1000, 1400)


def composed(lines: Sequence[OcrLine], picture: Image.Image | None = None) -> list[str]:
    return compose_text(lines, picture or Image.new("L", SIZE, 255)).text.split("\n")


def ruled(columns: Sequence[int], rows: Sequence[int], skew: float = 0.0) -> Image.Image:
    """A picture with a table's rules: upright ones at the x, level ones at the y told."""
    picture = Image.new("L", SIZE, 255)
    pen = ImageDraw.Draw(picture)
    for x in columns:
        pen.line((x, rows[0], x, rows[-1]), fill=0, width=3)
    for y in rows:
        pen.line((columns[0], y, columns[-1], y + skew * (columns[-1] - columns[0])), fill=0, width=3)
    return picture


def test_lines_come_down_the_page_in_whatever_order_they_were_found() -> None:
    assert composed([line("三行目", 100, 300), line("一行目", 100, 100), line("二行目", 90, 200)]) == [
        "一行目",
        "二行目",
        "三行目",
    ]


def test_pieces_of_one_line_are_joined_with_the_space_between_them() -> None:
    pieces = [line("第1条", 100, 100), line("予算の総額", 175, 102), line("千円", 500, 99)]
    assert composed(pieces) == ["第1条 予算の総額\u3000千円"]


TABLE = (
    line("科目", 120, 110), line("前年度", 420, 110), line("本年度", 620, 110),
    line("使用料", 120, 150), line("1,200", 420, 150, 60), line("1,300", 620, 150, 60),
    line("手数料", 120, 190), line("950", 640, 190, 40),
)  # fmt: skip
COLUMNS, ROWS = (100, 400, 600, 800), (100, 140, 180, 220)


@pytest.mark.parametrize("skew", [0.0, 0.004])
def test_a_ruled_table_has_a_line_a_row_and_its_cells_told(skew: float) -> None:
    found = compose_text(TABLE, ruled(COLUMNS, ROWS, skew), number=7)
    assert found.text.split("\n") == ["科目\t前年度\t本年度", "使用料\t1,200\t1,300", "手数料\t\t950"]
    table = found.tables[0]
    assert (table.page, table.certain) == (7, True)
    cells = {(cell.row, cell.column): found.text[cell.span.start : cell.span.end] for cell in table.cells}
    assert (cells[1, 2], cells[2, 1], cells[2, 2]) == ("1,300", "", "950")


def test_a_head_over_two_columns_is_told_to_cover_them() -> None:
    picture = ruled((100, 400, 800), (100, 140, 180, 220))
    ImageDraw.Draw(picture).line((600, 140, 600, 220), fill=0, width=3)
    lines = [line("科目", 120, 110), line("金額の内訳の説明", 420, 110, 300), *TABLE[3:]]
    found = compose_text(lines, picture)
    assert found.text.split("\n")[0].rstrip("\t") == "科目\t金額の内訳の説明"
    head = next(cell for cell in found.tables[0].cells if (cell.row, cell.column) == (0, 1))
    assert head.columns == 2


def test_a_word_set_with_wide_gaps_in_a_ruled_cell_is_one_word() -> None:
    lines = [line("科", 120, 110), line("目", 340, 110), *TABLE[1:]]
    assert composed(lines, ruled(COLUMNS, ROWS))[0] == "科目\t前年度\t本年度"


def test_a_line_read_across_a_rule_is_parted_at_it() -> None:
    across = line("1,2001,300", 520, 150, 160)
    lines = [*TABLE[:4], across, *TABLE[6:]]
    assert composed(lines, ruled(COLUMNS, ROWS))[1] == "使用料\t1,200\t1,300"


def test_letters_below_each_other_read_as_one_column_stand_in_their_rows() -> None:
    stacked = OcrLine("賞退", 0.9, ((120, 110), (140, 110), (140, 170), (120, 170)))
    lines = [
        stacked,
        line("与", 340, 110),
        line("職", 230, 150),
        line("金", 340, 150),
        line("雑費", 120, 190),
    ]
    amounts = [line(f"{10 + row},000", 420, 110 + 40 * row, 60) for row in range(3)]
    found = composed([*lines, *amounts], ruled((100, 400, 600), ROWS))
    assert found == ["賞与\t10,000", "退職金\t11,000", "雑費\t12,000"]


def income_statement() -> tuple[list[OcrLine], Image.Image]:
    """Names that no rule parts, beside amounts with rules above their sums."""
    names = ["物販の売上", "食堂の売上", "売店の売上", "期首の棚卸", "物販の仕入", "期末の棚卸", "売上の利益"]
    lines = [line(name, 120, 110 + 40 * row) for row, name in enumerate(names)]
    inner = {0: "102,037", 1: "160,339", 2: "371,052", 3: "262,033", 4: "713,111", 5: "192,853"}
    lines += [line(text, 420, 110 + 40 * row, 80) for row, text in inner.items()]
    lines += [line("633,428", 620, 190, 80), line("782,291", 620, 310, 80), line("148,863", 620, 350, 80)]
    picture = ruled(COLUMNS, (100, 390))
    pen = ImageDraw.Draw(picture)
    for left, right, y in ((400, 600, 215), (400, 800, 335)):
        pen.line((left, y, right, y), fill=0, width=3)
    return lines, picture


def test_a_rule_between_amounts_and_their_sum_parts_no_rows() -> None:
    found = compose_text(*income_statement())
    rows = [row.split("\t") for row in found.text.split("\n")]
    assert rows[0] == ["物販の売上", "102,037", ""]
    assert rows[2] == ["食堂の売上", "371,052", "633,428"] or rows[2] == ["売店の売上", "371,052", "633,428"]
    assert rows[6] == ["売上の利益", "", "148,863"]
    assert [table.certain for table in found.tables] == [True]


def placed(rows: Sequence[Sequence[tuple[str, float, float]]]) -> tuple[PageCharacters, Grid]:
    """A page, and a table on it whose cells hold these lines: text, left, top."""
    text, boxes, cells = "", [], []
    for row, lines in enumerate(rows):
        for column, (words, left, top) in enumerate(lines):
            held = []
            for below, piece in enumerate(words.split("/")):
                held.append(tuple(range(len(text), len(text) + len(piece))))
                text += piece
                above = top + 20 * below
                boxes += [
                    (left + 10 * at, above, left + 10 * at + 10, above + 10) for at in range(len(piece))
                ]
            cells.append(GridCell(row, column, 1, 1, tuple(held)))
    places = np.array(boxes, dtype=np.float32)
    sizes = np.full(len(text), 10, dtype=np.float32)
    heavy = np.zeros(len(text), dtype=np.bool_)
    page = PageCharacters(600, 800, text, places, sizes, heavy, np.zeros((0, 4), dtype=np.float32))
    return page, Grid((0, 0, 600, 800), tuple(cells), True)


@pytest.mark.parametrize(
    ("rows", "sure"),
    [
        ([[("使用料", 10, 10), ("1,200", 100, 11), ("950", 200, 9)]], True),
        ([[("使用料/手数料", 10, 10), ("1,200", 100, 10)], [("", 10, 30), ("950", 100, 30)]], False),
        ([[("流動資産/現金", 10, 10), ("【1,200】", 100, 10), ("950", 200, 30)]], False),
        ([[("公共交通の/支援補助金", 10, 10), ("1,200", 100, 20), ("950", 200, 20)]], True),
    ],
)
def test_a_table_is_sure_where_what_stands_level_is_one_row(
    rows: Sequence[Sequence[tuple[str, float, float]]], sure: bool
) -> None:
    page, grid = placed(rows)
    assert [found.certain for found in sure_tables(page, [grid])] == [sure]


def test_strokes_of_letters_are_no_rules() -> None:
    picture = Image.new("L", SIZE, 255)
    pen = ImageDraw.Draw(picture)
    for row in range(4):
        top = 100 + 40 * row
        for stroke in range(4):
            pen.line((203 + 34 * stroke, top, 203 + 34 * stroke, top + 34), fill=0, width=4)
            pen.line((189 + 34 * stroke, top + 15, 217 + 34 * stroke, top + 15), fill=0, width=4)
    lines = [line("十十十十", 186, 100 + 40 * row, 136, 34) for row in range(4)]
    assert compose_text(lines, picture).tables == ()


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    heading = line("二段にわたる長い見出しをここに書いておく", 300, 60)
    left = [line(f"左の段の{number}行目を説明する文", 60, 120 + 40 * number) for number in range(5)]
    right = [line(f"右の段の{number}行目を説明する文", 560, 121 + 40 * number) for number in range(5)]
    texts = [found.text for found in (heading, *left, *right)]
    assert composed([*right, heading, *left]) == texts


def test_columns_of_a_table_are_not_taken_for_columns_of_text() -> None:
    left = [line(f"事業{number}", 60, 120 + 40 * number) for number in range(5)]
    right = [line(f"{number},000", 600, 120 + 40 * number, 60) for number in range(5)]
    found = composed([*left, *right])[0]
    assert found.startswith("事業0")
    assert found.endswith("0,000")


def column(text: str, left: float, top: float) -> OcrLine:
    box = ((left, top), (left + 20, top), (left + 20, top + 20 * len(text)), (left, top + 20 * len(text)))
    return OcrLine(text, 0.99, box)


def test_vertical_writing_is_read_from_right_to_left_in_each_tier() -> None:
    upper = [column("監査の結果を報告する", 900, 100), column("次のとおりである", 860, 100)]
    lower = [column("物品の管理について", 900, 500), column("改善を求める", 860, 500)]
    found = composed([line("第三号", 500, 40), *lower[::-1], *upper[::-1]])
    assert found == [
        "第三号",
        "監査の結果を報告する",
        "次のとおりである",
        "物品の管理について",
        "改善を求める",
    ]


@pytest.mark.parametrize("angle", [0, 3, 90, 177, 180, 268, 270, -4])
def test_a_turned_page_is_read_in_order_and_its_boxes_lie_on_the_page_as_shown(angle: float) -> None:
    found = [line("最初の行はここにある", 100, 200), line("次の行はこれである", 100, 260)]
    picture = Image.new("L", SIZE, 255)
    turned = [turn(one, angle) for one in found]
    text = compose_text(turned, picture)
    assert text.text == "最初の行はここにある\n次の行はこれである"
    box = text.boxes[0]
    corners = [(x / SIZE[0], y / SIZE[1]) for x, y in turned[0].box]
    assert box.left == pytest.approx(max(min(x for x, _ in corners), 0), abs=0.02)
    assert box.bottom == pytest.approx(min(max(y for _, y in corners), 1), abs=0.02)


def turn(one: OcrLine, degrees: float) -> OcrLine:
    """The line turned clockwise around the middle of the page."""
    import math

    middle = SIZE[0] / 2, SIZE[1] / 2
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    a, b, c, d = (
        (
            middle[0] + (x - middle[0]) * cosine - (y - middle[1]) * sine,
            middle[1] + (x - middle[0]) * sine + (y - middle[1]) * cosine,
        )
        for x, y in one.box
    )
    return OcrLine(one.text, one.confidence, (a, b, c, d), one.certainty, one.centres)


def test_a_skewed_line_is_level_once_set_upright() -> None:
    skewed = [turn(line("少し傾いた長い行である", 100, 200), 2)]
    upright = upright_lines(skewed, find_uprighting(skewed, SIZE))
    assert upright[0].height == pytest.approx(20, abs=0.5)


def test_boxes_cover_their_lines_in_the_text() -> None:
    found = compose_text(TABLE, ruled(COLUMNS, ROWS))
    assert [found.text[box.start : box.end] for box in found.boxes] == [one.text for one in TABLE]
    assert found.boxes[2].left == pytest.approx(620 / SIZE[0], abs=0.01)
    assert found.boxes[2].bottom == pytest.approx(130 / SIZE[1], abs=0.01)


def test_confidence_is_the_mean_over_characters() -> None:
    lines = [line("八文字の行がある", 100, 100, confidence=1.0), line("二字", 100, 200, confidence=0.5)]
    assert compose_text(lines, Image.new("L", SIZE, 255)).confidence == pytest.approx(0.9)
