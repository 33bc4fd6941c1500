"""The findings of the samples' audit report, and what its measures-taken report says of each."""

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

from corpus.reader import Limits
from corpus.reading import read_document
from corpus.splitting import split_document
from corpus.types import SplitDocument
from index.storage.linking import link_measures

DOCUMENTS = Path(__file__).parents[1] / "samples" / "documents"


@lru_cache(maxsize=2)
def split(pattern: str) -> SplitDocument:
    (path,) = DOCUMENTS.glob(pattern)
    return split_document(read_document(path, path.name, Limits()))


def test_each_finding_has_the_title_and_the_page_that_the_list_tells() -> None:
    audit = split("*包括外部監査結果報告書.pdf")
    pages = {page.label: page for page in audit.parsed.pages}
    listed = re.findall(
        r"【(指摘事項|意見) ?(\d+)】[ \t]*(.+)\t(\d+)$",
        "\n".join(page.text for page in audit.parsed.pages),
        re.MULTILINE,
    )
    assert Counter(one.kind for one in audit.findings) == {"指摘事項": 18, "意見": 15}
    found = [(one.kind, one.number, re.sub(r"\s", "", one.title), one.page_label) for one in audit.findings]
    assert sorted(found) == sorted(
        (kind, number, re.sub(r"\s", "", title), label) for kind, number, title, label in listed
    )
    assert all(one.page_label and pages[one.page_label].number == one.page for one in audit.findings)


def test_each_finding_tells_what_it_is_about() -> None:
    subjects = Counter(one.subject for one in split("*包括外部監査結果報告書.pdf").findings)
    assert subjects["ITガバナンス全般"] == 12
    assert subjects["財務会計システム"] == 3
    assert None not in subjects
    assert len(subjects) == 9


def test_each_finding_is_answered_by_the_report_of_measures_taken() -> None:
    audit, report = split("*包括外部監査結果報告書.pdf"), split("*措置状況報告書.pdf")
    documents = {one.parsed.document.id: one.parsed.document for one in (audit, report)}
    linked = link_measures(audit.findings, report.measures, documents)
    assert report.findings == ()
    assert len(report.measures) == 33
    assert all(one.measures for one in linked)
    told = Counter((one.kind, one.status) for one in report.measures)
    assert told["指摘事項", "措置済"] == 14
    assert told["意見", "検討中"] == 5
    assert told["意見", "不措置"] == 1
