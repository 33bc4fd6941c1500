"""The rows of a passage's tables in, what their cells state out."""

from collections.abc import Iterator, Sequence

from corpus.types import TableRow, TableValue
from qa.candidates.evidence import Evidence
from qa.candidates.facts import Fact, says_nothing
from qa.candidates.places import PassagePlaces


def row_facts(evidence: Evidence, rows: Sequence[TableRow], places: PassagePlaces) -> Iterator[Fact]:
    """What the cells of the rows state that stand whole in the evidence's passage."""
    for row in rows:
        stretch = places.find(row.span)
        if stretch is None:
            continue
        for value in row.values:
            if not says_nothing(value.text) and _is_whole(evidence, value, places):
                yield _fact(evidence, row, value, stretch)


def _is_whole(evidence: Evidence, value: TableValue, places: PassagePlaces) -> bool:
    found = places.find(value.span)
    if found is None:
        return False
    text = evidence.hit.passage.text[found[0] : found[1]]
    return "".join(text.split()) == "".join(value.text.split())


def _fact(evidence: Evidence, row: TableRow, value: TableValue, stretch: tuple[int, int]) -> Fact:
    return Fact(
        evidence,
        *stretch,
        value.span,
        row.title,
        row.labels,
        value.heads,
        value.text,
        value.number,
        value.unit,
        value.fiscal_year,
    )
