"""The reading order of a PDF's pages: columns, facing pages, vertical writing, ruby, spaced-out letters."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpus import Limits
from corpus.formats.pdf import read_pdf
from corpus.formats.pdf_pictures import picture_areas
from corpus.layout.characters import page_characters
from corpus.reader import FileText
from corpus.types import Page
from tests.corpus_files import FONT

Draw = Callable[[Any], None]
HEIGHT = A4[1]


def drawn(path: Path, *pages: Draw, size: tuple[float, float] = A4) -> FileText:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    canvas = Canvas(str(path), pagesize=size)
    for draw in pages:
        canvas.setFont(FONT, 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return read_pdf(path.read_bytes(), Limits())


def first(path: Path, draw: Draw, size: tuple[float, float] = A4) -> Page:
    return drawn(path, draw, size=size).pages[0]


def lines_at(canvas: Any, left: float, top: float, lines: list[str], leading: float = 16) -> None:
    for number, line in enumerate(lines):
        canvas.drawString(left, HEIGHT - top - number * leading, line)


def paragraph(word: str, count: int) -> list[str]:
    return [f"{word}の文が続いて段の幅を満たす{number}行目。" for number in "一二三四五六七八九"[:count]]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        lines_at(
            canvas, 60, 60, ["第１章　二つの段の上に渡る見出しがここにある。その文は頁の幅まで続いている。"]
        )
        for left, right in zip(paragraph("左", 6), paragraph("右", 6), strict=True):
            top = 100 + 16 * paragraph("左", 6).index(left)
            lines_at(canvas, 60, top, [left])  # drawn row by row, as some programs do
            lines_at(canvas, 310, top, [right])

    lines = first(tmp_path / "a.pdf", draw).text.splitlines()
    assert lines[0].startswith("第１章")
    assert lines[1:] == [*paragraph("左", 6), *paragraph("右", 6)]


def test_an_unruled_table_is_no_two_columns(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        for number, name in enumerate(("報酬", "旅費", "需用費", "役務費", "委託料", "補助金")):
            lines_at(canvas, 60, 60 + 20 * number, [name])
            canvas.drawRightString(500, HEIGHT - 60 - 20 * number, f"{number + 1},234")

    lines = first(tmp_path / "a.pdf", draw).text.splitlines()
    assert lines[0].split() == ["報酬", "1,234"]
    assert lines[5].split() == ["補助金", "6,234"]


def test_of_facing_pages_the_left_one_is_read_first(tmp_path: Path) -> None:
    page = first(tmp_path / "a.pdf", lambda canvas: facing_on(canvas, 595), landscape(A4))
    assert page.text.splitlines() == [
        "左の頁の一行目。",
        "左の頁の二行目。",
        "- 12 -",
        "右の頁の一行目。",
        "右の頁の二行目。",
        "- 13 -",
    ]
    right = "".join(page.text[start:end] for start, end in page.right)
    assert right.split() == ["右の頁の一行目。", "右の頁の二行目。", "-", "13", "-"]


def facing_on(canvas: Any, height: float) -> None:
    canvas.translate(0, height - HEIGHT)
    lines_at(canvas, 60, 60, ["左の頁の一行目。", "左の頁の二行目。"])
    lines_at(canvas, 500, 60, ["右の頁の一行目。", "右の頁の二行目。"])
    foot = HEIGHT - height + 30
    canvas.drawCentredString(210, foot, "- 12 -")
    canvas.drawCentredString(632, foot, "- 13 -")


def test_a_landscape_page_with_one_number_is_one_page(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.translate(0, 595 - HEIGHT)
        lines_at(canvas, 60, 60, ["左の語", "左の値"])
        lines_at(canvas, 500, 60, ["右の語", "右の値"])
        canvas.drawCentredString(421, HEIGHT - 595 + 30, "- 12 -")

    page = first(tmp_path / "a.pdf", draw, landscape(A4))
    assert page.right == ()
    assert page.text.splitlines()[0] == "左の語\u3000右の語"


def test_vertical_writing_is_read_from_right_to_left(tmp_path: Path) -> None:
    columns = ["この政令は公布の日から", "施行する経過措置として", "前の例によるものとする"]

    def draw(canvas: Any) -> None:
        for number, column in enumerate(columns):
            for at, letter in enumerate(column):
                canvas.drawString(500 - 20 * number, HEIGHT - 80 - 10.5 * at, letter)

    assert first(tmp_path / "a.pdf", draw).text.splitlines() == columns


def test_tiers_of_vertical_writing_follow_each_other(tmp_path: Path) -> None:
    tiers = [
        ["上の段の第一の行である", "上の段の第二の行である"],
        ["下の段の第一の行である", "下の段の第二の行である"],
    ]

    def draw(canvas: Any) -> None:
        for tier, columns in enumerate(tiers):
            for number, column in enumerate(columns):
                for at, letter in enumerate(column):
                    canvas.drawString(500 - 20 * number, HEIGHT - 80 - 200 * tier - 10.5 * at, letter)

    assert first(tmp_path / "a.pdf", draw).text.splitlines() == [*tiers[0], *tiers[1]]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_text_that_runs_sideways_is_read_upright(tmp_path: Path, turn: int) -> None:
    def draw(canvas: Any) -> None:
        canvas.translate(300, 400)
        canvas.rotate(turn)
        canvas.drawString(-100, 20, "一行目は横を向いている。")
        canvas.drawString(-100, 0, "二行目も横を向いている。")

    page = first(tmp_path / "a.pdf", draw)
    assert page.text.splitlines() == ["一行目は横を向いている。", "二行目も横を向いている。"]


def test_a_number_turned_on_the_edge_stays_whole(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        lines_at(canvas, 100, 80, ["様式の一行目がここにある。", "様式の二行目がここにある。"])
        canvas.translate(40, 400)
        canvas.rotate(270)
        canvas.drawString(0, 0, "31")

    assert first(tmp_path / "a.pdf", draw).text.splitlines()[-1] == "31"


def test_ruby_stands_nowhere_in_the_text(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        lines_at(canvas, 60, 100, ["将来を切り拓く取組を進める。"])
        canvas.setFont(FONT, 5)
        canvas.drawString(60 + 40 + 2.5, HEIGHT - 100 + 9, "ひら")

    assert first(tmp_path / "a.pdf", draw).text == "将来を切り拓く取組を進める。\n"


def test_a_raised_footnote_number_becomes_a_superscript(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        lines_at(canvas, 60, 100, ["調査を実施した"])
        canvas.setFont(FONT, 6)
        canvas.drawString(130, HEIGHT - 100 + 5, "12")
        canvas.setFont(FONT, 10)
        canvas.drawString(137, HEIGHT - 100, "。続きの文２０である。")

    assert first(tmp_path / "a.pdf", draw).text == "調査を実施した¹²。続きの文２０である。\n"


def test_a_figure_as_large_as_the_text_is_a_footnote_s_where_it_is_raised_by_more(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        lines_at(canvas, 60, 100, ["調査を実施した"])
        canvas.drawString(130, HEIGHT - 100 + 4, "1")
        canvas.drawString(136, HEIGHT - 100, "。続きの文２０である。")

    assert first(tmp_path / "a.pdf", draw).text == "調査を実施した¹。続きの文２０である。\n"


def spaced(text: str, gap: float) -> Draw:
    def draw(canvas: Any) -> None:
        for at, letter in enumerate(text):
            canvas.drawString(60 + at * (10 + gap), HEIGHT - 100, letter)
        lines_at(canvas, 60, 140, ["本文はふつうに組まれている。"])

    return draw


@pytest.mark.parametrize(("text", "gap"), [("財政調整", 10), ("予算の概要", 6), ("１，１９２千円", 6)])
def test_letters_spaced_out_evenly_are_one_word(tmp_path: Path, text: str, gap: float) -> None:
    assert first(tmp_path / "a.pdf", spaced(text, gap)).text.splitlines()[0] == text


def test_a_word_beside_single_letters_keeps_its_distance(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        lines_at(canvas, 60, 100, ["平成"])
        for at, letter in enumerate("年月日"):
            lines_at(canvas, 90 + 20 * at, 100, [letter])

    assert first(tmp_path / "a.pdf", draw).text.startswith("平成 年")


def test_single_figures_far_apart_stay_apart(tmp_path: Path) -> None:
    assert (
        first(tmp_path / "a.pdf", spaced("１１００", 20)).text.splitlines()[0] == "１\u3000１\u3000０\u3000０"
    )


def test_small_lines_in_the_height_of_one_are_read_in_turn(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont(FONT, 5)
        lines_at(canvas, 60, 96, ["安定経営対策推進"], leading=5)
        lines_at(canvas, 60, 101.5, ["事業資金供給基金"], leading=5)
        canvas.setFont(FONT, 10)
        lines_at(canvas, 200, 100, ["7,763"])

    assert first(tmp_path / "a.pdf", draw).text.splitlines() == [
        "安定経営対策推進事業資金供給基金\u30007,763"
    ]


def test_lines_drawn_twice_to_look_bold_stand_once(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        lines_at(canvas, 60, 100, ["二重に描いた見出し"])
        lines_at(canvas, 60.6, 100, ["二重に描いた見出し"])

    assert first(tmp_path / "a.pdf", draw).text == "二重に描いた見出し\n"


def test_larger_lines_are_headings_and_running_heads_are_none(tmp_path: Path) -> None:
    def draw(number: int) -> Draw:
        def one(canvas: Any) -> None:
            canvas.setFont(FONT, 16)
            lines_at(canvas, 60, 40, ["白書の名の柱"])
            lines_at(canvas, 60, 100, [f"{['危機管理', '総務', '環境', '教育'][number]}の施策"])
            canvas.setFont(FONT, 10)
            lines_at(canvas, 60, 130, [*paragraph("本", 9), *paragraph("次", 9)])

        return one

    text = drawn(tmp_path / "a.pdf", *map(draw, range(4)))
    pages = {page.number: page.text for page in text.pages}
    marked = [(pages[mark.span.page][mark.span.start : mark.span.end], mark.level) for mark in text.headings]
    assert marked == [("危機管理の施策", 1), ("総務の施策", 1), ("環境の施策", 1), ("教育の施策", 1)]


def test_rules_and_frames_are_found_upright(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        canvas.line(60, 700, 300, 700)
        canvas.rect(60, 500, 100, 50)
        canvas.line(60, 400, 160, 300)
        lines_at(canvas, 60, 100, ["線のある頁"])

    drawn(tmp_path / "a.pdf", draw)
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    page = document[0]
    found = page_characters(page, page.get_textpage())
    rules = {tuple(round(side) for side in rule) for rule in found.rules.tolist()}
    document.close()
    level = {rule for rule in rules if abs(rule[1] - rule[3]) <= 1}
    assert any(rule[0] <= 60 and rule[2] >= 300 and abs(rule[1] - 142) <= 1 for rule in level)
    assert len(level) == 3 and len(rules) == 5, "the slanting line is no rule"


def test_pictures_that_cover_much_of_a_page_are_told(tmp_path: Path) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(Image.new("RGB", (40, 40), "grey"))

    def draw(canvas: Any) -> None:
        canvas.drawImage(picture, 0, HEIGHT / 2, A4[0] / 2, HEIGHT / 2)
        canvas.drawImage(picture, 400, 100, 30, 30)

    drawn(tmp_path / "a.pdf", draw)
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    areas = picture_areas(document[0])
    document.close()
    assert [tuple(round(side, 2) for side in area) for area in areas] == [(0.0, 0.0, 0.5, 0.5)]


def ruled(canvas: Any, xs: list[float], ys: list[float]) -> None:
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)


def test_a_row_of_a_table_is_one_line_with_tabs(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        ruled(canvas, [60, 160, 260, 360], [700, 640, 600, 560])
        for x, y, text in (
            *((70, 670, "区"), (130, 670, "分"), (170, 670, "予算額"), (270, 670, "備考")),
            *((62, 625, "公共交通事業者緊急"), (62, 610, "支援補助金"), (200, 625, "38,094")),
            *((62, 575, "合計"), (200, 575, "38,094"), (270, 575, "１")),
        ):
            canvas.drawString(x, y, text)
        lines_at(canvas, 60, 100, ["表の前の行である。"])

    text = drawn(tmp_path / "a.pdf", draw)
    page = text.pages[0]
    assert page.text.splitlines() == [
        "表の前の行である。",
        "区分\t予算額\t備考",
        "公共交通事業者緊急支援補助金\t38,094\t",
        "合計\t38,094\t１",
    ]
    (table,) = text.tables
    cells = {(c.row, c.column): page.text[c.span.start : c.span.end] for c in table.cells}
    assert cells[1, 0] == "公共交通事業者緊急支援補助金"
    assert cells[1, 2] == ""
    assert cells[2, 1] == "38,094"


def test_a_table_over_facing_pages_is_one(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        ys = [500.0, 470.0, 440.0, 410.0]
        ruled(canvas, [40, 200, 380], ys)
        ruled(canvas, [460, 620, 800], ys)
        rows = [
            ("目", "予算額", "節", "説明"),
            ("総務費", "100", "報酬", "委員"),
            ("民生費", "200", "旅費", "普通"),
        ]
        for number, row in enumerate(rows):
            for x, text in zip((50, 210, 470, 630), row, strict=True):
                canvas.drawString(x, 480 - 30 * number, text)
        canvas.drawCentredString(210, 30, "- 12 -")
        canvas.drawCentredString(632, 30, "- 13 -")

    page = first(tmp_path / "a.pdf", draw, landscape(A4))
    assert page.text.splitlines()[:3] == [
        "目\t予算額\t節\t説明",
        "総務費\t100\t報酬\t委員",
        "民生費\t200\t旅費\t普通",
    ]
    right = "".join(page.text[start:end] for start, end in page.right)
    assert right.split() == ["節", "説明", "報酬", "委員", "旅費", "普通", "-", "13", "-"]


def test_a_marked_word_is_no_cell(tmp_path: Path) -> None:
    def draw(canvas: Any) -> None:
        ruled(canvas, [60, 160, 360], [700, 640, 600])
        canvas.setFillColorRGB(1, 1, 0)
        canvas.rect(190, 662, 30, 16, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        for x, y, text in (
            (70, 665, "注意"),
            (170, 665, "重ならないように貼る"),
            (70, 615, "内容"),
            (170, 615, "書く"),
        ):
            canvas.drawString(x, y, text)

    assert first(tmp_path / "a.pdf", draw).text.splitlines() == ["注意\t重ならないように貼る", "内容\t書く"]
