"""Text of documents stays text, whatever it says."""

from html import unescape
from html.parser import HTMLParser

import pytest

from tests.fake_application import HOSTILE
from ui.marking import cited, marked, merge_highlights, plain_label


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)


def tags(html: str) -> list[str]:
    reader = Tags()
    reader.feed(html)
    return reader.found


def test_marked_text_has_no_tag_but_mark() -> None:
    assert tags(marked(HOSTILE, [(0, 8), (20, 40)])) == ["mark", "mark"]


def test_marked_text_reads_as_the_text_itself() -> None:
    html = marked(HOSTILE, [(3, 9), (30, 31)])
    assert unescape(html.replace("<mark>", "").replace("</mark>", "")) == HOSTILE


def test_a_mark_never_splits_an_escaped_sign() -> None:
    assert marked("a<b", [(1, 2)]) == "a<mark>&lt;</mark>b"


@pytest.mark.parametrize(
    ("given", "merged"),
    [
        ([], []),
        ([(2, 5), (0, 3)], [(0, 5)]),
        ([(0, 2), (2, 4)], [(0, 4)]),
        ([(-3, 2), (8, 99)], [(0, 2), (8, 10)]),
        ([(5, 5), (7, 6), (40, 50)], []),
        ([(0, 9), (2, 4)], [(0, 9)]),
    ],
)
def test_highlights_are_put_in_order(given: list[tuple[int, int]], merged: list[tuple[int, int]]) -> None:
    assert merge_highlights(given, 10) == merged


def test_only_numbers_that_are_cited_become_superscripts() -> None:
    assert cited("A[1] B[2] <b>", [1]) == "A<sup>1</sup> B[2] &lt;b&gt;"


def test_a_label_shows_every_sign_of_markdown_as_it_is() -> None:
    assert plain_label("![a](b)\n:red[c] $x$") == r"\!\[a\]\(b\) \:red\[c\] \$x\$"
    assert plain_label("令和5年度（2023）") == "令和5年度（2023）"
