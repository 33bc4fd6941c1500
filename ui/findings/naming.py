"""A finding in, how it is named on the screen out."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Passage
from qa.precedents.types import FindingRecord, Quote
from ui.marking import marked
from ui.places import file_pages, fiscal_year, printed_pages
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
    page = [] if record.finding.page is None else [record.finding.page]
    label = [record.finding.page_label] if record.finding.page_label else []
    return f"{file_pages(record.document, page)} ／ {printed_pages(label)}"


def quote_place(record: FindingRecord, quote: Quote) -> str:
    """Both page numbers of words quoted from a finding, apart."""
    pages = [] if quote.page is None else [quote.page]
    label = [quote.page_label] if quote.page_label else []
    return f"{file_pages(record.document, pages)} ／ {printed_pages(label)}"


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
