"""A row of a form in; the labels and the values beside them out."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.forms.columns import Said
from corpus.forms.labels import bare_label, is_label, is_money_label, leading_label
from corpus.forms.rows import FormCell, FormRow
from corpus.forms.values import field_figure, is_empty
from corpus.forms.years import head_years, is_year_head
from corpus.normalising import squeeze
from corpus.tables.lines import is_head_cell
from corpus.tables.units import stated_units, unit_word
from corpus.types import Span

_WITHIN = re.compile(r"[(（](?P<label>[^()（）:：]{2,20})[:：](?P<value>[^()（）:：]{1,40})[)）]")
_LONGEST_LABEL = 30
_ASKED = re.compile(r"^(?:概算)?要求額$|^見積額$|^査定額$|^決定額$")
_PAIR_HEAD = re.compile(r"(?:区分|項目|事項)/(?:内容|説明|記載内容)")
_DATED = re.compile(r"[\d０-９]|令和|平成|昭和|[○×△－-]")


def read_pairs(row: FormRow, above: FormRow | None = None, own: int | None = None) -> Iterator[Said]:
    """The fields of a row of labels and values side by side (事業名, ○○事業, 担当課, ○○課).

    A cell that holds a label is one; the cells up to the next label are its value. A cell may hold both
    (事業名　○○, （担当課）○○課). What stands right under a label of the row `above` that has no value
    beside it, and not right beside one of its own row, is that label's. `own` is the document's year, of
    which the amounts asked for are.
    """
    for said in _pairs(row, above):
        yield _dated(said, own)


def _pairs(row: FormRow, above: FormRow | None) -> Iterator[Said]:
    waiting = (
        _unanswered(above, row) if above is not None and row.columns and above.block == row.block else {}
    )
    label: FormCell | None = None
    values: list[FormCell] = []
    for cell in row.own:
        parted = _parted(cell)
        if parted is None and not (is_label(cell.text) and (row.columns or not _DATED.match(cell.text))):
            beside = label is not None and not values and cell.column == label.column + 1
            if cell.column in waiting and not beside:
                yield from _said(waiting[cell.column], [cell])
            else:
                values.append(cell)
            continue
        yield from _said(label, values)
        label, values = (parted[0], [parted[1]] if parted[1].text else []) if parted else (cell, [])
    yield from _said(label, values)


def _dated(said: Said, own: int | None) -> Said:
    """With the year that the label of an amount names (前年度予算額), or that it is asked for (要求額)."""
    label = said.labels[-1]
    if not is_money_label(label) or field_figure(said.cell.text) is None:
        return said
    year = head_years([label], own)[0]
    return replace(said, fiscal_year=own if year is None and _ASKED.search(bare_label(label)) else year)


def _unanswered(row: FormRow, below: FormRow) -> dict[int, FormCell]:
    """The labels of a row with no value beside them, by column; none where the row below has cells under
    what is no label, or stands under a heading of several."""
    cells = row.own
    labels = sum(is_label(cell.text) for cell in cells)
    if 2 * labels <= len(cells) or (len(cells) == 1 and len(below.own) > 1):
        return {}
    return {
        cell.column: cell
        for cell, after in itertools.zip_longest(cells, cells[1:])
        if is_label(cell.text) and (after is None or is_label(after.text))
    }


def is_pair_head(row: FormRow) -> bool:
    """Whether a row heads labels and their values (区分, 内容)."""
    texts = tuple(squeeze(cell.text) for cell in row.own)
    return len(texts) == 2 and bool(_PAIR_HEAD.fullmatch("/".join(texts)))


def read_pair(row: FormRow) -> Iterator[Said]:
    """The field of a row of two cells, whatever its label."""
    cells = row.own
    if len(cells) == 2 and not is_label(cells[1].text):
        label, value = cells
        if len(label.text) <= _LONGEST_LABEL and not _DATED.match(label.text) and "。" not in label.text:
            yield from _said(label, [value])


def _said(label: FormCell | None, values: list[FormCell]) -> Iterator[Said]:
    if label is None or not values:
        return
    if all(unit_word(cell.text) or stated_units(cell.text) or is_empty(cell.text) for cell in values):
        return
    if len(values) > 1 and any(field_figure(one.text) or is_empty(one.text) for one in values):
        return
    if all(is_head_cell(one.text) and not is_year_head(one.text) for one in (label, *values)):
        return
    value = _joined(values)
    yield Said((label.text,), value, label_spans=(label.span,))
    for match in _WITHIN.finditer(value.text if len(values) == 1 else ""):
        if is_label(match["label"]) and field_figure(match["value"].strip()) is not None:
            yield Said(
                (match["label"],),
                _piece(value, match.start("value"), match.end("value")),
                label_spans=(_piece(value, match.start("label"), match.end("label")).span,),
            )


def _joined(values: list[FormCell]) -> FormCell:
    if len(values) == 1:
        return values[0]
    first, last = values[0], values[-1]
    span = Span(first.span.page, first.span.start, last.span.end)
    return FormCell(first.column, "　".join(cell.text for cell in values), span)


def _parted(cell: FormCell) -> tuple[FormCell, FormCell] | None:
    """The label and the value of a cell that holds both; the value is empty where it follows elsewhere."""
    if is_label(cell.text) or (found := leading_label(cell.text)) is None:
        return None
    label, at = found
    start = cell.text.index(label)
    return _piece(cell, start, start + len(label)), _piece(cell, at, len(cell.text))


def _piece(cell: FormCell, start: int, end: int) -> FormCell:
    """A part of a cell's text, with its place where the text is the page's own, letter by letter."""
    text = cell.text[start:end]
    if cell.span.end - cell.span.start != len(cell.text):
        return FormCell(cell.column, text.strip(), cell.span)
    first = start + len(text) - len(text.lstrip())
    stripped = text.strip()
    place = cell.span.start + first
    return FormCell(cell.column, stripped, Span(cell.span.page, place, place + len(stripped)))
