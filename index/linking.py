"""Findings and what was done about them, of whatever documents, in; each finding with its measures out."""

from collections.abc import Sequence
from dataclasses import replace

from corpus import fold, squeeze
from corpus.types import Finding, Measure

_Name = tuple[str, str, str]


def link_measures(findings: Sequence[Finding], measures: Sequence[Measure]) -> list[Finding]:
    """The findings with the passages that tell what was done about each.

    A measure answers the finding of its kind, number and title: the number alone says little, as every year's
    report counts from 1. A measure without a title answers none.
    """
    told: dict[_Name, list[str]] = {}
    for measure in measures:
        if measure.title:
            told.setdefault(_name(measure), []).extend(measure.passages)
    return [replace(each, measures=tuple(dict.fromkeys(told.get(_name(each), ())))) for each in findings]


def _name(named: Finding | Measure) -> _Name:
    return named.kind, fold(named.number), squeeze(fold(named.title))
