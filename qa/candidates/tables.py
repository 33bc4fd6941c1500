"""Evidence in, the cells of tables and the fields of forms that may answer out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, islice

from corpus.types import Field, TableRow
from index.types import Index, SentenceScore
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import Evidence
from qa.candidates.fact_layers import asked_pairs
from qa.candidates.fact_words import said
from qa.candidates.facts import Fact, joined_alike
from qa.candidates.fields import field_facts
from qa.candidates.fitting import best_facts
from qa.candidates.items import is_money, item_facts
from qa.candidates.places import PassagePlaces
from qa.candidates.rows import row_facts
from qa.candidates.types import Candidate
from qa.candidates.whole_rows import whole_rows


def find_facts(
    asked: AskedQuestion,
    evidence: Sequence[Evidence],
    index: Index,
    near: Mapping[str, Sequence[SentenceScore]],
) -> list[Candidate]:
    """The cells and fields that fit the question best, those of a passage together.

    Where a field of a form stands in a cell of a table, they are one candidate. `near` is how near each row
    of a passage is to the question, by the passage's id.
    """
    grams = asked_pairs(asked)
    facts = [fact for told in told_facts(evidence, index) for fact in told]
    fitting = best_facts(asked, facts, near)
    rows = whole_rows(asked, fitting)
    found = [said(fact, grams, fit) for fit, fact in (*rows, *fitting)]
    best = {(one.hit.passage.id, one.start, one.text): one for one in reversed(found) if one is not None}
    return sorted(best.values(), key=lambda one: (one.hit.rank, -one.fit))


def told_facts(evidence: Sequence[Evidence], index: Index) -> Iterator[list[Fact]]:
    """What the tables and forms state in each passage: cells, fields, and the items that they list."""
    read: dict[str, list[_Read]] = {}
    for one in evidence:
        passage = one.hit.passage
        rows = index.rows(passage.document_id, passage.spans)
        fields = index.fields(passage.document_id, passage.spans)
        if rows or fields:
            read.setdefault(passage.document_id, []).append(_Read(one, rows, fields))
    for document_id, passages in read.items():
        spans = [span for found in passages for span in found.evidence.hit.passage.spans]
        texts = iter(index.texts(document_id, spans))
        for found in passages:
            passage = found.evidence.hit.passage
            yield list(_facts(found, PassagePlaces(passage, list(islice(texts, len(passage.spans))))))


@dataclass(frozen=True, slots=True)
class _Read:
    """What an index tells of a passage."""

    evidence: Evidence
    rows: Sequence[TableRow]
    fields: Sequence[Field]


def _facts(read: _Read, places: PassagePlaces) -> Iterator[Fact]:
    cells = {fact.place: fact for fact in row_facts(read.evidence, read.rows, places)}
    told = {fact.place: fact for fact in field_facts(read.evidence, read.fields, cells, places)}
    facts = [replace(fact, own_start=places.start) for fact in {**cells, **told}.values()]
    yield from joined_alike(facts)
    for _, of_row in groupby(facts, key=lambda fact: (fact.start, fact.end)):
        yield from item_facts(max(of_row, key=_money))


def _money(fact: Fact) -> Decimal:
    return abs(fact.number) if fact.number is not None and is_money(fact) else Decimal(-1)
