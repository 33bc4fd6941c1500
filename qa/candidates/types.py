"""The words of looking for an answer: what may answer a question."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from index.types import Hit
from qa.candidates.evidence import Evidence

Form = Literal["sentence", "cell", "field", "list"]
"""What a candidate is: one to three sentences, a cell of a table, a field of a form, a whole list."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell or field states: `text` is as the answer says it, with its unit (31,240千円).

    `number` is not scaled by the unit; None where the cell holds words. `fiscal_year` is western.
    """

    text: str
    number: Decimal | None = None
    unit: str | None = None
    fiscal_year: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may answer: characters `start` to `end` (exclusive) of the evidence's passage.

    `text` is what the answer says: the quote itself, or a cell's labels, heads, year and value with its unit.
    `about` is what it is of, beside its own words: labels, column heads, the table's title, the unit.
    `fit` is how well that fits the question, beside other cells and fields (-1 to 2); 0 for other forms.
    """

    evidence: Evidence
    start: int
    end: int
    text: str
    about: str
    form: Form
    figure: Figure | None = None
    fit: float = 0.0

    @property
    def hit(self) -> Hit:
        """The passage it stands in, as it was found."""
        return self.evidence.hit

    @property
    def quote(self) -> str:
        """What is quoted, word for word in the passage."""
        return self.hit.passage.text[self.start : self.end]
