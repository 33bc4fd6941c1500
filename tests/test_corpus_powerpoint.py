"""PowerPoint files read a page a slide, in reading order."""

import copy
import io
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches, Pt

from corpus import Limits, UnreadableFile, split_passages, split_sections
from corpus.formats.office_conversion import OLD_POWERPOINT_FILES
from corpus.formats.office_text import LARGE_PICTURES
from corpus.formats.powerpoint.order import Place, reading_order
from corpus.formats.powerpoint.reading import POWERPOINT_FILES, read_powerpoint
from corpus.reader import FileText
from corpus.reading import read_document
from corpus.structure.slides import SLIDES, is_slides
from tests.office_files import package, with_part, word_file

LIMITS = Limits(memory_megabytes=512)
COVER, TITLE_AND_BODY, TITLE_ONLY, EMPTY = 0, 1, 5, 6


def saved(deck: Any) -> bytes:
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def read(deck: Any) -> FileText:
    return read_powerpoint(saved(deck), LIMITS)


def add_slide(deck: Any, layout: int, title: str = "") -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    if title:
        slide.shapes.title.text = title
    return slide


def add_box(shapes: Any, text: str, left: float, top: float, width: float = 3, height: float = 0.5) -> Any:
    box = shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    box.text_frame.text = text
    return box


def add_picture(slide: Any, inches: float = 1) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (20, 20)).save(buffer, "PNG")
    buffer.seek(0)
    slide.shapes.add_picture(buffer, 0, 0, Inches(inches))


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_powerpoint(data, LIMITS)
    return caught.value.reason


def test_each_slide_is_a_page_headed_by_its_title_with_the_notes_last() -> None:
    deck = Presentation()
    deck.core_properties.title = "予算説明会"
    add_slide(deck, COVER, "令和８年度\n予算案").placeholders[1].text = "財政課"
    body = add_slide(deck, TITLE_AND_BODY, "歳入")
    body.placeholders[1].text = "市税は増える\n国庫支出金は減る"
    body.notes_slide.notes_text_frame.text = "配付資料を見てもらう。"
    found = read(deck)
    assert [page.text for page in found.pages] == [
        "令和８年度予算案\n財政課\n",
        "歳入\n市税は増える\n国庫支出金は減る\nノート\n配付資料を見てもらう。\n",
    ]
    assert [(mark.span.page, mark.span.start, mark.span.end, mark.level) for mark in found.headings] == [
        (1, 0, 8, 1),
        (2, 0, 2, 1),
    ]
    assert (found.page_count, found.title) == (2, "予算説明会")


def test_shapes_are_read_in_rows_whatever_order_they_were_drawn_in() -> None:
    deck = Presentation()
    slide = add_slide(deck, TITLE_ONLY, "体制")
    for text, left, top in (("右下", 5, 3), ("右上", 5, 2), ("左下", 1, 3.02), ("左上", 1, 2.02)):
        add_box(slide.shapes, text, left, top)
    assert read(deck).pages[0].text.split() == ["体制", "左上", "右上", "左下", "右下"]


def test_columns_with_a_wide_gutter_are_read_one_after_the_other() -> None:
    places = [Place(0, 10, 40, 20), Place(60, 10, 100, 18), Place(0, 21, 40, 60), Place(60, 20, 100, 60)]
    assert reading_order(places) == [0, 2, 1, 3]


def test_labels_are_read_with_the_texts_beside_them() -> None:
    labels = [Place(0, at * 10, 20, at * 10 + 10) for at in range(4)]
    texts = [Place(30, at * 10 + 1, 100, at * 10 + 11) for at in range(4)]
    assert reading_order([*texts, *labels]) == [4, 0, 5, 1, 6, 2, 7, 3]


def test_an_order_is_found_for_boxes_without_a_place_and_for_very_many() -> None:
    assert reading_order([Place(0, 0, 0, 0)] * 3) == [0, 1, 2]
    assert reading_order([Place(0, -at, 1, 1 - at) for at in range(5_000)])[0] == 4_999


def test_a_group_is_read_as_one_and_a_placeholder_where_its_layout_puts_it() -> None:
    deck = Presentation()
    slide = add_slide(deck, TITLE_AND_BODY, "組")
    group = slide.shapes.add_group_shape()
    add_box(group.shapes, "組の上", 1, 0.5)
    add_box(group.shapes, "組の下", 1, 0.9)
    add_box(slide.shapes, "欄外", 1, 7)
    slide.placeholders[1].text = "本文"
    assert read(deck).pages[0].text.split() == ["組", "組の上", "組の下", "本文", "欄外"]


def test_of_alternatives_one_is_read_and_formulas_with_it() -> None:
    deck = Presentation()
    slide = add_slide(deck, TITLE_ONLY, "数式")
    add_box(slide.shapes, "差引", 1, 3)
    tree = etree.fromstring(etree.tostring(slide._element))
    compatibility = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
    formula = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
    box = tree[0][0][-1]
    alternatives = etree.SubElement(tree[0][0], f"{compatibility}AlternateContent")
    choice = etree.SubElement(alternatives, f"{compatibility}Choice")
    choice.append(copy.deepcopy(box))
    etree.SubElement(alternatives, f"{compatibility}Fallback").append(box)
    line = next(choice.iter("{*}p"))
    line.clear()
    etree.SubElement(etree.SubElement(line, f"{formula}oMath"), f"{formula}t").text = "x=1"
    data = with_part(saved(deck), "ppt/slides/slide1.xml", etree.tostring(tree))
    assert read_powerpoint(data, LIMITS).pages[0].text == "数式\nx=1\n"


def test_a_title_may_be_a_text_box_in_larger_type() -> None:
    deck = Presentation()
    slide = add_slide(deck, EMPTY)
    add_box(slide.shapes, "資料１", 8, 0.1)
    title = add_box(slide.shapes, "今後の進め方", 1, 0.4)
    title.text_frame.paragraphs[0].runs[0].font.size = Pt(28)
    add_box(slide.shapes, "４月に着手する。", 1, 3)
    plain = add_slide(deck, EMPTY)
    add_box(plain.shapes, "同じ大きさの文", 1, 0.4)
    add_box(plain.shapes, "同じ大きさの次の文", 1, 3)
    found = read(deck)
    assert found.pages[0].text == "今後の進め方\n資料１\n４月に着手する。\n"
    assert [mark.span.page for mark in found.headings] == [1]


def test_tables_keep_merged_cells_once_and_charts_their_values() -> None:
    deck = Presentation()
    slide = add_slide(deck, TITLE_ONLY, "表")
    table = slide.shapes.add_table(3, 3, Inches(1), Inches(2), Inches(6), Inches(1)).table
    for at, text in enumerate(("区分", "予算", "", "市税", "個人\n分", "10", "", "法人", "20")):
        table.cell(*divmod(at, 3)).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    values = CategoryChartData(number_format="0.0")
    values.categories = ["R6", "R7"]
    values.add_series("市税", (1.25, 2))
    chart = slide.shapes.add_chart(
        XL_CHART_TYPE.LINE, Inches(1), Inches(5), Inches(5), Inches(2), values
    ).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "推移"
    found = read(deck)
    text = found.pages[0].text
    assert text == "表\n区分\t予算\n市税\t個人分\t10\n\t法人\t20\n推移\n\t市税\nR6\t1.3\nR7\t2.0\n"
    first, second = found.tables
    assert [
        (cell.row, cell.column, cell.rows, cell.columns, text[cell.span.start : cell.span.end])
        for cell in first.cells
    ] == [
        (0, 0, 1, 1, "区分"),
        (0, 1, 1, 2, "予算"),
        (1, 0, 2, 1, "市税"),
        (1, 1, 1, 1, "個人分"),
        (1, 2, 1, 1, "10"),
        (2, 1, 1, 1, "法人"),
        (2, 2, 1, 1, "20"),
    ]
    assert len(second.cells) == 6


def test_a_slide_of_pictures_alone_could_not_be_read_and_an_empty_one_is_blank() -> None:
    deck = Presentation()
    add_picture(add_slide(deck, EMPTY))
    add_slide(deck, EMPTY)
    add_picture(add_slide(deck, TITLE_ONLY, "記章"))
    add_picture(add_slide(deck, TITLE_ONLY, "位置図"), 6)
    pages = read(deck).pages
    assert [(page.number, page.read_by) for page in pages] == [
        (1, "none"),
        (2, "blank"),
        (3, "text"),
        (4, "text"),
    ]
    assert [page.reason for page in pages] == ["the slide holds only pictures", None, None, LARGE_PICTURES]


def test_a_hidden_slide_says_so_and_its_number_and_date_are_left_out() -> None:
    deck = Presentation()
    slide = add_slide(deck, TITLE_ONLY, "予備資料")
    slide._element.set("show", "0")
    for placeholder in deck.slide_layouts[TITLE_ONLY].placeholders:
        if placeholder.placeholder_format.idx > 9:
            slide.shapes.clone_placeholder(placeholder)
    for placeholder in slide.placeholders:
        if placeholder.placeholder_format.idx > 9:
            placeholder.text = "欄外"
    found = read(deck).pages[0]
    assert (found.text, found.label) == ("（非表示のスライド）\n予備資料\n", "1")


def test_automatic_numbers_and_bullets_are_written_out() -> None:
    deck = Presentation()
    frame = add_slide(deck, TITLE_AND_BODY, "手順").placeholders[1].text_frame
    frame.text = "受付\v窓口で行う\n審査\n書類\n決定\n注意"
    marks = (
        '<a:buAutoNum type="circleNumDbPlain"/>',
        '<a:buAutoNum type="circleNumDbPlain"/>',
        '<a:buFont typeface="Wingdings"/><a:buChar char="n"/>',
        '<a:buAutoNum type="circleNumDbPlain"/>',
        '<a:buAutoNum type="arabicParenBoth" startAt="3"/>',
    )
    namespace = "http://schemas.openxmlformats.org/drawingml/2006/main"
    data = saved(deck)
    xml = deck.slides[0].part.blob.decode()
    for mark, (text, level) in zip(
        marks, (("受付", 0), ("審査", 0), ("書類", 1), ("決定", 0), ("注意", 0)), strict=True
    ):
        before, after = (
            xml.split(f"<a:r><a:t>{text}", 1) if f"<a:r><a:t>{text}" in xml else xml.split(text, 1)
        )
        assert before.endswith("<a:p>")
        xml = f'{before}<a:pPr xmlns:a="{namespace}" lvl="{level}">{mark}</a:pPr><a:r><a:t>{text}{after}'
    found = read_powerpoint(with_part(data, "ppt/slides/slide1.xml", xml.encode()), LIMITS)
    assert found.pages[0].text.splitlines()[1:] == [
        "① 受付",
        "窓口で行う",
        "② 審査",
        "■書類",
        "③ 決定",
        "(3) 注意",
    ]


def test_titles_that_come_again_and_figures_at_the_edge_stay_text(tmp_path: Path) -> None:
    deck = Presentation()
    for number in range(1, 7):
        body = add_slide(deck, TITLE_AND_BODY, "予算の概要").placeholders[1]
        body.text = f"道路事業は{number}00千円を計上する。\n{number}"
    path = tmp_path / "説明.pptx"
    path.write_bytes(saved(deck))
    parsed = read_document(path, path.name, Limits())
    assert {page.label for page in parsed.pages} == {None}
    text = "".join(passage.text for passage in split_passages(parsed, split_sections(parsed)))
    assert all(f"道路事業は{number}00千円" in text for number in range(1, 7))
    assert {section.headings for section in split_sections(parsed)} == {("予算の概要",)}


def test_every_suffix_of_slides_is_known_as_one() -> None:
    assert {*POWERPOINT_FILES, *OLD_POWERPOINT_FILES} == set(SLIDES)
    assert is_slides("総務/説明.PPTX")


def test_a_damaged_slide_does_not_keep_the_others_out() -> None:
    deck = Presentation()
    add_slide(deck, TITLE_ONLY, "一枚目")
    add_slide(deck, TITLE_ONLY, "二枚目")
    found = read_powerpoint(with_part(saved(deck), "ppt/slides/slide1.xml", b"<p:sld"), LIMITS)
    assert [(page.read_by, page.reason) for page in found.pages] == [
        ("none", "its XML is damaged"),
        ("text", None),
    ]
    assert [mark.span.page for mark in found.headings] == [2]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "it is encrypted"),
        (b"GIF89a", "it is named as a PowerPoint file but is a GIF image"),
        (word_file("<w:p/>"), "named as a PowerPoint file but is a Word file"),
        (package("a.xml", {}), "another zip package"),
        (saved(Presentation()), "it has no slides"),
    ],
    ids=["encrypted", "picture", "word", "zip", "no-slides"],
)
def test_what_cannot_be_read_is_refused_in_words(data: bytes, reason: str) -> None:
    assert reason in refusal(data)


def test_more_slides_than_a_file_may_have_are_refused() -> None:
    deck = Presentation()
    for _ in range(3):
        add_slide(deck, EMPTY)
    with pytest.raises(UnreadableFile, match="3 slides"):
        read_powerpoint(saved(deck), Limits(pages=2))


def test_entities_are_refused() -> None:
    deck = Presentation()
    add_slide(deck, TITLE_ONLY, "一枚目")
    xml = b'<!DOCTYPE p [<!ENTITY a "b">]>' + deck.part.blob.split(b"?>", 1)[-1]
    assert "document type" in refusal(with_part(saved(deck), "ppt/presentation.xml", xml))
