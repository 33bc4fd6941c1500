"""Findings that a report of standing auditors lists under a heading, without marks of their own."""

from dataclasses import replace

from corpus.types import Document, Passage, Span
from qa.precedents.listed import find_listed

REPORT = Document("r" * 64, "定例監査.pdf", "定例監査結果報告書", "定例監査", "架空県", 2023, 9)


def passage(page: int, *headings: str) -> Passage:
    text = f"{headings[-1]}\n本文である。"
    return Passage(
        f"p{page}-{len(headings)}", REPORT.id, headings, text, (Span(page, 0, 9),), (str(page - 2),)
    )


PASSAGES = (
    passage(3, "報告書", "第2 監査の結果"),
    passage(4, "報告書", "第3 指摘事項"),
    passage(4, "報告書", "第3 指摘事項", "1 収入に関するもの"),
    passage(5, "報告書", "第3 指摘事項", "1 収入に関するもの", "（２） 使用料の未収"),
    passage(6, "報告書", "第3 指摘事項", "1 収入に関するもの", "（２） 使用料の未収"),
    passage(7, "報告書", "第4 監査委員の意見", "1 内部統制について"),
    passage(8, "報告書", "第5 資料", "1 用語"),
)


def test_each_leaf_below_the_heading_is_a_finding_with_all_its_passages() -> None:
    finding, opinion = find_listed(REPORT, PASSAGES)
    assert (finding.kind, finding.number, finding.title) == ("指摘事項", "1(2)", "使用料の未収")
    assert (finding.subject, finding.page, finding.page_label) == ("収入に関するもの", 5, "3")
    assert finding.passages == (PASSAGES[3].id, PASSAGES[4].id)
    assert (opinion.kind, opinion.number, opinion.title) == ("意見", "1", "内部統制について")
    assert opinion.subject is None


def test_other_documents_and_headings_that_only_speak_of_findings_list_none() -> None:
    assert find_listed(replace(REPORT, kind="計画"), PASSAGES) == ()
    spoken = passage(4, "報告書", "第3 指摘事項への対応について", "1 窓口")
    assert find_listed(REPORT, [spoken]) == ()


def test_a_report_without_pages_gives_none() -> None:
    finding = find_listed(replace(REPORT, page_count=0), PASSAGES)[0]
    assert (finding.page, finding.page_label) == (None, None)
