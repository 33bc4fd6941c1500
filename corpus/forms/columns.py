"""Rows under column heads (years, 評価, 理由) in; what each row says under each head out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from corpus.forms.labels import is_label
from corpus.forms.rows import FormCell, FormRow
from corpus.forms.values import field_figure, is_empty
from corpus.forms.years import head_years, is_year_head
from corpus.normalising import squeeze
from corpus.tables.lines import is_head_cell
from corpus.tables.units import fitting_unit, head_unit, stated_units, unit_word
from corpus.types import Span

_JUDGED = re.compile(
    r"(?:[一二]次)?評価|判定|理由|説明|評価(?:に関する説明|の?理由|結果)|コメント|所見|.{0,6}の?回答"
)
_RATE = re.compile(r"達成[率度]|[率比]$|割合")
_PERCENT = re.compile(r"(?:達成[率度]|執行率)$")
_LEAST_PERCENT = Decimal("1.5")
"""A rate above it is told in percent, even where nothing says so."""
_OVER_ONE_FIGURE = re.compile(r"年度|年次|年|事項")
_OVER_ONE_JUDGEMENT = re.compile(r"有識者|委員名?|観点|項目|区分|意見|.{0,6}の(?:意見|所見|課題|指摘)")
_UNIT_HEAD = re.compile(r"単位")
_LONGEST_LABEL = 60
_MOST_LABELS = 3
_LONGEST_JUDGEMENT = 10
_LONGEST_WORDS = 20
_CHANGE = re.compile(r"増減|比較|差引|前年")


@dataclass(frozen=True, slots=True)
class Said:
    """What a form says at one place: labels outermost first, then as in corpus.types.Field."""

    labels: tuple[str, ...]
    cell: FormCell
    unit: str | None = None
    fiscal_year: int | None = None
    label_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    column: int
    text: str
    year: int | None


_Placed = tuple[int, int | None, list[tuple[_Head, FormCell]]]
"""Where a row's values begin, the column of its unit, and its values with their heads."""


@dataclass(frozen=True, slots=True)
class Over:
    """What the lines above a table's heads tell of it: units and a year."""

    units: tuple[str, ...] = ()
    year: int | None = None


@dataclass(slots=True)
class Columns:
    """The heads of columns that hold for the rows under them, and the labels carried down their left side.

    `heads` begins with the first year (or judgement); `unit` is the column that tells units; `year` is that
    of the table's title, which holds where no head tells one.
    """

    heads: tuple[_Head, ...] = ()
    year: int | None = None
    unit: int | None = None
    units: tuple[str, ...] = ()
    block: int = -1
    placed: bool = True
    own: int | None = None
    trail: dict[int, FormCell] = field(default_factory=dict)

    def begin(self, row: FormRow, below: FormRow | None, own: int | None, over: Over) -> bool:
        """Takes the row as heads, if it is a row of heads; whether it was. `own` is the document's year."""
        cells = row.own
        first = _first_head(cells)
        if first is None and below is not None and below.block == row.block and _heads_figures(row, below):
            first = 1
        if first is None:
            return False
        heads = cells[first:]
        years = head_years([cell.text for cell in heads], own)
        before = tuple(head.text for head in self.heads)
        self.heads = tuple(
            _Head(cell.column, cell.text, year if is_year_head(cell.text) else None)
            for cell, year in zip(heads, years, strict=True)
        )
        self.unit = next(
            (cell.column for cell in row.cells if _UNIT_HEAD.fullmatch(squeeze(cell.text))), None
        )
        stated = [unit for cell in row.cells for unit in stated_units(cell.text)]
        again = before == tuple(head.text for head in self.heads)
        self.units = tuple(stated) or over.units or (self.units if again else ())
        if not again or over.year is not None:
            self.year = over.year if all(head.year is None for head in self.heads) else None
        self.block, self.placed, self.trail, self.own = row.block, row.columns, {}, own
        return True

    def read(self, row: FormRow) -> Iterator[Said]:
        """What the row says under the heads; nothing where its cells cannot be told apart surely."""
        placed = self._placed(row)
        if placed is None:
            return
        start, unit_column, values = placed
        own = [cell for cell in row.own if cell.column < start and cell.column != unit_column]
        judged = not any(head.year for head in self.heads)
        alone = judged and len(values) == 1 < len(self.heads)
        if alone and len(values[0][1].text) > _LONGEST_JUDGEMENT:
            return
        labels = [cell for cell in own if _may_label(cell.text) or (judged and cell is own[-1])]
        unit_cell = next((cell for cell in row.cells if cell.column == unit_column), None)
        carried = self._carried(row, labels[0].column if labels else start)
        for cell in own:
            self.trail = {column: one for column, one in self.trail.items() if column < cell.column}
            if _may_label(cell.text):
                self.trail[cell.column] = cell
        shown = ([carried] if carried is not None else []) + labels[-_MOST_LABELS:]
        if not shown:
            return
        words = tuple(cell.text for cell in shown)
        unit = unit_word(unit_cell.text) if unit_cell is not None else None
        if unit_cell is not None and unit_cell.carried and any(map(_RATE.search, words[-1:])):
            unit = None
        unit = unit or next((found for word in reversed(words) if (found := head_unit(word))), None)
        row_year = next((head_years([word], self.own)[0] for word in words[::-1] if is_year_head(word)), None)
        for head, cell in values:
            figure = field_figure(cell.text)
            long = len(cell.text) > _LONGEST_WORDS or "。" in cell.text
            if is_empty(cell.text) or (head.year is not None and figure is None and long):
                continue
            own_unit = unit or head_unit(head.text) or fitting_unit(self.units, (*words, head.text))
            if own_unit is None and figure is not None and figure.number > _LEAST_PERCENT:
                own_unit = "％" if _PERCENT.search(squeeze(words[-1])) else None
            year = head.year if head.year is not None else row_year
            if year is None and figure is not None and not _CHANGE.search(squeeze(head.text)):
                year = self.year
            yield Said((*words, head.text), cell, own_unit, year, tuple(one.span for one in shown))

    def _placed(self, row: FormRow) -> _Placed | None:
        """Where the values of a row begin, and each with its head; None where that is not sure."""
        cells = row.own
        first = self.heads[0].column
        if not self.placed or not row.columns:
            return self._by_rank(cells)
        shift = self._shift(row)
        if shift is None:
            return None
        start = first + shift
        figures = [cell for cell in cells if field_figure(cell.text) is not None]
        if any(cell.column < start for cell in figures):
            return None
        at_column = {head.column + shift: head for head in self.heads}
        values = [(at_column[cell.column], cell) for cell in cells if cell.column in at_column]
        if len(values) < sum(cell.column >= start for cell in cells) or not values:
            return None
        return start, self.unit + shift if self.unit is not None else None, values

    def _shift(self, row: FormRow) -> int | None:
        """How far a row's cells stand to the right of their heads, as its unit tells; None: not sure."""
        at = next((cell for cell in row.cells if cell.column == self.unit), None)
        if self.unit is None or at is None or at.carried or unit_word(at.text) is not None:
            return 0
        beside = next((cell for cell in row.own if unit_word(cell.text) is not None), None)
        return beside.column - self.unit if beside is not None else None

    def _by_rank(self, cells: Sequence[FormCell]) -> _Placed | None:
        values = cells[-len(self.heads) :]
        if len(cells) <= len(self.heads) or not all(
            field_figure(cell.text) is not None or is_empty(cell.text) for cell in values
        ):
            return None
        return values[0].column, None, list(zip(self.heads, values, strict=True))

    def _carried(self, row: FormRow, first: int) -> FormCell | None:
        over = [cell for cell in row.cells if cell.carried and cell.column < first and _may_label(cell.text)]
        over = [cell for cell in over if unit_word(cell.text) is None]
        if over:
            return over[-1]
        columns = [column for column in self.trail if column < first]
        return self.trail[max(columns)] if columns and row.columns else None


def _first_head(cells: Sequence[FormCell]) -> int | None:
    """Which cell is the first of a row's heads: of two years side by side, or of a row of judgements."""
    for at in range(len(cells) - 1):
        if is_year_head(cells[at].text) and is_year_head(cells[at + 1].text):
            labelled = at > 0 and is_label(cells[at - 1].text) and not _heads_labels(cells[at - 1].text)
            return None if labelled and len(cells) < at + 3 else at
    judged = [bool(_JUDGED.fullmatch(squeeze(cell.text))) for cell in cells]
    if judged in ([False, True], [True, True]) and _OVER_ONE_JUDGEMENT.fullmatch(squeeze(cells[0].text)):
        return 1
    if len(cells) > 2 and not judged[0]:
        first = judged.index(True) if True in judged else 0
        return first if first and all(judged[first:]) and len(judged) - first > 1 else None
    return None


def _heads_figures(row: FormRow, below: FormRow) -> bool:
    """Whether a row of labels stands over figures (区分, 事業費, 国庫支出金 over 要求額, 1,200, 300)."""
    cells = row.own
    if len(cells) < 3 or not row.columns or any(field_figure(cell.text) is not None for cell in cells):
        return False
    known = sum(is_label(cell.text) or is_head_cell(cell.text) for cell in cells)
    columns = {cell.column for cell in cells[1:]}
    figures = {cell.column for cell in below.own if field_figure(cell.text) is not None}
    least = 1 if _OVER_ONE_FIGURE.fullmatch(squeeze(cells[0].text)) else 2
    return 2 * known >= len(cells) and len(figures) >= least and figures <= columns


def _heads_labels(text: str) -> bool:
    return bool(re.search(r"指標|区分|項目|単位|推移|予算|費", squeeze(text)))


def _may_label(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and not text.endswith("。")
