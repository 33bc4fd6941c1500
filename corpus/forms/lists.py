"""A sheet on which each row is one project's form, or each card of lines, in; their fields out."""

import re
from collections.abc import Iterable, Mapping, Sequence

from corpus.forms.columns import Said
from corpus.forms.labels import is_label, is_name_label, is_typical
from corpus.forms.rows import FormCell, FormRow
from corpus.forms.values import is_empty
from corpus.forms.years import head_years, is_year_head
from corpus.normalising import squeeze
from corpus.tables.units import head_unit, unit_word

_LEAST_HEADS = 12
_LEAST_KNOWN = 5
_PART = re.compile(r"(?P<base>.+)[:：](?P<part>名称|単位)")
_NOTE = re.compile(r"\([^()]*\)")

Entry = tuple[str, FormCell, int | None]
"""A head, what stands under it, and the year that the heads tell."""


def is_list_head(row: FormRow) -> int | None:
    """The column of the project's name in the head row of such a sheet; None for any other row."""
    cells = row.own
    if len(cells) < _LEAST_HEADS or not row.columns or not _are_of_form(cell.text for cell in cells):
        return None
    return next(cell.column for cell in cells if is_name_label(cell.text))


def read_list_row(
    heads: Mapping[int, str], row: FormRow, name: int, own: int | None
) -> tuple[str, list[Said]] | None:
    """The project's name and the fields of its row; None where the row names none."""
    cells = {cell.column: cell for cell in row.own}
    if name not in cells:
        return None
    years = dict(zip(heads, _years(list(heads.values()), own), strict=True))
    entries = [(heads[column], cell, years[column]) for column, cell in cells.items() if column in heads]
    return cells[name].text, _said(entries)


def read_card(rows: Sequence[FormRow], own: int | None) -> tuple[str, list[Said]] | None:
    """The project's name and the fields of a card: lines of a head and what stands under it, once or, under
    heads of their own (years), several times. None for rows that are no such card."""
    labels = [row.own[0].text for row in rows if row.own and row.own[0].column == 0]
    if len(labels) < _LEAST_HEADS or not _are_of_form(labels):
        return None
    entries: list[Entry] = []
    groups: dict[int, int | None] = {}
    name = ""
    for row in filter(lambda row: row.own, rows):
        label, values = row.own[0], row.own[1:]
        if label.column > 0:
            groups = dict(
                zip(
                    (cell.column for cell in row.own),
                    _years([cell.text for cell in row.own], own),
                    strict=True,
                )
            )
            continue
        if not name and is_name_label(label.text) and values:
            name = values[0].text
        year = _years([label.text], own)[0]
        several = len(values) > 1 or (bool(values) and values[0].column > 1)
        entries += [(label.text, cell, groups.get(cell.column, year) if several else year) for cell in values]
    return (name, _said(entries)) if name else None


def _said(entries: Sequence[Entry]) -> list[Said]:
    """What is said under each head. The heads 「⑤活動指標…ア：名称」 and 「…ア：単位」 tell the name and the
    unit of what stands under 「⑤活動指標ア」."""
    told: dict[tuple[str, str], str] = {}
    for head, cell, _ in entries:
        if match := _PART.fullmatch(_plain(head)):
            told.setdefault((match["base"], match["part"]), cell.text)
    said = []
    for head, cell, year in entries:
        if is_empty(cell.text):
            continue
        base = _plain(head)
        indicator, unit = told.get((base, "名称")), unit_word(told.get((base, "単位"), ""))
        labels = (head, indicator) if indicator else (head,)
        said.append(Said(labels, cell, unit or head_unit(head), year))
    return said


def _are_of_form(heads: Iterable[str]) -> bool:
    known = {squeeze(text) for text in heads if is_label(text)}
    typical = sum(is_typical(text) for text in known)
    return any(map(is_name_label, known)) and len(known) >= _LEAST_KNOWN and typical >= _LEAST_KNOWN - 1


def _plain(head: str) -> str:
    return _NOTE.sub("", squeeze(head))


def _years(heads: Sequence[str], own: int | None) -> tuple[int | None, ...]:
    return tuple(
        year if is_year_head(head) else None for head, year in zip(heads, head_years(heads, own), strict=True)
    )
