"""A row of a table and the lines above it in, what the head over each of its figures says out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from index.text.years import find_years
from qa.writing.language_model.dates import write_out_dates
from qa.writing.language_model.numbers import stated_numbers
from qa.writing.language_model.words import read_wording


@dataclass(frozen=True, slots=True)
class Column:
    """The figures of a cell with the years and the words in the head over it."""

    numbers: frozenset[tuple[Decimal, str]]
    years: frozenset[str]
    forms: frozenset[str]


def read_columns(row: str, heads: Sequence[str], units: frozenset[str]) -> tuple[Column, ...]:
    """The columns of a row under the nearest head with as many cells; none where there is no such head."""
    cells = row.split("\t")
    over = next((head.split("\t") for head in heads if head.count("\t") + 1 == len(cells)), None)
    if over is None or len(cells) == 1:
        return ()
    columns = []
    for cell, head in zip(cells, over, strict=True):
        wording = read_wording(write_out_dates(head))
        columns.append(
            Column(
                stated_numbers(cell, units),
                frozenset(year.term for year in find_years(wording.folded)),
                frozenset(word.form for word in wording.words),
            )
        )
    return tuple(columns)


def under_its_head(
    figure: tuple[Decimal, str], years: frozenset[str], forms: frozenset[str], columns: Sequence[Column]
) -> bool:
    """Whether a figure of a row stands under the head that a claim's years and words name, if any."""
    own = [column for column in columns if figure in column.numbers]
    if not own:
        return True
    return any(_is_named(column, years, forms, columns) for column in own)


def _is_named(own: Column, years: frozenset[str], forms: frozenset[str], columns: Sequence[Column]) -> bool:
    if years and own.years and not years & own.years:
        return False
    others = [column.forms for column in columns if column.numbers and column is not own]
    elsewhere = frozenset().union(*others)
    return not forms & (elsewhere - own.forms) or bool(forms & (own.forms - elsewhere))
