"""The rows of two sections in, which row is which, and which of their cells are compared, out."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from qa.comparing.naming import YearNames, bigrams, likeness, name_thing, name_years, without_years
from qa.comparing.pairing import pair_best, pair_equal
from qa.comparing.sections import SectionPair
from qa.comparing.sheets import Cell, Row

LIKE_LABEL = 0.75
"""Rows whose last labels share so much may be the same row renamed (Dice's coefficient of bigrams)."""

_BRACKETED = re.compile(r"[(（][^)）]*[)）]|\d+")
"""What tells rows of nearly one name apart (固定, 民税, 第1号)."""

Names = tuple[YearNames, YearNames]
Paths = tuple[list[tuple[str, ...]], list[tuple[str, ...]]]
Columns = Sequence[tuple[str, int | None]]


@dataclass(frozen=True, slots=True)
class RowPair:
    """A row in both documents; `renamed` where its labels are only nearly the same."""

    before: Row
    after: Row
    renamed: bool = False


@dataclass(frozen=True, slots=True)
class PairedRows:
    """Rows in both documents, and those that one alone has."""

    pairs: tuple[RowPair, ...]
    before: tuple[Row, ...]
    after: tuple[Row, ...]


def pair_rows(before: Sequence[Row], after: Sequence[Row], names: Names) -> PairedRows:
    """Rows paired by table and labels, then by labels alone, then by the best likeness of the last label
    under the same ones. Of rows of one name, as many on both sides, the first is the first."""
    labels = (
        [row_path(row, names[0]) for row in before],
        [row_path(row, names[1]) for row in after],
    )
    titles = (
        [name_thing(row.title, names[0]) for row in before],
        [name_thing(row.title, names[1]) for row in after],
    )
    named = tuple(
        [(*pair,) for pair in zip(side_titles, side_labels, strict=True)]
        for side_titles, side_labels in zip(titles, labels, strict=True)
    )
    ours, theirs = set(range(len(before))), set(range(len(after)))
    found = pair_equal(named[0], named[1], ours, theirs, lambda name: name)
    found += pair_equal(labels[0], labels[1], ours, theirs, lambda name: name)
    pairs = [RowPair(before[mine], after[other]) for mine, other in sorted(found, key=lambda pair: pair[1])]
    pairs += _cut_short(before, after, labels, ours, theirs)
    pairs += _renamed(before, after, labels, ours, theirs)
    return PairedRows(
        tuple(pairs), tuple(before[at] for at in sorted(ours)), tuple(after[at] for at in sorted(theirs))
    )


def pair_all_rows(sections: Sequence[SectionPair], names: Names) -> list[PairedRows]:
    """The rows of each pair of sections, paired; what is left of all sections is paired by its whole labels,
    for a table may have come under another heading: it is told where `after` has it."""
    paired = [
        pair_rows(one.before.rows if one.before else (), one.after.rows if one.after else (), names)
        for one in sections
    ]
    ours = [(at, row) for at, one in enumerate(paired) for row in one.before]
    theirs = [(at, row) for at, one in enumerate(paired) for row in one.after]
    paths = (
        [row_path(row, names[0]) for _, row in ours],
        [row_path(row, names[1]) for _, row in theirs],
    )
    free = (
        {place for place, path in enumerate(paths[0]) if len(path) > 1},
        {place for place, path in enumerate(paths[1]) if len(path) > 1},
    )
    moved = pair_equal(paths[0], paths[1], free[0], free[1], lambda path: path)
    gone = ({id(ours[mine][1]) for mine, _ in moved}, {id(theirs[other][1]) for _, other in moved})
    come: dict[int, list[RowPair]] = defaultdict(list)
    for mine, other in moved:
        come[theirs[other][0]].append(RowPair(ours[mine][1], theirs[other][1]))
    return [
        PairedRows(
            (*one.pairs, *come[at]),
            tuple(row for row in one.before if id(row) not in gone[0]),
            tuple(row for row in one.after if id(row) not in gone[1]),
        )
        for at, one in enumerate(paired)
    ]


def row_path(row: Row, names: YearNames) -> tuple[str, ...]:
    """What the labels of a row name, outermost first."""
    return tuple(name_thing(label, names) for label in row.labels)


def pair_cells(pair: RowPair, names: Names) -> list[tuple[Cell | None, Cell | None]]:
    """The cells of both rows that are of the same column: its heads name the same without years, and its year
    has the same role (or, where years themselves are compared, is the same)."""
    before, after = pair.before.cells, pair.after.cells
    ours, theirs = set(range(len(before))), set(range(len(after)))
    keys = tuple(
        [_column(cell, naming) for cell in cells]
        for cells, naming in zip((before, after), names, strict=True)
    )
    found = pair_equal(keys[0], keys[1], ours, theirs, lambda key: key)
    found += pair_best(ours, theirs, lambda mine, other: _may_be_one(keys, mine, other), 1.0)
    both: list[tuple[Cell | None, Cell | None]] = [
        (before[mine], after[other]) for mine, other in sorted(found, key=lambda one: one[1])
    ]
    alone = [(before[at], None) for at in sorted(ours)]
    return [*both, *alone, *((None, after[at]) for at in sorted(theirs))]


def _column(cell: Cell, names: YearNames) -> tuple[str, int | None]:
    """What a cell's heads name without years, and the role of its year; words are of a year only where the
    heads name one."""
    named = [name_years(head, names) for head in cell.heads]
    of_year = cell.number is not None or any(without_years(head) != head for head in named)
    bare = "".join("".join(map(without_years, named)).split())
    return bare, names.role(cell.fiscal_year) if of_year else None


def _may_be_one(keys: Sequence[Columns], mine: int, other: int) -> float:
    """1 where two columns that are named differently can only be each other: heads alike where one has no
    year (a dash in place of a figure), or one year where one has no words (令和6年度, 令和6年度予算)."""
    (name, role), (other_name, other_role) = keys[0][mine], keys[1][other]
    if name == other_name and None in (role, other_role):
        return float(all(sum(key[0] == name for key in side) == 1 for side in keys))
    if role is not None and role == other_role and "" in (name, other_name):
        return float(all(sum(key[1] == role for key in side) == 1 for side in keys))
    return 0.0


def _cut_short(
    before: Sequence[Row], after: Sequence[Row], labels: Paths, ours: set[int], theirs: set[int]
) -> list[RowPair]:
    """Rows of one last label, the only ones of it on either side, where one lacks an outer label that its
    table tells on an earlier page alone."""
    last = ([path[-1:] for path in labels[0]], [path[-1:] for path in labels[1]])
    counts = (Counter(last[0]), Counter(last[1]))
    free = (
        {at for at in ours if counts[0][last[0][at]] == 1 and len(labels[0][at]) > 1},
        {at for at in theirs if counts[1][last[1][at]] == 1 and len(labels[1][at]) > 1},
    )
    found = [
        (mine, other)
        for mine, other in pair_equal(last[0], last[1], *free, lambda name: name)
        if _within(labels[0][mine], labels[1][other]) or _within(labels[1][other], labels[0][mine])
    ]
    ours.difference_update(mine for mine, _ in found)
    theirs.difference_update(other for _, other in found)
    return [RowPair(before[mine], after[other]) for mine, other in found]


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether all of one path stand in the other, in their order."""
    rest = iter(long)
    return all(name in rest for name in short)


def _renamed(
    before: Sequence[Row],
    after: Sequence[Row],
    labels: Paths,
    ours: set[int],
    theirs: set[int],
) -> list[RowPair]:
    taken = ({labels[1][at] for at in theirs}, {labels[0][at] for at in ours})
    free = (
        {at for at in ours if labels[0][at] and labels[0][at] not in taken[0]},
        {at for at in theirs if labels[1][at] and labels[1][at] not in taken[1]},
    )
    pairs_of = (
        {at: bigrams(labels[0][at][-1]) for at in free[0]},
        {at: bigrams(labels[1][at][-1]) for at in free[1]},
    )

    def alike(mine: int, other: int) -> float:
        one, another = labels[0][mine], labels[1][other]
        if one[:-1] != another[:-1] or not _is_respelt(one[-1], another[-1]):
            return 0.0
        if _BRACKETED.findall(one[-1]) != _BRACKETED.findall(another[-1]):
            return 0.0
        return likeness(pairs_of[0][mine], pairs_of[1][other])

    found = pair_best(free[0], free[1], alike, LIKE_LABEL)
    ours.difference_update(mine for mine, _ in found)
    theirs.difference_update(other for _, other in found)
    return [RowPair(before[mine], after[other], renamed=True) for mine, other in found]


def _is_respelt(one: str, other: str) -> bool:
    """Whether one label is the other with letters put in or left out: not one word in another's place
    (機構集積支援事業費補助金, 地域営農支援事業費補助金)."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    alike = sum(block.size for block in matcher.get_matching_blocks())
    return min(len(one), len(other)) - alike <= 1
