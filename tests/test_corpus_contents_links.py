"""Contents of Word files and web pages: lines that say what marked headings after them say."""

from corpus import split_passages, split_sections
from corpus.structure.body import find_body
from tests.corpus_files import parsed_text
from tests.corpus_marks import with_marks

HEADINGS = {"背景と目的": 1, "対象とする範囲": 1, "進め方": 1}
BODY = "".join(f"{words}\n{words}を述べる文である。\n" for words in HEADINGS)


def test_links_to_headings_are_contents() -> None:
    text = "".join(f"{words}\n" for words in HEADINGS)
    parsed = with_marks(parsed_text("運営方針\n" + text + BODY), HEADINGS)
    marks = tuple(mark for mark in parsed.headings if mark.span.start >= len("運営方針\n" + text))
    parsed = type(parsed)(parsed.document, parsed.pages, marks)
    assert [entry.heading for entry in find_body(parsed).contents.entries] == list(HEADINGS)
    assert [section.headings for section in split_sections(parsed)] == [(), *((one,) for one in HEADINGS)]


def test_a_word_files_contents_tell_the_printed_pages() -> None:
    toc = "目次\n背景と目的\t3\n対象とする範囲\t5\n進め方\t8\n"
    sections = split_sections(with_marks(parsed_text(toc + BODY), HEADINGS))
    assert [(section.headings[-1], section.page_labels) for section in sections if section.headings] == [
        ("背景と目的", ("3",)),
        ("対象とする範囲", ("5",)),
        ("進め方", ("8",)),
    ]


def test_entries_of_sections_in_the_file_make_no_passage() -> None:
    toc = "目次\n背景と目的\t3\n対象とする範囲\t5\n進め方\t8\n"
    parsed = with_marks(parsed_text(toc + BODY), HEADINGS)
    assert all(passage.headings != ("目次",) for passage in split_passages(parsed, split_sections(parsed)))


def test_two_lines_that_come_again_are_no_contents() -> None:
    parsed = with_marks(parsed_text("前文である。\n進め方\nとは何か。\n" + BODY), HEADINGS)
    assert find_body(parsed).contents.entries == ()
