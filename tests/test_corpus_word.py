"""Word files read as they are printed."""

import io

import docx
import pytest
from docx.shared import Cm
from PIL import Image

from corpus import Limits, UnreadableFile
from corpus.formats.office_text import LARGE_PICTURES
from corpus.formats.word.fields import equation_text
from corpus.formats.word.numerals import numeral
from corpus.formats.word.reading import read_word
from corpus.reader import FileText
from tests.office_files import package, paragraph, run, with_part, word_file

LIMITS = Limits(memory_megabytes=512)


def text_of(body: str, **parts: str) -> str:
    return read_word(word_file(body, **parts), LIMITS).pages[0].text


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_word(data, LIMITS)
    return caught.value.reason


def headings(found: FileText) -> list[tuple[str, int]]:
    text = found.pages[0].text
    return [(text[mark.span.start : mark.span.end], mark.level) for mark in found.headings]


def cells(found: FileText) -> list[tuple[int, int, int, int, str]]:
    text = found.pages[0].text
    return [
        (cell.row, cell.column, cell.rows, cell.columns, text[cell.span.start : cell.span.end])
        for table in found.tables
        for cell in table.cells
    ]


def level(number: int, number_format: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
    )


def listed(text: str, at: int, list_id: str = "1") -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>')


def row(*inside: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(inside)}</w:tr>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_a_file_of_python_docx_gives_headings_paragraphs_and_tables_in_order() -> None:
    document = docx.Document()
    document.core_properties.title = "情報管理要綱"
    document.add_heading("総則", 1)
    document.add_paragraph("この要綱の目的を定める。")
    table = document.add_table(2, 2)
    for place, text in enumerate(("区分", "金額", "歳入", "1,200")):
        table.cell(*divmod(place, 2)).text = text
    document.add_heading("定義", 2)
    document.sections[0].header.paragraphs[0].text = "柱書きの題"
    buffer = io.BytesIO()
    document.save(buffer)
    found = read_word(buffer.getvalue(), LIMITS)
    assert found.pages[0].text == "総則\nこの要綱の目的を定める。\n区分\t金額\n歳入\t1,200\n定義\n"
    assert headings(found) == [("総則", 1), ("定義", 2)]
    assert [one[:2] + one[4:] for one in cells(found)] == [
        (0, 0, "区分"),
        (0, 1, "金額"),
        (1, 0, "歳入"),
        (1, 1, "1,200"),
    ]
    assert (found.title, found.page_count) == ("情報管理要綱", 0)


def test_headings_are_known_by_name_outline_and_what_a_style_is_based_on() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="条見出し"/><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="市の様式"/>'
        '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="y"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:name w:val="y"/><w:basedOn w:val="x"/></w:style>'
    )
    body = (
        paragraph("目的", '<w:pStyle w:val="1"/>')
        + paragraph("定義", '<w:pStyle w:val="a"/>')
        + paragraph("本文", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')
        + paragraph("別記", '<w:outlineLvl w:val="0"/>')
        + paragraph("輪", '<w:pStyle w:val="x"/>')
    )
    assert headings(read_word(word_file(body, styles=styles), LIMITS)) == [
        ("目的", 1),
        ("定義", 3),
        ("別記", 1),
    ]


def test_a_list_is_numbered_as_printed_and_starts_anew_under_the_next_item() -> None:
    lists = numbering(
        level(0, "decimalFullWidth", "第%1章"),
        level(1, "decimal", "（%2）"),
        level(2, "aiueo", "%3", '<w:suff w:val="space"/>'),
    )
    body = "".join(
        listed(text, at)
        for text, at in (
            ("総則", 0),
            ("目的", 1),
            ("市", 2),
            ("町", 2),
            ("定義", 1),
            ("雑則", 0),
            ("施行", 1),
        )
    )
    assert text_of(body, numbering=lists).splitlines() == [
        "第１章　総則",
        "（1）　目的",
        "ア　市",
        "イ　町",
        "（2）　定義",
        "第２章　雑則",
        "（1）　施行",
    ]


def test_levels_name_those_above_them_in_plain_figures_where_the_level_says_so() -> None:
    lists = numbering(
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1-%2"),
        level(2, "decimal", "%1-%2-%3", "<w:isLgl/>"),
    )
    body = listed("甲", 0) + listed("乙", 0) + listed("丙", 1) + listed("丁", 2)
    assert text_of(body, numbering=lists).splitlines() == ["I. 甲", "II. 乙", "II-1 丙", "2-1-1 丁"]


def test_a_bullet_is_the_sign_that_its_font_shows() -> None:
    wingdings = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    lists = numbering(level(0, "bullet", chr(0xF06E), wingdings), level(1, "bullet", "-"))
    assert text_of(listed("甲", 0) + listed("乙", 1), numbering=lists) == "■甲\n- 乙\n"


def test_a_list_goes_on_or_starts_anew_as_its_number_says() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(listed("項", 0, list_id) for list_id in ("1", "2", "3", "3", "9"))
    lines = text_of(body, numbering=numbering(level(0, "decimal", "%1."), more=more)).splitlines()
    assert lines == ["1. 項", "2. 項", "5. 項", "6. 項", "項"]


def test_a_hidden_paragraph_counts_in_its_list_and_is_not_shown() -> None:
    hidden = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "<w:rPr><w:vanish/></w:rPr></w:pPr></w:p>"
    )
    lists = numbering(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"))
    body = listed("甲", 1) + hidden + listed("乙", 1)
    assert text_of(body, numbering=lists).splitlines() == ["1.1 甲", "2.1 乙"]


def test_a_style_is_numbered_by_the_level_that_names_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    lists = numbering(
        level(0, "decimal", "%1"), level(1, "decimalEnclosedCircle", "%2", '<w:pStyle w:val="h2"/>')
    )
    body = paragraph("目的", '<w:pStyle w:val="h2"/>') + paragraph(
        "番号なし", '<w:pStyle w:val="h2"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    found = read_word(word_file(body, styles=styles, numbering=lists), LIMITS)
    assert headings(found) == [("①　目的", 2), ("番号なし", 2)]


def test_a_list_may_leave_its_numbering_to_a_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="条"><w:name w:val="条"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    more = (
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="条"/></w:abstractNum>'
        '<w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num>'
    )
    lists = numbering(level(0, "decimalFullWidth", "第%1条"), more=more)
    body = listed("甲", 0) + listed("乙", 0, "4")
    assert text_of(body, numbering=lists, styles=styles) == "第１条　甲\n第２条　乙\n"


@pytest.mark.parametrize(
    ("value", "number_format", "printed"),
    [
        (3, "irohaFullWidth", "ハ"),
        (46, "aiueoFullWidth", "ン"),
        (10, "japaneseCounting", "十"),
        (121, "japaneseCounting", "百二十一"),
        (12, "japaneseLegal", "壱拾弐"),
        (20, "japaneseDigitalTenThousand", "二〇"),
        (21, "decimalEnclosedCircle", "㉑"),
        (51, "decimalEnclosedCircle", "51"),
        (4, "lowerRoman", "iv"),
        (28, "upperLetter", "BB"),
        (2, "ideographTraditional", "乙"),
        (7, "decimalZero", "07"),
        (-1, "aiueo", "-1"),
        (1_000_000, "lowerLetter", "1000000"),
        (5, "somethingElse", "5"),
    ],
)
def test_a_number_is_printed_in_its_format(value: int, number_format: str, printed: str) -> None:
    assert numeral(value, number_format) == printed


def test_merged_cells_stand_once_and_tell_what_they_cover() -> None:
    table = "<w:tbl>{}</w:tbl>".format(
        row(cell("区分", '<w:vMerge w:val="restart"/>'), cell("予算額", '<w:gridSpan w:val="2"/>'))
        + row(cell("", "<w:vMerge/>"), cell("前年度"), cell("本年度"))
        + row(cell("歳入"), cell(""), cell("1,200"))
    )
    found = read_word(word_file(table), LIMITS)
    assert found.pages[0].text == "区分\t予算額\n\t前年度\t本年度\n歳入\t\t1,200\n"
    assert cells(found) == [
        (0, 0, 2, 1, "区分"),
        (0, 1, 1, 2, "予算額"),
        (1, 1, 1, 1, "前年度"),
        (1, 2, 1, 1, "本年度"),
        (2, 0, 1, 1, "歳入"),
        (2, 1, 1, 1, ""),
        (2, 2, 1, 1, "1,200"),
    ]


def test_columns_whose_edges_are_drawn_nearly_alike_are_one() -> None:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (2000, 30, 2000))
    table = "<w:tbl><w:tblGrid>{}</w:tblGrid>{}</w:tbl>".format(
        grid,
        row(cell("項目", '<w:gridSpan w:val="2"/>'), cell("額"))
        + row(cell("道路"), cell("1,200", '<w:gridSpan w:val="2"/>')),
    )
    assert [one[:4] for one in cells(read_word(word_file(table), LIMITS))] == [
        (0, 0, 1, 1),
        (0, 1, 1, 1),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
    ]


def test_a_cell_is_one_line_and_holds_the_table_inside_it() -> None:
    inner = f"<w:tbl>{row(cell('内'), cell('訳'))}</w:tbl>"
    outer = (
        f"<w:tc>{paragraph('事業')}{paragraph('名')}</w:tc>"
        f"<w:tc>{paragraph('道路の補修を行う。')}{paragraph('Phase one')}{paragraph('two')}{inner}</w:tc>"
    )
    found = read_word(word_file(f"<w:tbl>{row(outer)}</w:tbl>"), LIMITS)
    assert found.pages[0].text == "事業名\t道路の補修を行う。 Phase one two 内 訳\n"
    assert len(found.tables) == 1


def test_a_table_of_one_column_is_a_frame_round_its_paragraphs() -> None:
    table = f"<w:tbl>{row(cell('お知らせ'))}{row(cell('窓口は総務課です。'))}</w:tbl>"
    found = read_word(word_file(table), LIMITS)
    assert found.pages[0].text == "お知らせ\n窓口は総務課です。\n"
    assert not found.tables


def test_what_a_tracked_change_deletes_is_gone_and_what_it_inserts_is_there() -> None:
    body = (
        f"<w:p>{run('期限は')}<w:del><w:r><w:delText>三日</w:delText></w:r></w:del>"
        f"<w:ins>{run('五日')}</w:ins><w:moveFrom>{run('以内')}</w:moveFrom>{run('とする。')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('前の')}</w:p>{paragraph('段落。')}"
        f"<w:tbl>{row(cell('消した'), cell('行'), properties='<w:trPr><w:del/></w:trPr>')}"
        f"{row(cell('残る'), cell('行'))}</w:tbl>"
    )
    assert text_of(body) == "期限は五日とする。\n前の段落。\n残る\t行\n"


def test_hidden_text_and_readings_beside_words_are_not_shown() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="m"><w:name w:val="memo"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    ruby = f"<w:r><w:ruby><w:rt>{run('どうろ')}</w:rt><w:rubyBase>{run('道路')}</w:rubyBase></w:ruby></w:r>"
    hidden_style, shown = '<w:rStyle w:val="h"/>', '<w:vanish w:val="0"/>'
    body = (
        f"<w:p>{ruby}{run('を')}{run('秘', '<w:vanish/>')}{run('密', hidden_style)}{run('補修する。')}</w:p>"
        f'<w:p><w:pPr><w:pStyle w:val="m"/></w:pPr>{run("控え")}{run("公開", shown)}</w:p>'
    )
    assert text_of(body, styles=styles) == "道路を補修する。\n公開\n"


def field(instruction: str, result: str | None) -> str:
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if result is not None else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    nested = field("IF 1 = 1", field("REF a", run("第２章")))
    assert text_of(f"<w:p>{nested}{run('を見よ。')}</w:p>") == "第２章を見よ。\n"


def test_a_field_may_go_on_over_paragraphs() -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("一行目")}</w:p>'
        f'<w:p>{run("二行目")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert text_of(body) == "一行目\n二行目\n"


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r"eq \o\ac(○,3)", "③"),
        (r"EQ \o\ac(□,印)", "印"),
        (r'EQ \* jc2 \* "Font:ＭＳ 明朝" \* hps10 \o\ad(\s\up 9(しせつ),施設)', "施設"),
        (r"EQ \f(1,2)", "1/2"),
        ("PAGE", ""),
        ("EQ " + "(" * 1500, ""),
    ],
)
def test_an_equation_field_shows_what_offices_write_by_it(instruction: str, shown: str) -> None:
    assert equation_text(instruction) == shown


def test_a_table_of_contents_keeps_the_page_behind_a_leader() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    tab = "<w:r><w:tab/></w:r>"
    body = f'<w:p><w:pPr><w:pStyle w:val="t"/></w:pPr>{run("１")}{tab}{run("目的")}{tab}{run("3")}</w:p>'
    assert text_of(body, styles=styles) == "１　目的………3\n"


def test_a_text_box_stands_once_after_its_paragraph() -> None:
    inside = f"<w:txbxContent>{paragraph('囲みの文')}</w:txbxContent>"
    body = (
        f"<w:p>{run('本文')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inside}"
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict>"
        f"</mc:Fallback></mc:AlternateContent></w:r></w:p>{paragraph('次の段落')}"
    )
    assert text_of(body) == "本文\n囲みの文\n次の段落\n"


def test_a_note_follows_the_paragraph_that_calls_it() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{paragraph("線")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("住民基本台帳による。")}</w:footnote>'
    )
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{run('人口は')}{call}{run('増えた。')}</w:p>" + paragraph("次の段落")
    assert text_of(body, footnotes=notes) == "人口は増えた。\n※1　住民基本台帳による。\n\n次の段落\n"


def test_breaks_tabs_and_signs_are_kept_as_text() -> None:
    font = '<w:rFonts w:ascii="Wingdings"/>'
    box = f'<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>{run(chr(0xF0A8), font)}'
    formula = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    body = (
        f"<w:p>{run('一行目')}<w:r><w:br/></w:r>{run('日時')}<w:r><w:tab/></w:r>{run('10時')}</w:p>"
        f"<w:p>{box}{run('該当　Ａ')}<w:r><w:noBreakHyphen/></w:r>{formula}</w:p>"
    )
    assert text_of(body) == "一行目\n日時　10時\n☑□該当　Ａ-x=1\n"


def test_a_form_shows_what_is_chosen_in_it() -> None:
    box = '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
    list_box = (
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="可"/><w:listEntry w:val="否"/>'
        "</w:ddList></w:ffData>"
    )
    body = "".join(
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        for data in (box, list_box)
    )
    assert text_of(f"<w:p>{body}</w:p>") == "☑否\n"


def test_a_chart_is_a_table_of_its_values() -> None:
    chart = (
        "<c:chart><c:title><a:t>歳入の推移</a:t></c:title><c:ser><c:tx><c:v>市税</c:v></c:tx>"
        '<c:cat><c:pt idx="0"><c:v>R6</c:v></c:pt><c:pt idx="1"><c:v>R7</c:v></c:pt></c:cat>'
        '<c:val><c:formatCode>0.0%</c:formatCode><c:pt idx="1"><c:v>0.125</c:v></c:pt></c:val>'
        "</c:ser></c:chart>"
    )
    body = f'<w:p>{run("図")}<w:r><w:drawing><c:chart r:id="chart"/></w:drawing></w:r></w:p>'
    assert text_of(body, chart=chart) == "図\n歳入の推移\n\t市税\nR7\t12.5%\n"


def test_a_diagram_is_told_point_by_point() -> None:
    points = "".join(
        f'<dgm:pt type="{kind}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for kind, text in (("doc", ""), ("node", "受付"), ("parTrans", "矢印"), ("node", "審査"))
    )
    body = f'<w:p>{run("流れ")}<w:r><w:drawing><dgm:relIds r:dm="diagramData"/></w:drawing></w:r></w:p>'
    assert text_of(body, diagramData=points) == "流れ\n受付\n審査\n"


@pytest.mark.parametrize(("centimetres", "reason"), [(1, None), (8, LARGE_PICTURES)])
def test_pictures_large_enough_to_hold_text_are_said_to_be_unread(
    centimetres: int, reason: str | None
) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (20, 20)).save(buffer, "PNG")
    document = docx.Document()
    document.add_paragraph("位置図")
    document.add_picture(buffer, Cm(centimetres))
    made = io.BytesIO()
    document.save(made)
    assert read_word(made.getvalue(), LIMITS).pages[0].reason == reason


def test_the_strict_form_of_the_format_is_read() -> None:
    data = word_file(paragraph("本文"))
    document = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{paragraph("本文")}</w:body></w:document>'
    assert (
        read_word(with_part(data, "word/document.xml", document.encode()), LIMITS).pages[0].text == "本文\n"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "it is encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is an old Office file"),
        (b"%PDF-1.7", "it is named as a Word file but is a PDF"),
        (b"no such thing", "it is no Word file, or it is damaged"),
        (word_file(paragraph("文"))[:-40], "damaged"),
        (word_file(paragraph("文"), main="workbook"), "is an Excel workbook"),
        (package("no.xml", {"a.txt": "文"}), "another zip package"),
        (package("word/document.xml", {"word/document.xml": "<w:document"}), "its XML is damaged"),
        (word_file("<w:p/>"), "it holds no text"),
        (word_file("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"), "it holds only pictures"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(data: bytes, reason: str) -> None:
    assert reason in refusal(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_the_xml_is_read(encoding: str) -> None:
    entities = '<!ENTITY a "行">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    declared = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w:document [{entities}]>'
    document = f"{declared}<w:document>&i;</w:document>"
    assert "declares a document type" in refusal(
        with_part(word_file(""), "word/document.xml", document.encode(encoding))
    )


def test_a_part_that_unpacks_to_too_much_is_refused() -> None:
    bomb = with_part(word_file(""), "word/document.xml", b" " * (40 * 1024 * 1024))
    assert "32 MiB of XML" in refusal(bomb)
    bomb = with_part(word_file(""), "word/other.xml", b" " * (300 * 1024 * 1024))
    assert "unpacks to more than the 256 MiB" in refusal(bomb)


def test_a_picture_is_not_unpacked() -> None:
    data = with_part(word_file(paragraph("本文")), "word/media/image1.bmp", bytes(300 * 1024 * 1024))
    assert read_word(data, LIMITS).pages[0].text == "本文\n"


def test_what_is_nested_without_end_is_refused_and_what_is_wide_is_bounded() -> None:
    for depth in (80, 200, 20_000):
        inside = paragraph("底") if depth == 80 else ""
        deep = "<w:tbl><w:tr><w:tc>" * depth + inside + "</w:tc></w:tr></w:tbl>" * depth
        if inside:
            assert text_of(deep) == "底\n"
        else:
            assert refusal(word_file(deep))
    wide = '<w:gridSpan w:val="999999999"/><w:vMerge w:val="restart"/>'
    more = '<w:gridSpan w:val="999999999"/><w:vMerge/>'
    table = f"<w:tbl>{row(cell('甲', wide), cell('乙'))}{row(cell('', more), cell('丙'))}</w:tbl>"
    assert len(text_of(table)) < 100
