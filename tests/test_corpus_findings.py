"""The findings of an audit report, each once, with its page."""

from dataclasses import replace

import pytest

from corpus import Finding, find_findings, split_passages, split_sections
from corpus.structure.findings import find_subject, name_finding
from corpus.types import ParsedDocument
from tests.corpus_files import parsed_pages, parsed_text

REPORT = (
    "目次\n第4章 全般....20\n第5章 個別....24\n\n"
    "No.\t件名\tPage\n1\t【指摘事項1】 台帳の登録漏れについて\t21\n2\t【意見 1】 費用の検証について\t22\n"
    "3\t【指摘事項 2】 研修の未受講について\t25\n\n"
)
FOUND = "第4章 全般\n\n【指摘事項1】 台帳の登録漏れについて\n\n台帳に載らないものがあった。登録されたい。\n"


def findings(parsed: ParsedDocument) -> list[Finding]:
    sections = split_sections(parsed)
    return list(find_findings(parsed, sections, split_passages(parsed, sections)))


def test_a_list_of_findings_gives_them_with_their_pages() -> None:
    found = findings(parsed_text(REPORT))
    assert [(one.kind, one.number, one.title, one.page_label) for one in found] == [
        ("指摘事項", "1", "台帳の登録漏れについて", "21"),
        ("意見", "1", "費用の検証について", "22"),
        ("指摘事項", "2", "研修の未受講について", "25"),
    ]
    assert all(len(one.passages) == 1 for one in found)


def test_a_finding_that_is_listed_and_in_the_file_is_one() -> None:
    parsed = parsed_text(REPORT + FOUND)
    passages = split_passages(parsed, split_sections(parsed))
    first = findings(parsed)[0]
    assert (first.number, first.page_label) == ("1", "21")
    body = next(passage for passage in passages if "登録されたい" in passage.text)
    assert first.passages == (body.id,)
    assert len(findings(parsed)) == 3


def test_a_findings_page_is_the_one_printed_where_it_begins() -> None:
    parsed = parsed_pages(
        "第4章 全般\n全般の文である。", FOUND + "続きの文である。" * 100, labels=["20", "21"]
    )
    (found,) = findings(parsed)
    assert (found.page_label, len(found.passages) > 1) == ("21", True)


def test_a_finding_under_headings_of_its_own_keeps_their_passages() -> None:
    text = "第4章 全般\n\n【意見3】 費用について\n\n■ 現状\n\n現状を述べる。\n\n■ 改善\n\n検証されたい。\n"
    (found,) = findings(parsed_text(text))
    assert (found.kind, found.number, len(found.passages)) == ("意見", "3", 2)


def test_findings_of_the_same_number_in_two_chapters_are_two() -> None:
    text = (
        "第4章 全般\n\n【意見1】 費用について\n\n検証されたい。\n\n第5章 個別\n\n"
        "【意見1】 研修について\n\n受講されたい。\n"
    )
    assert [one.title for one in findings(parsed_text(text))] == ["費用について", "研修について"]


def test_a_mention_in_a_sentence_is_no_finding() -> None:
    text = "本書では【指摘事項】と【意見】を分けて示す。【指摘事項1】に述べたとおりである。\n"
    assert findings(parsed_text(text)) == []


@pytest.mark.parametrize(
    ("heading", "kind", "number", "title"),
    [
        ("【指摘事項１２】台帳について", "指摘事項", "12", "台帳について"),
        ("【指摘 1-2】 台帳について", "指摘事項", "1-2", "台帳について"),
        ("【意見】 費用について", "意見", "", "費用について"),
        ("＜意見３＞費用について", "意見", "3", "費用について"),
    ],
)
def test_the_forms_of_a_findings_heading(heading: str, kind: str, number: str, title: str) -> None:
    named = name_finding(heading)
    assert named is not None
    assert (named.kind, named.number, named.title) == (kind, number, title)


def test_other_headings_name_no_finding() -> None:
    assert name_finding("【取組内容】") is None
    assert name_finding("1 監査の結果") is None


def test_a_finding_tells_its_page_in_the_file_and_what_it_is_about() -> None:
    text = FOUND.replace("第4章 全般", "第4章 財務会計システムの監査の結果")
    (found,) = findings(parsed_pages("表紙の文である。", text, labels=["", "7"]))
    assert (found.page, found.page_label, found.subject) == (2, "7", "財務会計システム")


def test_a_finding_that_is_only_listed_has_the_page_that_bears_its_number() -> None:
    (first, *_) = findings(parsed_pages(REPORT, "本文である。", labels=["20", "21"]))
    assert (first.page_label, first.page) == ("21", 2)


@pytest.mark.parametrize(
    ("headings", "subject"),
    [
        (("第4章 調達全般に関する監査の結果", "7 監査の結果", "【意見1】費用について"), "調達全般"),
        (("第3章 監査の結果及び意見", "指摘事項"), None),
        (("第4章 調達の事務に関する指摘事項及び監査の結果に添えて提出する意見",), "調達の事務"),
        (("5 調達全般の監査結果について",), "調達全般"),
        (("2 文書管理システム", "(3) 指摘事項及び意見"), "文書管理システム"),
        ((), None),
    ],
)
def test_the_subject_is_the_nearest_heading_that_names_one(
    headings: tuple[str, ...], subject: str | None
) -> None:
    assert find_subject(headings) == subject


def test_a_measures_taken_report_has_no_findings_of_its_own() -> None:
    parsed = parsed_text(FOUND)
    report = replace(parsed, document=replace(parsed.document, kind="措置状況"))
    assert findings(report) == []
