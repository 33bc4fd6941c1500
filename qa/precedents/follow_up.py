"""A finding in, what followed it and what went before out: measures taken, like findings of other years."""

from collections.abc import Sequence

from corpus import fold, squeeze
from index.types import Index
from qa.precedents.measures import find_measures_taken
from qa.precedents.nearness import find_near
from qa.precedents.quoting import Pages
from qa.precedents.records import own_text, record_passages
from qa.precedents.types import FindingRecord, FollowUp, LikeFinding

LIKELY = 0.5
"""The least score of a finding of another year that is said to be likely the same or a like one."""

BY_TITLE = 0.5
BY_SUBJECT = 0.1
"""How much of the score is how alike the titles are, and whether both are about one subject."""

MOST_LIKE = 5


def find_follow_up(index: Index, record: FindingRecord, records: Sequence[FindingRecord]) -> FollowUp:
    """What followed a finding of these records; the same office's findings of other years are compared with
    it by title, subject and text."""
    of_office = [
        other
        for other in records
        if other.document.issuer
        and other.document.issuer == record.document.issuer
        and other.document.id != record.document.id
    ]
    later = [other for other in of_office if _years_after(record, other) > 0]
    earlier = [other for other in of_office if _years_after(record, other) < 0]
    text = own_text(record, record_passages(index, record))
    return FollowUp(
        find_measures_taken(index, record, Pages(index)),
        _like(index, record, text, later),
        _like(index, record, text, earlier),
        tuple(sorted({other.document.fiscal_year or 0 for other in later})),
    )


def _years_after(record: FindingRecord, other: FindingRecord) -> int:
    """How many years after a finding another one was made, 0 where a year is not known."""
    first, second = record.document.fiscal_year, other.document.fiscal_year
    return second - first if first is not None and second is not None else 0


def _like(
    index: Index, record: FindingRecord, text: str, others: Sequence[FindingRecord]
) -> tuple[LikeFinding, ...]:
    if not others:
        return ()
    like = [
        LikeFinding(near.record, _likeness(record, near.record, near.score))
        for near in find_near(index, text, others)
    ]
    likely = sorted((each for each in like if each.score >= LIKELY), key=lambda each: -each.score)
    return tuple(likely[:MOST_LIKE])


def _likeness(one: FindingRecord, other: FindingRecord, nearness: float) -> float:
    subjects = one.finding.subject, other.finding.subject
    same_subject = subjects[0] is not None and squeeze(fold(subjects[0])) == squeeze(fold(subjects[1] or ""))
    return (
        BY_TITLE * title_likeness(one.finding.title, other.finding.title)
        + BY_SUBJECT * same_subject
        + (1 - BY_TITLE - BY_SUBJECT) * nearness
    )


def title_likeness(one: str, other: str) -> float:
    """How many of two titles' character pairs are the same, 0 to 1 (Dice's coefficient); the closing について
    does not count."""
    first, second = _pairs(one), _pairs(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first or second else 0.0


def _pairs(title: str) -> set[str]:
    words = squeeze(fold(title)).removesuffix("について")
    return {words[at : at + 2] for at in range(len(words) - 1)}
