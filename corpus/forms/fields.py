"""A parsed document in; the fields of the forms in it (review, evaluation, budget request) out."""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.forms.columns import Columns, Over, Said
from corpus.forms.labels import (
    bare_label,
    is_frame_label,
    is_label,
    is_money_label,
    is_name_label,
    is_typical,
    may_hold_form,
)
from corpus.forms.lists import is_list_head, read_card, read_list_row
from corpus.forms.pairs import is_pair_head, read_pair, read_pairs
from corpus.forms.rows import FormRow, form_rows
from corpus.forms.values import field_figure
from corpus.forms.years import head_years
from corpus.normalising import squeeze
from corpus.tables.lines import is_head_cell
from corpus.tables.units import stated_units
from corpus.types import Field, ParsedDocument, Section

_LEAST_TYPICAL = 3
_LEAST_LABELS = 4
"""How many different labels make a form: typical ones, the project's name among them, and with those of
amounts; so many typical ones must stand near the name."""
_NEAR = 15
_LONGEST_NAME = 80
_LONGEST_UNIT_LINE = 20


@dataclass(slots=True)
class _Form:
    """A form as it is read: its project's name and the row (from 0) that tells it, what the form says, and
    which typical labels were seen where."""

    name: str = ""
    said: list[Said] = field(default_factory=list)
    row: int = 0
    typical: dict[str, int] = field(default_factory=dict)
    amounts: set[str] = field(default_factory=set)

    @property
    def is_form(self) -> bool:
        """Whether it is one; what it says is told only then."""
        near = [label for label, row in self.typical.items() if abs(row - self.row) <= _NEAR]
        labels = len(self.typical) + len(self.amounts)
        framed = any(map(is_frame_label, near))
        return bool(self.name) and framed and len(near) >= _LEAST_TYPICAL and labels >= _LEAST_LABELS

    def add(self, said: Said, row: int) -> None:
        """Takes what a row says, and counts its labels."""
        self.said.append(said)
        for label in said.labels:
            if is_typical(label):
                known = self.typical.get(bare_label(label), row)
                self.typical[bare_label(label)] = min(known, row, key=lambda at: abs(at - self.row))
            if is_money_label(label):
                self.amounts.add(bare_label(label))


def find_fields(parsed: ParsedDocument, sections: Sequence[Section]) -> tuple[Field, ...]:
    """The fields of a document's forms in reading order; none where it holds no form.

    A form is known by its project's name (事業名) and several other labels that such forms have. A field's
    `label` is as printed; under column heads it is the row's labels and the head, parted by 「 / 」. Words
    said again under the same label (on each page's head) are told once, figures as often as they stand.
    """
    if not any(may_hold_form(page.text) for page in parsed.pages):
        return ()
    year = parsed.document.fiscal_year
    rows = list(form_rows(parsed))
    listed, rest = _read_lists(rows, year)
    fields = [_field(parsed, name, said) for name, found in listed for said in found]
    for form in _read_forms(rest, year):
        fields += [_field(parsed, form.name, said) for said in form.said]
    words: dict[tuple[str, str, str], Field] = {}
    return tuple(
        one
        for one in fields
        if one.number is not None or words.setdefault((one.form, one.label, one.value), one) is one
    )


def _read_lists(
    rows: Sequence[FormRow], year: int | None
) -> tuple[list[tuple[str, list[Said]]], list[FormRow]]:
    """What sheets of one project a row, or a card, say, and the rows that are not of such sheets."""
    found: list[tuple[str, list[Said]]] = []
    rest: list[FormRow] = []
    heads: dict[int, str] = {}
    name, block = -1, -1
    for row, card in _with_cards(rows):
        headed = squeeze("".join(cell.text for cell in row.own))
        if card and (read := read_card(card, year)) and squeeze(read[0]) == headed:
            found.append(read)
            continue
        for one in (row, *card):
            column = is_list_head(one)
            if column is not None:
                heads, name, block = {cell.column: cell.text for cell in one.own}, column, one.block
            elif one.block == block:
                if read := read_list_row(heads, one, name, year):
                    found.append(read)
            else:
                rest.append(one)
    return found, rest


def _with_cards(rows: Sequence[FormRow]) -> Iterator[tuple[FormRow, Sequence[FormRow]]]:
    """Each line with the rows of tables right under it, which may be the card that it heads; any other row
    with none."""
    at = 0
    while at < len(rows):
        end = at + 1
        if not rows[at].columns:
            while end < len(rows) and rows[end].columns:
                end += 1
        yield rows[at], rows[at + 1 : end]
        at = end


def _read_forms(rows: Sequence[FormRow], year: int | None) -> Iterator[_Form]:
    form = _Form()
    columns = Columns()
    over = Over()
    labelled = _labelled_blocks(rows)
    above: FormRow | None = None
    for number, (row, below) in enumerate(itertools.zip_longest(rows, rows[1:])):
        over = _over(over, row, year)
        if columns.begin(row, below, year, over):
            over, above = Over(), row
            continue
        said = list(columns.read(row)) if _goes_on(columns, row) else []
        if not said:
            said = list(read_pairs(row, above, year))
            if not said and row.block in labelled and not _goes_on(columns, row):
                said = list(read_pair(row))
        above = row
        name = next(filter(None, map(_name, said)), "")
        if name and squeeze(name) != squeeze(form.name):
            if form.is_form:
                yield form
                form = _Form()
            form.name, form.row = name, number
        for one in said:
            form.add(one, number)
    if form.is_form:
        yield form


def _over(over: Over, row: FormRow, own: int | None) -> Over:
    """What is told above the next row: units by any cell, a year by a line alone, which its units follow."""
    units = next((told for cell in row.own if (told := stated_units(cell.text))), ())
    if len(row.own) > 1:
        return Over(units or over.units, over.year)
    if units and len(row.own[0].text) <= _LONGEST_UNIT_LINE:
        return Over(units, over.year)
    return Over(units or over.units, head_years([row.own[0].text], own)[0] if row.own else over.year)


def _goes_on(columns: Columns, row: FormRow) -> bool:
    return bool(columns.heads) and columns.block == row.block


def _name(said: Said) -> str:
    """The project's name, if that is what is said."""
    name = said.cell.text
    told = len(said.labels) == 1 and is_name_label(said.labels[0])
    headed = any(map(is_head_cell, name.split()))
    return name if told and not headed and len(name) <= _LONGEST_NAME else ""


def _labelled_blocks(rows: Sequence[FormRow]) -> set[int]:
    """The blocks of which half the rows or more are labels known from forms, with their values, or that a
    head (区分, 内容) says to hold labels and values."""
    headed: set[int] = set()
    known: Counter[int] = Counter()
    total: Counter[int] = Counter()
    for row in rows:
        if row.columns:
            total[row.block] += 1
            known[row.block] += any(is_label(said.labels[0]) for said in read_pairs(row))
            headed |= {row.block} if is_pair_head(row) else set()
    return headed | {block for block, count in known.items() if count and 2 * count >= total[block]}


def _field(parsed: ParsedDocument, name: str, said: Said) -> Field:
    figure = field_figure(said.cell.text)
    unit = (figure.unit or said.unit) if figure is not None else None
    return Field(
        parsed.document.id,
        name,
        " / ".join(said.labels),
        said.cell.text,
        figure.number if figure is not None else None,
        unit,
        said.fiscal_year,
        (said.cell.span,),
    )
