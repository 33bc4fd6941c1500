"""What the contents name is a heading on the page that it tells, whatever its number."""

from corpus import split_sections
from corpus.types import ParsedDocument
from tests.corpus_files import parsed_pages

CONTENTS = (
    "目次\n第1章 監査の概要……………1\n１ 収入に関するもの……………1\n(1) 使用料の未収について……………1\n"
    "第２号様式 活動記録簿……………2\n参考となる資料の一覧……………2\n"
)
BODY = (
    "第1章 監査の概要\n監査の概要を述べる文である。\n１ 収入に関するもの\n収入を見た文である。\n"
    "(1) 使用料の未収について\n使用料に未収があった。\n"
)
FORMS = "第２号様式\n活動記録簿\n氏名を書く欄である。\n参考となる資料の一覧\n資料の名を並べる文である。\n"


def headings(parsed: ParsedDocument) -> list[str]:
    return [section.headings[-1] for section in split_sections(parsed) if section.headings]


def test_an_item_without_a_second_is_a_heading_where_the_contents_name_it() -> None:
    parsed = parsed_pages(CONTENTS, BODY, FORMS, labels=["", "1", "2"])
    assert "(1) 使用料の未収について" in headings(parsed)
    without = CONTENTS.replace("(1) 使用料の未収について……………1\n", "")
    assert "(1) 使用料の未収について" not in headings(
        parsed_pages(without, BODY, FORMS, labels=["", "1", "2"])
    )


def test_lines_that_say_together_what_an_entry_says_are_a_heading() -> None:
    found = headings(parsed_pages(CONTENTS, BODY, FORMS, labels=["", "1", "2"]))
    assert found[-2:] == ["第２号様式 活動記録簿", "参考となる資料の一覧"]


def test_the_same_words_on_another_page_are_none() -> None:
    found = headings(parsed_pages(CONTENTS, BODY, FORMS, labels=["", "1", "3"]))
    assert "参考となる資料の一覧" not in found
