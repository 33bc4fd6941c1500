"""A wide sheet on which each row is one project's form in; their fields out."""

import re
from collections.abc import Mapping, Sequence

from corpus.forms_columns import Said
from corpus.forms_labels import is_label, is_name_label, is_typical
from corpus.forms_rows import FormRow
from corpus.forms_values import is_empty
from corpus.forms_years import head_years, is_year_head
from corpus.normalising import squeeze
from corpus.table_units import head_unit, unit_word

_LEAST_HEADS = 12
_LEAST_KNOWN = 5
_PART = re.compile(r"(?P<base>.+)[:：](?P<part>名称|単位)")
_NOTE = re.compile(r"\([^()]*\)")
_PLACEHOLDERS = re.compile(r"[(（].*[)）]")


def is_list_head(row: FormRow) -> int | None:
    """The column of the project's name in the head row of such a sheet; None for any other row."""
    cells = row.own
    if len(cells) < _LEAST_HEADS or not row.columns:
        return None
    names = [cell.column for cell in cells if is_name_label(cell.text)]
    known = {squeeze(cell.text) for cell in cells if is_label(cell.text)}
    typical = sum(is_typical(text) for text in known)
    return names[0] if names and len(known) >= _LEAST_KNOWN and typical >= _LEAST_KNOWN - 1 else None


def read_list_row(
    heads: Mapping[int, str], row: FormRow, name: int, own: int | None
) -> tuple[str, list[Said]] | None:
    """The project's name and the fields of its row; None where the row names none.

    The heads 「⑤活動指標…ア：名称」 and 「…ア：単位」 tell the name and the unit of what stands under
    「⑤活動指標ア」.
    """
    cells = {cell.column: cell for cell in row.own}
    if name not in cells:
        return None
    told: dict[tuple[str, str], str] = {}
    for column, cell in cells.items():
        if match := _PART.fullmatch(_plain(heads.get(column, ""))):
            told[match["base"], match["part"]] = cell.text
    years = dict(zip(heads, _years(list(heads.values()), own), strict=True))
    said = []
    for column, cell in cells.items():
        head = heads.get(column)
        if head is None or is_empty(cell.text):
            continue
        base = _plain(head)
        indicator, unit = told.get((base, "名称")), unit_word(told.get((base, "単位"), ""))
        labels = (head, indicator) if indicator else (head,)
        said.append(Said(labels, cell, unit or head_unit(head), years[column]))
    return cells[name].text, said


def _plain(head: str) -> str:
    return _NOTE.sub("", squeeze(head))


def _years(heads: Sequence[str], own: int | None) -> tuple[int | None, ...]:
    return tuple(
        year if is_year_head(head) else None for head, year in zip(heads, head_years(heads, own), strict=True)
    )
