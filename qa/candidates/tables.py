"""Evidence in, the cells of tables and the fields of forms that may answer out."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from index.types import Index, SentenceScore
from qa.asking.questions import AskedQuestion
from qa.candidates.evidence import Evidence
from qa.candidates.fact_words import said
from qa.candidates.facts import Fact
from qa.candidates.fields import field_facts
from qa.candidates.fitting import asked_pairs, best_facts
from qa.candidates.items import is_money, item_facts
from qa.candidates.places import PassagePlaces
from qa.candidates.rows import row_facts
from qa.candidates.types import Candidate


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
    facts = [fact for one in evidence for fact in facts_of(one, index)]
    found = [said(fact, grams, fit) for fit, fact in best_facts(asked, facts, near)]
    best = {(one.hit.passage.id, one.start, one.text): one for one in reversed(found) if one is not None}
    return sorted(best.values(), key=lambda one: (one.hit.rank, -one.fit))


def facts_of(evidence: Evidence, index: Index) -> Iterator[Fact]:
    """What the tables and forms state in a passage: its cells and fields, and the items that they list."""
    passage = evidence.hit.passage
    rows = index.rows(passage.document_id, passage.spans)
    fields = index.fields(passage.document_id, passage.spans)
    if not rows and not fields:
        return
    places = PassagePlaces(passage, index.texts(passage.document_id, passage.spans))
    cells = {fact.place: fact for fact in row_facts(evidence, rows, places)}
    told = {fact.place: fact for fact in field_facts(evidence, fields, cells, places)}
    facts = list({**cells, **told}.values())
    yield from facts
    for _, of_row in groupby(facts, key=lambda fact: (fact.start, fact.end)):
        yield from item_facts(max(of_row, key=_money))


def _money(fact: Fact) -> Decimal:
    return abs(fact.number) if fact.number is not None and is_money(fact) else Decimal(-1)
