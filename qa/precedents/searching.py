"""A query in, the findings whose passages answer it out."""

from collections.abc import Sequence
from itertools import chain

from index.types import Hit, Index
from qa.precedents.types import FindingRecord, FoundRecord

FOUND = 20
"""How many findings a search gives."""

LOOKED_THROUGH = 4
"""How many passages are asked for each finding that is wanted: one finding has several."""


def search_records(
    index: Index, query: str, records: Sequence[FindingRecord], top_k: int = FOUND
) -> tuple[FoundRecord, ...]:
    """The `top_k` findings nearest to a query among the records, best first, each with its best passage.

    Raises ValueError as Index.search does.
    """
    held: dict[str, list[FindingRecord]] = {}
    for record in records:
        for passage_id in record.finding.passages:
            held.setdefault(passage_id, []).append(record)
    hits = index.search(query, LOOKED_THROUGH * top_k, within=held)
    found: dict[str, FoundRecord] = {}
    for hit in chain.from_iterable((each, *each.siblings) for each in hits):
        for record in _of(hit, held):
            found.setdefault(record.id, FoundRecord(record, hit.passage, hit.score, hit.highlights))
    return tuple(found.values())[:top_k]


def _of(hit: Hit, held: dict[str, list[FindingRecord]]) -> list[FindingRecord]:
    """The findings that a passage holds; of several those whose title has most of what is marked in it."""
    records = held.get(hit.passage.id, [])
    marked = {hit.passage.text[start:end] for start, end in hit.highlights}
    return sorted(records, key=lambda record: -sum(word in record.finding.title for word in marked))
