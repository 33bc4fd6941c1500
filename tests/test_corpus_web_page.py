"""Web pages: what a reader of the page sees, and nothing of what a hostile one does."""

from time import process_time

import pytest

from corpus import Limits, UnreadableFile
from corpus.formats.web_page.reading import read_web_archive, read_web_page
from corpus.reader import FileText


def read(body: str, head: str = "") -> FileText:
    source = f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return read_web_page(source.encode(), Limits())


def text(body: str) -> str:
    return read(body).pages[0].text.rstrip("\n")


def rows(body: str) -> list[list[str]]:
    """The cells' texts by row of the page's only table."""
    made = read(body)
    (table,) = made.tables
    found: dict[int, dict[int, str]] = {}
    for cell in table.cells:
        found.setdefault(cell.row, {})[cell.column] = made.pages[0].text[cell.span.start : cell.span.end]
    return [[row.get(column, "-") for column in range(max(row) + 1)] for row in found.values()]


def test_paragraphs_are_lines_and_white_space_is_one_space() -> None:
    body = "<p>\n  ○市長（山田 太郎） これから\n  会議を開く。\n</p>\n<p>two\n words&nbsp;and\t more</p>"
    assert text(body) == "○市長（山田 太郎） これから会議を開く。\n\ntwo words and more"


def test_headings_are_marked_with_their_levels() -> None:
    made = read("<h1>計画</h1><div>前文</div><h2>第1章<br>総則</h2><p>本文</p><h3> </h3>")
    page = made.pages[0].text
    marked = [(page[mark.span.start : mark.span.end], mark.level) for mark in made.headings]
    assert marked == [("計画", 1), ("第1章総則", 2)]
    assert page == "計画\n前文\n\n第1章総則\n本文\n\n"


def test_the_title_is_the_property_and_no_text() -> None:
    made = read("<p>本文</p>", head="<title> 議会\n だより </title>")
    assert (made.title, made.page_count, made.pages[0].text) == ("議会だより", 0, "本文\n\n")
    assert read("<p>本文</p>", head="<title></title>").title is None


def test_what_is_not_shown_is_not_read() -> None:
    body = """<script>var a="秘密";</script><style>p{}</style><noscript>秘密</noscript><!-- 秘密 -->
    <template><p>秘密</p></template><p hidden>秘密</p><p style="color:red; DISPLAY : none">秘密</p>
    <select><option>秘密</option></select><nav>秘密</nav><div role="navigation">秘密</div>
    <p>本<del>秘密</del>文<?php 秘密 ?></p>"""
    assert text(body) == "本文"


def test_a_block_that_is_left_out_still_ends_the_line() -> None:
    assert text("<div>前<nav>x</nav>後</div>") == "前\n後"
    assert text("<div>前<p hidden>x</p>後</div>") == "前\n後"
    assert text("<div>前<script>x</script>後</div>") == "前後"


def test_a_page_that_a_script_would_show_is_read() -> None:
    source = "<html hidden><body style='visibility:hidden'><p>本文</p></body></html>"
    assert read_web_page(source.encode(), Limits()).pages[0].text == "本文\n\n"


def test_what_stands_around_the_main_part_is_left_out() -> None:
    around = "<header>役所の頁</header>{}<aside>広告</aside><footer>著作権</footer>"
    assert text(around.format("<main><header>一覧</header><p>本文</p></main>")) == "一覧\n\n本文"
    assert text(around.format("<div role='main'>本文</div>")) == "本文"
    assert text(around.format("<p>本文</p>")) == "役所の頁\n\n本文\n\n広告\n著作権"


def test_ruby_is_its_base_alone() -> None:
    assert text("<p><ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>の読み</p>") == "漢字の読み"


def test_a_raised_digit_does_not_become_one_of_the_figure() -> None:
    body = "<p>10<sup>4</sup>人、1,200<sup><a href='#f'>1</a></sup>円、面積m<sup>2</sup>、注<sup>※</sup></p>"
    assert text(body) == "10^4人、1,200^1円、面積m2、注※"


def test_pages_that_word_saved_have_no_trace_of_it() -> None:
    body = """<!--[if gte mso 9]><xml><o:x>秘密</o:x></xml><![endif]--><xml><w:x>秘密</w:x></xml>
    <p class=MsoNormal><![if !supportLists]>1.<![endif]>　計画の<o:p></o:p>目的<o:p>&nbsp;</o:p></p>"""
    assert text(body) == "1.　計画の目的"


def test_list_items_have_their_markers() -> None:
    body = """<ul><li>一<ul><li><p>子</p><p>続き</p></li></ul></li><li>（1）既にある</li></ul>
    <ol start="3"><li>三</li><li value="7">七</li><li>八</li></ol>
    <ol type="a"><li>甲</li></ol><ol type="I"><li>乙</li><li>丙</li></ol>"""
    assert text(body).split("\n") == [
        *["・一", "　・子", "続き", "（1）既にある", "", "3. 三", "7. 七", "8. 八", ""],
        *["a. 甲", "", "I. 乙", "II. 丙"],
    ]


def test_definitions_and_line_breaks_are_lines() -> None:
    assert text("<dl><dt>日時</dt><dd>5月1日<br>午後</dd></dl>") == "日時\n5月1日\n午後"


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    assert text("<pre>一  二\n   三\tx\n\n四</pre>") == "一  二\n   三    x\n四"


def test_a_table_is_a_line_a_row() -> None:
    body = """<table><caption>表1</caption><tr><th>科目<th>予算<br>額</tr>
    <tr><td>旅費</td><td> 1,200 </td></tr></table>"""
    assert text(body) == "表1\n科目\t予算額\n旅費\t1,200"
    assert rows(body) == [["科目", "予算額"], ["旅費", "1,200"]]


def test_merged_cells_stand_once_in_their_first_row() -> None:
    body = """<table><tr><th rowspan=2>区分</th><th colspan="2">回収</th><td>率</td></tr>
    <tr><td>郵送</td><td>窓口</td><td>%</td></tr></table>"""
    made = read(body)
    assert made.pages[0].text.rstrip() == "区分\t回収\t率\n\t郵送\t窓口\t%"
    places = [(cell.row, cell.column, cell.rows, cell.columns) for cell in made.tables[0].cells]
    assert places == [(0, 0, 2, 1), (0, 1, 1, 2), (0, 3, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1), (1, 3, 1, 1)]


def test_a_table_whose_spans_reach_over_too_much_tells_no_figures() -> None:
    made = read("<table>" + "<tr><td rowspan=9999 colspan=1000>a<td>b" * 3_000)
    assert [table.certain for table in made.tables] == [False]


def test_a_cell_reaches_no_further_than_its_group_of_rows() -> None:
    body = """<table><thead><tr><th rowspan=9>頭</th><th>列</th></tr></thead>
    <tbody><tr><td>一</td><td>二</td></tr></tbody></table>"""
    assert rows(body) == [["頭", "列"], ["一", "二"]]


@pytest.mark.parametrize("span", ["0", "-1", "x", "1e9", "", "２", "123456x", "9" * 5_000])
def test_a_span_that_is_none_is_read_as_far_as_it_can_be(span: str) -> None:
    assert text(f'<table><tr><td rowspan="{span}">a</td><td>b</td></tr><tr><td>c</td></tr></table>')


def test_cells_without_a_row_are_one_row() -> None:
    assert rows("<table><td>a</td><td>b</td><tr><td>c<td>d</table>") == [["a", "b"], ["c", "d"]]


def test_a_table_that_only_lays_out_is_text() -> None:
    assert text("<table><tr><td><h1>題</h1><p>文</p></td><td>右</td></tr></table>") == "題\n文\n\n右"
    assert read("<table><tr><td>一</td></tr><tr><td>二</td></tr></table>").tables == ()
    inner = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    made = read(f"<table><tr><td>左</td><td>{inner}</td></tr></table>")
    assert made.pages[0].text.rstrip() == "左\n\na\tb\nc\td"
    assert len(made.tables) == 1


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "iso2022_jp", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("declared", [True, False])
def test_a_page_is_read_in_the_encoding_it_declares_or_shows(encoding: str, declared: bool) -> None:
    name = {"cp932": "Shift_JIS", "euc_jp": "EUC-JP", "iso2022_jp": "ISO-2022-JP"}.get(encoding, "utf-8")
    meta = f'<META http-equiv="Content-Type" content="text/html; charset={name}">' if declared else ""
    source = f"<html><head>{meta}</head><body><p>髙橋による予算の説明</p></body></html>"
    if encoding in ("euc_jp", "iso2022_jp"):
        source = source.replace("髙", "高")
    page = read_web_page(source.encode(encoding), Limits()).pages[0].text
    assert page.strip() == source[source.index("<p>") + 3 : source.index("</p>")]


def test_xhtml_with_elements_closed_where_they_begin() -> None:
    source = """<?xml version="1.0" encoding="Shift_JIS"?>
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js" /></head>
    <body><h1><img src="a.png" alt="計画" /></h1><a id="x"/><p>表示<br/>本文</p></body></html>"""
    assert read_web_page(source.encode("cp932"), Limits()).pages[0].text.rstrip() == "計画\n表示\n本文"


def test_one_wrong_byte_does_not_keep_a_page_out() -> None:
    source = ("<html><body><p>" + "予算の説明" * 50 + "</p></body></html>").encode("cp932")
    assert "予算の説明" in read_web_page(source[:40] + b"\xff" + source[40:], Limits()).pages[0].text


def test_a_page_of_pictures_alone_holds_no_text() -> None:
    with pytest.raises(UnreadableFile, match="it holds no text"):
        read('<img src="a.png"><script>a</script>')


def test_very_deep_nesting_is_refused_in_words() -> None:
    with pytest.raises(UnreadableFile, match="it is nested too deeply to be read"):
        read("<div>" * 100_000 + "深い")


def test_as_deep_as_pages_get_is_read() -> None:
    assert text("<div>" * 1_500 + "深い" + "</div>" * 1_500) == "深い"
    assert text("<table><tr><td>" * 300 + "深い") == "深い"
    assert text("<ul><li>" * 300 + "深い").endswith("・深い")


def test_entities_of_the_file_itself_mean_nothing() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    source = f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{lol}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    page = read_web_page(f"{source}<html><body><p>&l9; &f; 本文</p></body></html>".encode(), Limits())
    assert len(page.pages[0].text) < 200
    assert "root:" not in page.pages[0].text


@pytest.mark.parametrize(
    "body",
    [
        "<table>" + "<tr><td rowspan=65534 colspan=1000>a" * 20_000,
        "<table><tr>" + "<td rowspan=65534>a" * 3_000 + "<tr><td>b" * 3_000,
        "<table>" + "<tbody><tr><td>a<td>b" * 10_000,
        "<p>" + "あ\n \n" * 200_000,
        "<ul>" + "<li>a" * 30_000,
        "<b>" * 1_000 + "<p>a" * 20_000,
        "<h1>" + "a<br>" * 30_000,
        "<table><tr><td>" * 16 + "<p>a" * 20_000,
    ],
    ids=[
        "spans",
        "rows below spans",
        "groups",
        "spaces",
        "items",
        "unclosed",
        "long heading",
        "nested tables",
    ],
)
def test_time_does_not_run_away(body: str) -> None:
    started = process_time()
    assert read(body).pages
    assert process_time() - started < 10


def test_a_page_saved_as_one_file() -> None:
    data = (
        "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><body><h1>=E8=A8=88=E7=94=BB</h1></body></html>\r\n--b--\r\n"
    )
    assert read_web_archive(data.encode(), Limits()).pages[0].text == "計画\n"
    with pytest.raises(UnreadableFile, match="it holds no web page"):
        read_web_archive(b"From: a\r\nSubject: x\r\n\r\ntext", Limits())
