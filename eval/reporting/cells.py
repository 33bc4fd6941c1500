"""What a table of a written report is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: `small` is set smaller, `strong` marks the best, `share` (0 to 1) tints it."""

    text: str
    small: str = ""
    strong: bool = False
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first column names the rows."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
