"""An index in, its findings as records out, with counts of what they can be narrowed by."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from corpus import fold, squeeze
from corpus.types import Finding, Measure, Passage
from index.types import Index
from qa.precedents.types import FindingFacets, FindingFilters, FindingRecord

ENTRY = 40
"""A finding's passages with at most so many characters beside its title are its entry in a contents page."""


def find_records(index: Index) -> tuple[FindingRecord, ...]:
    """All findings of a library: newest report first, within a report in its order."""
    documents = {document.id: document for document in index.documents()}
    measures = _by_name(index.measures())
    records = [
        FindingRecord(
            record_id(finding),
            finding,
            documents[finding.document_id],
            tuple(measure.status for measure in answering(finding, measures.get(_name(finding), ()))),
        )
        for finding in index.findings()
        if finding.document_id in documents
    ]
    return tuple(sorted(records, key=lambda record: -(record.document.fiscal_year or 0)))


def record_id(finding: Finding) -> str:
    """The name of a finding in addresses: of its report, kind, number and title."""
    named = "\n".join((finding.document_id, finding.kind, finding.number, finding.title))
    return hashlib.sha256(named.encode()).hexdigest()[:16]


def answering(finding: Finding, measures: Iterable[Measure]) -> list[Measure]:
    """The measures that answer a finding, as its passages of measures tell."""
    told = set(finding.measures)
    return [
        measure
        for measure in measures
        if told and told.issuperset(measure.passages) and _name(measure) == _name(finding)
    ]


def _by_name(measures: Iterable[Measure]) -> dict[tuple[str, str], list[Measure]]:
    named: dict[tuple[str, str], list[Measure]] = {}
    for measure in measures:
        named.setdefault(_name(measure), []).append(measure)
    return named


def _name(named: Finding | Measure) -> tuple[str, str]:
    return named.kind, fold(named.number)


def record_passages(index: Index, record: FindingRecord) -> tuple[Passage, ...]:
    """The passages that hold a finding, in order."""
    found = (index.passage(passage_id) for passage_id in record.finding.passages)
    return tuple(passage for passage in found if passage is not None)


def own_text(record: FindingRecord, passages: Sequence[Passage]) -> str:
    """What a finding says: its title and its passages; of a passage that is not under its own heading (a
    contents page with many entries) the lines that name it."""
    title = squeeze(fold(record.finding.title))
    texts = [record.finding.title]
    for passage in passages:
        if any(title and title in squeeze(fold(heading)) for heading in passage.headings):
            texts.append(passage.text)
        else:
            texts += [line for line in passage.text.splitlines() if title and title in squeeze(fold(line))]
    return "\n".join(texts)


def described(record: FindingRecord, passages: Sequence[Passage]) -> FindingRecord:
    """The record, knowing whether more than its title stands in its passages."""
    own = own_text(record, passages)
    return replace(record, described=len(squeeze(own)) > 2 * len(squeeze(record.finding.title)) + ENTRY)


def narrowed(records: Iterable[FindingRecord], filters: FindingFilters) -> tuple[FindingRecord, ...]:
    """The records that the filters let through, in their order."""
    return tuple(record for record in records if all(_passes(record, filters).values()))


def count_facets(records: Collection[FindingRecord], filters: FindingFilters) -> FindingFacets:
    """What records can be narrowed by, each field counted over what the other fields let through."""
    passes = [(record, _passes(record, filters)) for record in records]

    def others(field: str) -> list[FindingRecord]:
        return [record for record, of in passes if all(of[each] for each in of if each != field)]

    return FindingFacets(
        kinds=_most_first(record.finding.kind for record in others("kinds")),
        issuers=_most_first(record.document.issuer for record in others("issuers")),
        fiscal_years=tuple(
            sorted(
                Counter(
                    record.document.fiscal_year
                    for record in others("fiscal_years")
                    if record.document.fiscal_year is not None
                ).items(),
                reverse=True,
            )
        ),
        subjects=_most_first(record.finding.subject for record in others("subjects")),
    )


def _most_first(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counts = Counter(value for value in values if value is not None)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _passes(record: FindingRecord, filters: FindingFilters) -> dict[str, bool]:
    return {
        "kinds": not filters.kinds or record.finding.kind in filters.kinds,
        "issuers": not filters.issuers or record.document.issuer in filters.issuers,
        "fiscal_years": not filters.fiscal_years or record.document.fiscal_year in filters.fiscal_years,
        "subjects": not filters.subjects or record.finding.subject in filters.subjects,
    }
