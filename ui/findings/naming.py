"""A finding in, how it is named on the screen out."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Passage
from qa.precedents.types import FindingRecord, Quote
from ui.marking import marked
from ui.places import fiscal_year, page_place
from ui.words import words


def finding_name(record: FindingRecord) -> str:
    """指摘事項7, 意見: kind and number."""
    finding = record.finding
    form = words().findings.numbered if finding.number else words().findings.unnumbered
    return form.format(kind=finding.kind, number=finding.number)


def finding_facts(record: FindingRecord) -> str:
    """Office, subject, year and report as HTML."""
    document = record.document
    known = [document.issuer, record.finding.subject, fiscal_year(document.fiscal_year), document.title]
    return " · ".join(f"<span>{marked(fact)}</span>" for fact in known if fact)


def finding_place(record: FindingRecord) -> str:
    """Both page numbers where a finding begins, apart."""
    return page_place(record.document, record.finding.page, record.finding.page_label)


def quote_place(record: FindingRecord, quote: Quote) -> str:
    """Both page numbers of words quoted from a finding, apart."""
    return page_place(record.document, quote.page, quote.page_label)


def finding_lines(record: FindingRecord, status: str) -> str:
    """The lines below a finding's title as HTML: what it is of, where it stands, and its status."""
    return (
        f'<p class="t-facts t-finding">{finding_facts(record)}</p>'
        f'<p class="t-pages"><span>{marked(finding_place(record))}</span>'
        f'<span class="t-status">{marked(status)}</span></p>'
    )


def status_words(record: FindingRecord) -> str:
    """What is known of the measures taken, in a few words."""
    if not record.statuses:
        return words().findings.no_measures
    told = dict.fromkeys(status or words().findings.no_status for status in record.statuses)
    return words().findings.measures_told.format(statuses=words().findings.separator.join(told))


def as_one(record: FindingRecord, passages: Sequence[Passage]) -> Passage:
    """The passages of a finding as one, so that all of it is boxed on a page's picture."""
    spans = tuple(dict.fromkeys(span for passage in passages for span in passage.spans))
    labels = tuple(dict.fromkeys(label for passage in passages for label in passage.page_labels))
    text = "\n".join(passage.text for passage in passages)
    return replace(passages[0], id=f"finding-{record.id}", text=text, spans=spans, page_labels=labels)
