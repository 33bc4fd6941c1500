"""The fields of the forms on a passage's pages in, what they state out."""

from collections.abc import Iterator, Mapping, Sequence

from corpus.types import Field, Span
from qa.candidates.evidence import Evidence
from qa.candidates.facts import Fact, says_nothing
from qa.candidates.places import PassagePlaces

PARTED = " / "
"""What parts the labels of a field."""


def field_facts(
    evidence: Evidence, fields: Sequence[Field], cells: Mapping[Span, Fact], places: PassagePlaces
) -> Iterator[Fact]:
    """What the fields state that stand in the evidence's passage.

    `cells` are what the tables' cells state, by their places: the quote is then the cell's row. A field alone
    is quoted by its line. What a field says of its labels, unit and year goes before what the table says.
    """
    for field in fields:
        cell = cells.get(field.spans[0])
        row = (cell.start, cell.end) if cell else _line_of(evidence, field, places)
        if row is None or says_nothing(field.value):
            continue
        *labels, head = field.label.split(PARTED)
        labels, heads = (labels, [head]) if labels else ([head], [])
        yield Fact(
            evidence,
            *row,
            field.spans[0],
            cell.title if cell else "",
            tuple(labels),
            tuple(heads),
            field.value,
            field.number,
            field.unit or (cell.unit if cell else None),
            field.fiscal_year or (cell.fiscal_year if cell else None),
            "field",
            field.form,
        )


def _line_of(evidence: Evidence, field: Field, places: PassagePlaces) -> tuple[int, int] | None:
    """The line or lines of the passage's text that hold the field's value, whole."""
    found = places.find(field.spans[0])
    text = evidence.hit.passage.text
    if found is None or "".join(text[slice(*found)].split()) != "".join(field.value.split()):
        return None
    start = text.rfind("\n", 0, found[0]) + 1
    end = text.find("\n", found[1])
    return start, end if end >= 0 else len(text)
