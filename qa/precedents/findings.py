"""A library's findings: all that a page of them asks for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus import squeeze
from corpus.types import Passage
from index.types import Index
from qa.precedents import records
from qa.precedents.drafts import LONGEST_DRAFT
from qa.precedents.follow_up import find_follow_up
from qa.precedents.precedents import ANYONES, SHOWN, find_precedents
from qa.precedents.searching import FOUND, search_records
from qa.precedents.types import (
    DraftScope,
    FindingFacets,
    FindingFilters,
    FindingRecord,
    FollowUp,
    FoundRecord,
    Precedents,
)


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of a library as it is at each call. Threads may share it."""

    index: Index

    longest_draft = LONGEST_DRAFT

    def records(self) -> tuple[FindingRecord, ...]:
        """All findings: newest report first, within a report in its order."""
        return records.find_records(self.index)

    def narrowed(self, of: Collection[FindingRecord], filters: FindingFilters) -> tuple[FindingRecord, ...]:
        """Those of some records that filters let through."""
        return records.narrowed(of, filters)

    def facets(self, of: Collection[FindingRecord], filters: FindingFilters) -> FindingFacets:
        """What some records can be narrowed by, with counts."""
        return records.count_facets(of, filters)

    def search(self, query: str, of: Sequence[FindingRecord], top_k: int = FOUND) -> tuple[FoundRecord, ...]:
        """Those of some records that answer a query, best first. Raises ValueError as Index.search does."""
        return search_records(self.index, query, of, top_k)

    def opened(self, record: FindingRecord) -> tuple[FindingRecord, tuple[Passage, ...]]:
        """A record that knows whether it is described, and its passages."""
        passages = records.record_passages(self.index, record)
        return records.described(record, passages), passages

    def text(self, record: FindingRecord) -> str:
        """What a record says: its passages, or its title where these do not tell it."""
        title, _, text = records.own_text(record, self.opened(record)[1]).partition("\n")
        return text if squeeze(title) in squeeze(text) else f"{title}\n{text}".strip()

    def precedents(self, draft: str, scope: DraftScope = ANYONES, top_k: int = SHOWN) -> Precedents:
        """The findings near to a draft. Raises DraftError (a ValueError) for one that cannot be compared."""
        return find_precedents(self.index, draft, scope, top_k)

    def follow_up(self, record: FindingRecord, of: Sequence[FindingRecord]) -> FollowUp:
        """What followed a finding, and what went before it."""
        return find_follow_up(self.index, record, of)
