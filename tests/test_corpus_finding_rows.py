"""Measures-taken reports: a section for each finding's row."""

from dataclasses import replace

import pytest

from corpus import split_sections
from corpus.kinds import MEASURES_TAKEN
from corpus.types import ParsedDocument
from tests.corpus_files import parsed_text

HEAD = "番号\t件名\t講じた措置\t区分\n"


def report(text: str) -> ParsedDocument:
    parsed = parsed_text(text)
    return replace(parsed, document=replace(parsed.document, kind=MEASURES_TAKEN))


def paths(parsed: ParsedDocument) -> list[tuple[str, ...]]:
    return [section.headings for section in split_sections(parsed)]


def test_each_findings_row_is_a_section_under_its_heading() -> None:
    text = (
        f"第1章 措置の状況\n次のとおりである。\n{HEAD}指摘1\t台帳の登録漏れについて\t登録した。\t措置済\n"
        "指摘2\t研修の未受講について\t受講させた。\t措置済\n\t\t来年度も行う。\t\n意見1\t費用の検証について\t検証する。\t検討中\n"
    )
    assert paths(report(text)) == [
        ("第1章 措置の状況",),
        ("第1章 措置の状況", "指摘1 台帳の登録漏れについて"),
        ("第1章 措置の状況", "指摘2 研修の未受講について"),
        ("第1章 措置の状況", "意見1 費用の検証について"),
    ]


@pytest.mark.parametrize("cell", ["指摘 1", "【指摘事項1】", "意見第１号", "指摘事項1-2", "意見 No.3"])
def test_the_forms_of_the_number(cell: str) -> None:
    parsed = report(f"{HEAD}{cell}\t台帳について\t登録した。\t措置済\n")
    assert any(path and path[-1].endswith("台帳について") for path in paths(parsed))


def test_a_table_of_counts_is_not_split() -> None:
    text = "区分\t措置済\t措置中\t計\n指摘\t14\t4\t18\n意見\t5\t4\t9\n"
    assert paths(report(text)) == [()]


def test_other_documents_keep_their_tables_whole() -> None:
    assert paths(parsed_text(f"{HEAD}指摘1\t台帳について\t登録した。\t措置済\n")) == [()]
