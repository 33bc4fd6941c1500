"""The cells of a row in two years in, which of them are of one column out."""

from collections.abc import Sequence

from qa.comparing.naming import YearNames, name_years, without_years
from qa.comparing.pairing import pair_best, pair_equal
from qa.comparing.sheets import Cell

Names = tuple[YearNames, YearNames]
Columns = Sequence[tuple[str, int | None]]


def pair_cells(
    before: Sequence[Cell], after: Sequence[Cell], names: Names
) -> list[tuple[Cell | None, Cell | None]]:
    """The cells of a row in both years that are of the same column: its heads name the same without years,
    and its year has the same role (or, where years themselves are compared, is the same)."""
    ours, theirs = set(range(len(before))), set(range(len(after)))
    keys = tuple(
        [column_of(cell, naming) for cell in cells]
        for cells, naming in zip((before, after), names, strict=True)
    )
    found = pair_equal(keys[0], keys[1], ours, theirs, lambda key: key)
    found += pair_best(ours, theirs, lambda mine, other: _may_be_one(keys, mine, other), 1.0)
    both: list[tuple[Cell | None, Cell | None]] = [
        (before[mine], after[other]) for mine, other in sorted(found, key=lambda one: one[1])
    ]
    alone = [(before[at], None) for at in sorted(ours)]
    return [*both, *alone, *((None, after[at]) for at in sorted(theirs))]


def column_of(cell: Cell, names: YearNames) -> tuple[str, int | None]:
    """What a cell's heads name without years, and the role of its year; words are of a year only where the
    heads name one."""
    named = [name_years(head, names) for head in cell.heads]
    of_year = cell.number is not None or any(without_years(head) != head for head in named)
    bare = "".join("".join(map(without_years, named)).split())
    return bare, names.role(cell.fiscal_year) if of_year else None


def _may_be_one(keys: Sequence[Columns], mine: int, other: int) -> float:
    """1 where two columns that are named differently can only be each other: heads alike where one has no
    year (a dash in place of a figure), or one year where one's words begin the other's (令和6年度,
    令和6年度予算)."""
    (name, role), (other_name, other_role) = keys[0][mine], keys[1][other]
    if name == other_name and None in (role, other_role):
        return float(all(sum(key[0] == name for key in side) == 1 for side in keys))
    if (
        role is not None
        and role == other_role
        and (name.startswith(other_name) or other_name.startswith(name))
    ):
        return float(all(sum(key[1] == role for key in side) == 1 for side in keys))
    return 0.0
