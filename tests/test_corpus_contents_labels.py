"""Printed page numbers told by the document's own contents page, where no page prints one."""

from corpus.structure.page_labels import label_pages
from tests.corpus_files import pages_of

TOC = "目次\n第1章 総則……1\n第2章 体制……2\n第3章 点検……4\n"
CHAPTERS = ("第1章 総則\n総則の文。", "第2章 体制\n体制の文。", "体制の続き。", "第3章 点検\n点検の文。")


def labels(*texts: str) -> list[str | None]:
    return [page.label for page in label_pages(pages_of(*texts))]


def test_the_contents_page_numbers_the_pages() -> None:
    assert labels("表紙", TOC, *CHAPTERS) == [None, None, "1", "2", "3", "4"]


def test_contents_that_do_not_agree_tell_nothing() -> None:
    toc = "目次\n第1章 総則……1\n第2章 体制……7\n第3章 点検……20\n"
    assert labels("表紙", toc, *CHAPTERS) == [None] * 6


def test_two_headings_are_too_few() -> None:
    toc = "目次\n第1章 総則……1\n第2章 体制……2\n附録……40\n"
    assert labels("表紙", toc, *CHAPTERS) == [None] * 6


def test_what_is_printed_goes_before_the_contents() -> None:
    printed = [f"{text}\n- {at} -" for at, text in enumerate(CHAPTERS, 11)]
    assert labels("表紙", TOC, *printed) == [None, None, "11", "12", "13", "14"]
