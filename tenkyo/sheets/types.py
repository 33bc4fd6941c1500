"""The words of sheets of questions: what is asked in which row, what is filled in, how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

MOST_QUESTIONS = 1_000
LONGEST_QUESTION = 1_000
"""In characters, as in the app's own boxes."""

Cell = str | float | None

SheetFault = Literal[
    "not_a_sheet", "encrypted", "too_large", "too_many_rows", "too_many_questions", "no_questions", "stopped"
]
"""Why a file is not filled in."""


class SheetError(Exception):
    """A sheet that cannot be filled in; the message is one English sentence."""

    def __init__(self, fault: SheetFault, message: str) -> None:
        super().__init__(message)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A question and the row it stands in, from 1."""

    row: int
    question: str


@dataclass(frozen=True, slots=True)
class AskedSheet:
    """The questions of a workbook's first visible sheet. `head_row` is that of the column's heads, None where
    it has none; `first_column` the first that is free to the right of all that stands there."""

    sheet: str
    head_row: int | None
    first_column: int
    rows: tuple[AskedRow, ...]


@dataclass(frozen=True, slots=True)
class Filling:
    """What is written beside the questions: heads with the columns' widths in characters, a row of cells for
    each row, and what is told of all of it on a sheet of its own."""

    heads: tuple[tuple[str, float], ...]
    rows: Mapping[int, tuple[Cell, ...]]
    facts: tuple[tuple[str, str], ...]
