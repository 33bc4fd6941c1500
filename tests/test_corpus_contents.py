"""Contents pages and lists of findings: entries with the page each tells."""

import pytest

from corpus import split_passages, split_sections
from corpus.structure.body import find_body
from tests.corpus_files import parsed_pages, parsed_text


def entries(text: str) -> list[tuple[str, str | None]]:
    contents = find_body(parsed_text(text)).contents
    return [(entry.heading, entry.label) for entry in contents.entries]


@pytest.mark.parametrize("leader", [".....", " ・・・・・ ", "……", " … … … ", "．．．．", "\t", " ─────── "])
def test_entries_with_leaders(leader: str) -> None:
    lines = [f"第1章 総則{leader}1", f"1 目的{leader}1", f"2 範囲{leader}2", f"第2章 体制{leader}12"]
    found = entries("目次\n\n" + "\n".join(lines) + "\n\n本文が始まる。\n")
    assert found == [("第1章 総則", "1"), ("1 目的", "1"), ("2 範囲", "2"), ("第2章 体制", "12")]


def test_entries_whose_number_the_file_lost_tell_no_page() -> None:
    lines = [
        "１ 趣旨 ・・・・・・・・・・・",
        "２ 根拠 ・・・・・・・・・・・",
        "（１） 旅費 ・・・・・・・ 10",
    ]
    found = entries("目 次\n" + "\n".join(lines) + "\n1\n2\n")
    assert found == [("１ 趣旨", None), ("２ 根拠", None), ("（１） 旅費", "10")]


def test_an_entry_over_two_lines_is_one() -> None:
    found = entries("目次\n1 目的....1\n2 情報資産の管理に\n関する体制....4\n3 点検....9\n")
    assert found[1] == ("2 情報資産の管理に関する体制", "4")


def test_a_sentence_with_dots_is_no_entry() -> None:
    assert entries("結果は……となった。\n次は・・・未定である。\n") == []


LIST = (
    "第2章 総括\n\n次のとおりである。\n\nNo.\t件名\tPage\n"
    "1\t【指摘事項1】 台帳の登録漏れについて\t63\n"
    "2\t【指摘事項 2】 研修の未受講について\t64\n"
    "3\t【意見 1】 費用の検証について\t71\n"
    "\t\t計：3件\n\n第3章 環境\n\n本文である。\n"
)


def test_a_table_with_a_page_column_lists_findings() -> None:
    assert entries(LIST) == [
        ("【指摘事項1】 台帳の登録漏れについて", "63"),
        ("【指摘事項 2】 研修の未受講について", "64"),
        ("【意見 1】 費用の検証について", "71"),
    ]


def test_a_table_of_amounts_lists_nothing() -> None:
    assert entries("区分\t件数\t計\n指摘\t7\t27\n意見\t20\t30\n") == []


def test_each_finding_that_is_not_in_the_file_has_a_passage_with_its_page() -> None:
    parsed = parsed_text(LIST)
    passages = split_passages(parsed, split_sections(parsed))
    hit = next(passage for passage in passages if "研修の未受講" in passage.text)
    assert hit.page_labels == ("64",)
    assert hit.headings[-1] == "【指摘事項 2】 研修の未受講について"
    assert "台帳" not in hit.text


def test_a_listed_finding_lies_under_the_headings_of_its_page() -> None:
    contents = "目次\n第4章 全般....27\n1 台帳....60\n2 研修....64\n第5章 個別....85\n"
    parsed = parsed_text(contents + LIST)
    passages = split_passages(parsed, split_sections(parsed))
    above = {
        passage.headings[-1][:7]: passage.headings[:-1]
        for passage in passages
        if passage.headings and passage.headings[-1].startswith("【")
    }
    assert above["【指摘事項1】"] == ("第4章 全般", "1 台帳")
    assert above["【指摘事項 2"] == ("第4章 全般",), "2 研修 begins on its page, before or after it"
    assert above["【意見 1】 "] == ("第4章 全般", "2 研修")


def test_a_finding_that_is_in_the_file_leads_to_its_section() -> None:
    text = LIST + "\n第4章 全般\n\n【指摘事項1】 台帳の登録漏れについて\n\n台帳に載らないものがあった。\n"
    parsed = parsed_text(text)
    passages = split_passages(parsed, split_sections(parsed))
    named = [
        passage for passage in passages if passage.headings[-1:] == ("【指摘事項1】 台帳の登録漏れについて",)
    ]
    assert len(named) == 1
    assert "載らないものがあった。" in named[0].text


def test_sections_of_a_plain_text_get_their_page_from_the_contents() -> None:
    text = (
        "目次\n第1章 総則....1\n1 目的....1\n2 範囲....1\n3 体制....4\n第2章 点検....40\n\n"
        "第1章 総則\n\n1 目的\n\n目的を定める。\n\n2 範囲\n\n範囲を定める。\n\n3 体制\n\n体制を定める。\n\n"
        "第2章 点検\n\n点検を行う。\n"
    )
    sections = split_sections(parsed_text(text))
    assert [(section.headings[-1], section.page_labels) for section in sections if section.headings] == [
        ("1 目的", ("1",)),
        ("2 範囲", ("1",)),
        ("3 体制", ("4",)),
        ("第2章 点検", ("40",)),
    ]


def test_contents_entries_are_not_sections() -> None:
    toc = "目次\n第１章　総則……1\n第２章　体制……2\n第３章　点検……3\n"
    parsed = parsed_pages(
        toc, "第１章　総則\n総則の文。", "第２章　体制\n体制の文。", "第３章　点検\n点検の文。"
    )
    sections = split_sections(parsed)
    assert [section.headings for section in sections] == [
        ("第１章 総則",),
        ("第２章 体制",),
        ("第３章 点検",),
    ]
    assert all(span.page > 1 for section in sections for span in section.spans)


def test_a_contents_passage_of_a_pdf_stands_on_the_contents_page() -> None:
    toc = "目次\n第１章　総則……1\n第２章　体制……2\n第３章　点検……3\n"
    parsed = parsed_pages(toc, "第１章　総則\n総則の文。", labels=["i", "1"])
    contents = [
        passage for passage in split_passages(parsed, split_sections(parsed)) if passage.headings == ("目次",)
    ]
    assert [(passage.page_numbers, passage.page_labels) for passage in contents] == [((1,), ("i",))]


BOOK = (
    "目次\n議案第７号 令和６年度緑野町一般会計予算\n一般会計予算············1\n"
    "一般会計予算に関する説明書\n歳入歳出予算事項別明細書············2\n"
    "債務負担行為で翌年度以降にわたるものについての前年度末までの支出額及び\n支出予定額に関する調書····3\n"
    "議案第８号 令和６年度緑野町水道事業会計予算\n水道事業会計予算······40\n給与費明細書······52\n"
)


def test_a_line_over_entries_is_no_part_of_them_and_a_wrapped_one_is() -> None:
    contents = find_body(parsed_text(BOOK)).contents
    assert [(entry.heading, entry.under, entry.label) for entry in contents.entries] == [
        ("一般会計予算", ("議案第７号 令和６年度緑野町一般会計予算",), "1"),
        (
            "歳入歳出予算事項別明細書",
            ("議案第７号 令和６年度緑野町一般会計予算", "一般会計予算に関する説明書"),
            "2",
        ),
        (
            "債務負担行為で翌年度以降にわたるものについての前年度末までの支出額及び支出予定額に関する調書",
            ("議案第７号 令和６年度緑野町一般会計予算", "一般会計予算に関する説明書"),
            "3",
        ),
        ("水道事業会計予算", ("議案第８号 令和６年度緑野町水道事業会計予算",), "40"),
        ("給与費明細書", ("議案第８号 令和６年度緑野町水道事業会計予算",), "52"),
    ]


def test_entries_for_accounts_that_are_not_in_the_file_have_a_passage_and_the_others_none() -> None:
    pages = (
        "一般会計予算\n総額を定める。",
        "歳入歳出予算事項別明細書\n明細である。",
        "債務負担行為で翌年度以降にわたるものについての前年度末までの支出額及び支出予定額に関する調書\n調書である。",
    )
    parsed = parsed_pages(BOOK, *pages, labels=[None, "1", "2", "3"])
    told = [one for one in split_passages(parsed, split_sections(parsed)) if one.headings[:1] == ("目次",)]
    assert [passage.headings for passage in told] == [("目次", "議案第８号 令和６年度緑野町水道事業会計予算")]
    assert "給与費明細書" in told[0].text and "一般会計" not in told[0].text


def test_an_entry_whose_page_could_not_be_read_is_in_the_file() -> None:
    parsed = parsed_pages(BOOK, "", "", "", labels=[None, "1", "2", "3"])
    told = [one for one in split_passages(parsed, split_sections(parsed)) if one.headings[:1] == ("目次",)]
    assert all("一般会計" not in passage.text for passage in told)
