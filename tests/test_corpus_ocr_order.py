from collections.abc import Sequence

import pytest
from PIL import Image, ImageDraw

from corpus.ocr.composing import compose_text
from corpus.ocr.types import OcrLine
from corpus.ocr.uprighting import find_uprighting, upright_lines
from tests.pictures_of_text import line

SIZE = (1000, 1400)


def composed(lines: Sequence[OcrLine], rules: Sequence[tuple[int, int, int]] = ()) -> list[str]:
    picture = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(picture)
    for x, top, bottom in rules:
        pen.line((x, top, x, bottom), fill="black", width=3)
    return compose_text(lines, picture).text.split("\n")


def test_lines_come_down_the_page_in_whatever_order_they_were_found() -> None:
    assert composed([line("三行目", 100, 300), line("一行目", 100, 100), line("二行目", 90, 200)]) == [
        "一行目",
        "二行目",
        "三行目",
    ]


def test_pieces_of_one_line_are_joined_and_cells_parted() -> None:
    assert composed([line("第1条", 100, 100), line("予算の総額", 175, 102), line("千円", 500, 99)]) == [
        "第1条 予算の総額\t千円"
    ]


def test_an_empty_cell_keeps_its_column() -> None:
    rows = [
        line("科目", 100, 100), line("前年度", 400, 100), line("本年度", 600, 100),
        line("使用料", 100, 140), line("1,200", 400, 140, 60), line("1,300", 600, 140, 60),
        line("手数料", 100, 180), line("950", 620, 180, 40),
    ]  # fmt: skip
    assert composed(rows) == ["科目\t前年度\t本年度", "使用料\t1,200\t1,300", "手数料\t\t950"]


def test_a_head_over_two_columns_stands_in_the_first_of_them() -> None:
    rows = [
        line("金額の内訳の説明", 400, 100, 300),
        line("使用料", 100, 140), line("1,200", 400, 140, 60), line("1,300", 640, 140, 60),
        line("手数料", 100, 180), line("600", 420, 180, 40), line("950", 660, 180, 40),
    ]  # fmt: skip
    assert composed([line("科目", 100, 100), *rows])[0] == "科目\t金額の内訳の説明"


def test_a_word_set_with_wide_gaps_in_a_ruled_cell_is_one_word() -> None:
    rows = [line("科", 120, 100), line("目", 240, 100), line("金額", 420, 100), line("雑入", 100, 140)]
    rules = [(80, 60, 400), (350, 60, 400), (600, 60, 400)]
    assert composed([*rows, line("1,200", 420, 140, 60)], rules) == ["科目\t金額", "雑入\t1,200"]


def test_a_line_read_across_a_rule_is_parted_at_it() -> None:
    rules = [(80, 60, 400), (200, 60, 400), (400, 60, 400)]
    assert composed([line("使用料手数料", 140, 100, 120)], rules) == ["使用料\t手数料"]


def test_a_stroke_of_large_type_is_no_rule() -> None:
    assert composed([line("一二三", 100, 100, 300, 100)], [(200, 110, 190)]) == ["一二三"]


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    heading = line("二段にわたる長い見出しをここに書いておく", 300, 60)
    left = [line(f"左の段の{number}行目を説明する文", 60, 120 + 40 * number) for number in range(5)]
    right = [line(f"右の段の{number}行目を説明する文", 560, 121 + 40 * number) for number in range(5)]
    texts = [found.text for found in (heading, *left, *right)]
    assert composed([*right, heading, *left]) == texts


def test_columns_of_a_table_are_not_taken_for_columns_of_text() -> None:
    left = [line(f"事業{number}", 60, 120 + 40 * number) for number in range(5)]
    right = [line(f"{number},000", 600, 120 + 40 * number, 60) for number in range(5)]
    assert composed([*left, *right])[0] == "事業0\t0,000"


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


def test_a_page_number_in_the_margin_is_no_cell() -> None:
    rows = [line("使用料", 300, 100), line("1,200", 600, 100, 60), line("12", 20, 100, 20)]
    assert composed(rows) == ["使用料\t1,200", "12"]


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
    lines = [line("科目", 100, 100), line("金額", 400, 100), line("次の行", 100, 300)]
    found = compose_text(lines, Image.new("L", SIZE, 255))
    assert [found.text[box.start : box.end] for box in found.boxes] == ["科目", "金額", "次の行"]


def test_confidence_is_the_mean_over_characters() -> None:
    lines = [line("八文字の行がある", 100, 100, confidence=1.0), line("二字", 100, 200, confidence=0.5)]
    assert compose_text(lines, Image.new("L", SIZE, 255)).confidence == pytest.approx(0.9)
