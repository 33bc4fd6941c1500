"""The findings of the samples' audit reports, and what the measures-taken report says of those of one."""

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

from corpus.reader import Limits
from corpus.reading import read_document
from corpus.splitting import split_document
from corpus.types import SplitDocument
from index.storage.linking import link_measures

DOCUMENTS = Path(__file__).parents[1] / "samples" / "documents"
AUDIT = "*令和5年度_包括外部監査結果報告書.pdf"
LATER_AUDIT = "*令和6年度_包括外部監査結果報告書.pdf"
CITY_AUDIT = "桐原市*定期監査結果報告書.pdf"


@lru_cache(maxsize=4)
def split(pattern: str) -> SplitDocument:
    (path,) = DOCUMENTS.glob(pattern)
    return split_document(read_document(path, path.name, Limits()))


@pytest.mark.parametrize(
    ("pattern", "counts"),
    [(AUDIT, {"指摘事項": 18, "意見": 15}), (LATER_AUDIT, {"指摘事項": 7, "意見": 4})],
)
def test_each_finding_has_the_title_and_the_page_that_the_list_tells(
    pattern: str, counts: dict[str, int]
) -> None:
    audit = split(pattern)
    pages = {page.label: page for page in audit.parsed.pages}
    listed = re.findall(
        r"【(指摘事項|意見) ?(\d+)】[ \t]*(.+)\t(\d+)$",
        "\n".join(page.text for page in audit.parsed.pages),
        re.MULTILINE,
    )
    assert Counter(one.kind for one in audit.findings) == counts
    found = [(one.kind, one.number, re.sub(r"\s", "", one.title), one.page_label) for one in audit.findings]
    assert sorted(found) == sorted(
        (kind, number, re.sub(r"\s", "", title), label) for kind, number, title, label in listed
    )
    assert all(one.page_label and pages[one.page_label].number == one.page for one in audit.findings)


def test_each_finding_tells_what_it_is_about() -> None:
    subjects = Counter(one.subject for one in split(AUDIT).findings)
    assert subjects["ITガバナンス全般"] == 12
    assert subjects["財務会計システム"] == 3
    assert None not in subjects
    assert len(subjects) == 9


def test_findings_numbered_by_office_have_its_name_and_their_page() -> None:
    found = [(one.kind, one.number, one.subject, one.page_label) for one in split(CITY_AUDIT).findings]
    assert found == [
        ("指摘事項", "1-1", "デジタル推進課", "1"),
        ("指摘事項", "2-1", "福祉課", "2"),
        ("指摘事項", "3-1", "健康推進課", "2"),
        ("意見", "3-1", "健康推進課", "3"),
        ("指摘事項", "4-1", "学校教育課", "3"),
        ("意見", "4-1", "学校教育課", "3"),
        ("指摘事項", "5-1", "建設課", "4"),
        ("意見", "6-1", "全ての課に共通する事項", "4"),
    ]


def test_each_finding_is_answered_by_the_report_of_measures_taken() -> None:
    audit, later, report = split(AUDIT), split(LATER_AUDIT), split("*措置状況報告書.pdf")
    documents = {one.parsed.document.id: one.parsed.document for one in (audit, later, report)}
    linked = link_measures((*audit.findings, *later.findings), report.measures, documents)
    assert report.findings == ()
    assert len(report.measures) == 33
    assert {one.document_id for one in linked if one.measures} == {audit.parsed.document.id}
    assert sum(bool(one.measures) for one in linked) == len(audit.findings)
    told = Counter((one.kind, one.status) for one in report.measures)
    assert told["指摘事項", "措置済"] == 14
    assert told["意見", "検討中"] == 5
    assert told["意見", "不措置"] == 1
