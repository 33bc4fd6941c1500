"""Findings and what was done about them, of whatever documents, in; each finding with its measures out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus import fold, squeeze
from corpus.types import Document, Finding, Measure

_Name = tuple[str, str, str]


def link_measures(
    findings: Sequence[Finding], measures: Sequence[Measure], documents: Mapping[str, Document]
) -> list[Finding]:
    """The findings with the passages that tell what was done about each.

    A measure answers the findings of its kind, number and title: the number alone says little, as every
    report counts from 1. Where the documents tell their offices and years, a measure of another office, or of
    a year before, answers none; of several years' reports with the same finding it answers the latest. A
    measure without a title answers none.
    """
    named: dict[_Name, list[int]] = {}
    for at, finding in enumerate(findings):
        named.setdefault(_name(finding), []).append(at)
    told: dict[int, list[str]] = {}
    for measure in measures:
        if measure.title:
            for at in _answered(measure, findings, named.get(_name(measure), ()), documents):
                told.setdefault(at, []).extend(measure.passages)
    return [
        replace(finding, measures=tuple(dict.fromkeys(told.get(at, ()))))
        for at, finding in enumerate(findings)
    ]


def _answered(
    measure: Measure, findings: Sequence[Finding], named: Sequence[int], documents: Mapping[str, Document]
) -> list[int]:
    """Which of the findings of its name a measure answers."""
    by = documents.get(measure.document_id)
    fitting = [at for at in named if _may_answer(by, documents.get(findings[at].document_id))]
    years = {at: _year(documents.get(findings[at].document_id)) for at in fitting}
    latest = max(years.values(), default=0)
    return [at for at in fitting if years[at] in (0, latest)]


def _may_answer(by: Document | None, of: Document | None) -> bool:
    if by is None or of is None:
        return True
    if by.issuer and of.issuer and by.issuer != of.issuer:
        return False
    return not (by.fiscal_year and of.fiscal_year and by.fiscal_year < of.fiscal_year)


def _year(document: Document | None) -> int:
    """A document's fiscal year, 0 where it is not known."""
    return (document.fiscal_year or 0) if document else 0


def _name(named: Finding | Measure) -> _Name:
    return named.kind, fold(named.number), squeeze(fold(named.title))
