"""Markdown: its text without the marks, its headings and tables."""

from time import process_time

import pytest

from corpus import Limits
from corpus.formats.markdown import read_markdown
from corpus.reader import FileText


def read(source: str) -> FileText:
    return read_markdown(source.encode(), Limits())


def text(source: str) -> str:
    return read(source).pages[0].text.rstrip("\n")


def test_headings_are_marked_and_marks_are_gone() -> None:
    made = read("# 議会*だより* #\n\n本文\n\n副題\n---\n\n### 遠藤 和子 議員　**書かない**窓口\n")
    page = made.pages[0].text
    marked = [(page[mark.span.start : mark.span.end], mark.level) for mark in made.headings]
    assert marked == [("議会だより", 1), ("副題", 2), ("遠藤 和子 議員　書かない窓口", 3)]
    assert made.page_count == 0


def test_lines_of_a_paragraph_are_joined() -> None:
    assert text("住民記録を\n移す **経費** です。\nnew line  \n次の行\n\n別の段落") == (
        "住民記録を移す 経費 です。 new line\n次の行\n\n別の段落"
    )


def test_lists_links_and_code() -> None:
    source = (
        "- 一\n  - 子\n- [計画](http://x/)と`PDF`\n\n3. 三\n4. 四\n\n```\nx  = 1\ny\n```\n\n> 引用 ~~取消~~"
    )
    assert text(source).split("\n") == [
        *["・一", "　・子", "・計画とPDF", "", "3. 三", "4. 四", "", "x  = 1", "y", "", "引用 取消"]
    ]


def test_a_table_is_a_table() -> None:
    made = read("（単位：千円）\n\n| 会計 | 令和6年度 |\n|---|---:|\n| 一般会計 | 7,240,000 |\n| 計 | △1 |\n")
    page = made.pages[0].text
    assert page.rstrip() == "（単位：千円）\n\n会計\t令和6年度\n一般会計\t7,240,000\n計\t△1"
    (table,) = made.tables
    assert [page[cell.span.start : cell.span.end] for cell in table.cells if cell.row == 1] == [
        "一般会計",
        "7,240,000",
    ]


def test_html_in_it_is_read_as_such() -> None:
    table = "<table><tr><th>a<th>b</tr><tr><td>c<td>d</table>"
    source = f'本<br>文<script>秘密</script>\n\n{table}\n\n<b onclick="x">強</b>'
    assert text(source) == "本\n文\n\na\tb\nc\td\n\n強"


def test_front_matter_is_kept_as_lines_and_gives_the_title() -> None:
    made = read('---\ntitle: "春号"\ntags:\n  - 議会\n---\n# 見出し\n')
    assert made.title == "春号"
    assert made.pages[0].text.startswith('title: "春号"\ntags:\n- 議会\n\n見出し\n')


def test_a_rule_at_the_start_is_no_front_matter() -> None:
    assert text("---\n\n本文です。\n\n---\n\n次") == "本文です。\n\n次"


@pytest.mark.parametrize(
    "source",
    [
        "> " * 20_000,
        "- " * 20_000,
        "[" * 20_000,
        "*a" * 20_000,
        "<a" * 20_000,
        "|a" * 5_000 + "\n" + "|-" * 5_000,
    ],
)
def test_time_does_not_run_away(source: str) -> None:
    started = process_time()
    assert read(f"始め\n\n{source}\n\n終り").pages[0].text.startswith("始め")
    assert process_time() - started < 10
