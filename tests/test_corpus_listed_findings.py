"""Findings that a report of standing auditors lists under a heading, without marks of their own."""

from dataclasses import replace

from corpus import find_findings, split_passages, split_sections
from corpus.structure.listed_findings import find_listed
from corpus.types import Document, Passage, Span
from tests.corpus_files import parsed_text

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


def test_a_report_that_marks_its_findings_lists_no_others() -> None:
    listed = (
        "第1 監査の概要\n\n令和5年度の事務を監査した。\n\n第2 指摘事項\n\n次のとおり是正を求める。\n\n"
        "（1） 使用料の未収\n\n使用料が未収のままである。\n\n（2） 手数料の誤り\n\n誤っていた。\n\n"
    )
    marked = "第3 個別の結果\n\n【指摘事項1】 台帳の登録漏れについて\n\n登録されたい。\n"
    assert titles_found(listed) == ["使用料の未収", "手数料の誤り"]
    assert titles_found(listed + marked) == ["台帳の登録漏れについて"]


def titles_found(text: str) -> list[str]:
    parsed = parsed_text(text)
    parsed = replace(parsed, document=replace(parsed.document, kind="定例監査"))
    sections = split_sections(parsed)
    return [finding.title for finding in find_findings(parsed, sections, split_passages(parsed, sections))]
