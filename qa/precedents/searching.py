"""A query in, the findings whose passages answer it out."""

import re
from collections.abc import Sequence
from itertools import chain

from corpus import fold, squeeze
from index.types import Hit, Index
from qa.precedents.types import FindingRecord, FoundRecord

_NAMED = re.compile(r"(?P<kind>指摘事項|意見)(?:第|no\.?)?(?P<number>\d+(?:-\d+)?(?:\(\d+\))?)", re.I)

FOUND = 20
"""How many findings a search gives."""

LOOKED_THROUGH = 4
"""How many passages are asked for each finding that is wanted: one finding has several."""


def search_records(
    index: Index, query: str, records: Sequence[FindingRecord], top_k: int = FOUND
) -> tuple[FoundRecord, ...]:
    """The `top_k` findings nearest to a query among the records, best first, each with its best passage;
    those that the query names by their number (指摘事項11) before all others.

    Raises ValueError as Index.search does.
    """
    held: dict[str, list[FindingRecord]] = {}
    for record in records:
        for passage_id in record.finding.passages:
            held.setdefault(passage_id, []).append(record)
    named = _named(query)
    wanted = max(LOOKED_THROUGH * top_k, len(held)) if named else LOOKED_THROUGH * top_k
    hits = index.search(query, wanted, within=held)
    found: dict[str, FoundRecord] = {}
    for hit in chain.from_iterable((each, *each.siblings) for each in hits):
        for record in _of(hit, held):
            found.setdefault(record.id, FoundRecord(record, hit.passage, hit.score, hit.highlights))
    ranked = sorted(found.values(), key=lambda each: _name(each.record) not in named)
    return tuple(ranked[:top_k])


def _named(query: str) -> set[tuple[str, str]]:
    """The kinds and numbers of the findings that a query names."""
    return {(match["kind"], match["number"]) for match in _NAMED.finditer(squeeze(fold(query)))}


def _name(record: FindingRecord) -> tuple[str, str]:
    return record.finding.kind, fold(record.finding.number)


def _of(hit: Hit, held: dict[str, list[FindingRecord]]) -> list[FindingRecord]:
    """The findings that a passage holds; of several those whose title has most of what is marked in it."""
    records = held.get(hit.passage.id, [])
    marked = {hit.passage.text[start:end] for start, end in hit.highlights}
    return sorted(records, key=lambda record: -sum(word in record.finding.title for word in marked))
