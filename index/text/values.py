"""The form in which values of a text are compared: 令和2年度 and R2 are one, 32億円 and 3,200百万円 too."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a folded text names: its `term` in the index, and the characters it stands at."""

    term: str
    start: int
    end: int
