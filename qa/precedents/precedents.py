"""A draft finding in, the nearest findings with what they share and where they differ out."""

from collections.abc import Sequence

from index.types import Index
from qa.precedents.comparing import compare
from qa.precedents.drafts import read_draft
from qa.precedents.nearness import Near, find_near, term_weights
from qa.precedents.quoting import Pages
from qa.precedents.records import described, find_records
from qa.precedents.types import DraftScope, FindingRecord, Precedent, Precedents

NEAR = 0.36
"""The least score of a finding that is said to be near."""

SHOWN = 5

ANYONES = DraftScope()
"""Of a draft of which neither office nor year is told."""


def find_precedents(index: Index, text: str, scope: DraftScope = ANYONES, top_k: int = SHOWN) -> Precedents:
    """The findings near to a draft, of other offices and years than its own, at most `top_k`.

    Raises DraftError (a ValueError) for a draft that cannot be compared.
    """
    draft = read_draft(text)
    records = [record for record in find_records(index) if not _in_scope(record, scope)]
    nearest = find_near(index, draft, records)
    near = [each for each in nearest if each.score >= NEAR][:top_k]
    best = nearest[0].score if nearest else 0.0
    return Precedents(draft, _compared(index, draft, near), len(records), best, NEAR)


def _in_scope(record: FindingRecord, scope: DraftScope) -> bool:
    """Whether a finding is of the office and year that a draft is of; where neither is told none is."""
    if scope.issuer is None and scope.fiscal_year is None:
        return False
    same_office = scope.issuer in (None, record.document.issuer)
    return same_office and scope.fiscal_year in (None, record.document.fiscal_year)


def _compared(index: Index, draft: str, near: Sequence[Near]) -> tuple[Precedent, ...]:
    pages = Pages(index)
    weights = term_weights(index, [draft, *(passage.text for each in near for passage in each.passages)])
    return tuple(
        Precedent(
            described(each.record, each.passages),
            rank,
            each.score,
            each.passages,
            compare(draft, each.passages, weights, pages.quote),
        )
        for rank, each in enumerate(near, 1)
    )
