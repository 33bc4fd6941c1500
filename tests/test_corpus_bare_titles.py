"""Titles between paragraphs where nothing is numbered and nothing is marked."""

from corpus import split_sections
from tests.corpus_files import parsed_pages

FULL = "本町の取組を順に述べますので住民と事業者の皆さんには引き続きのお力添えをお願いしたいと存じま"


def speech(*titles: str) -> str:
    return "".join(f"{title}\nまず、{FULL}\n{FULL}\n{FULL}\nす。\n" for title in titles)


def paths(text: str) -> list[tuple[str, ...]]:
    return [section.headings for section in split_sections(parsed_pages(text))]


def test_short_lines_between_paragraphs_are_titles() -> None:
    text = f"{FULL}\n{FULL}\nす。\n" + speech("総 務", "危機管理", "子育て支援")
    assert paths(text) == [(), ("総務",), ("危機管理",), ("子育て支援",)]


def test_one_or_two_are_chance() -> None:
    assert paths(f"{FULL}\nす。\n" + speech("総 務", "危機管理")) == [()]


def test_the_last_line_of_a_paragraph_is_no_title() -> None:
    text = f"{FULL}\n{FULL}\n申し上げた次第\nまず、{FULL}\n" * 4
    assert paths(text) == [()]


def test_a_date_or_a_closing_word_is_no_title() -> None:
    assert paths(speech("令和６年４月", "以上", "記", "令和６年５月１日")) == [()]


def test_numbered_text_has_no_bare_titles() -> None:
    numbered = "".join(f"{at} 項目\n{FULL}\n{FULL}\nす。\n" for at in range(1, 6))
    found = paths(numbered + speech("窓口", "台帳", "研修"))
    assert found == [(f"{at} 項目",) for at in range(1, 6)]
