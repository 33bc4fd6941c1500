"""The rows of two sections in, which row is which, and which of their cells are compared, out."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from qa.comparing.columns import Names, column_of
from qa.comparing.naming import YearNames, bigrams, likeness, name_thing
from qa.comparing.pairing import pair_best, pair_equal
from qa.comparing.sections import SectionPair
from qa.comparing.sheets import Row

LIKE_LABEL = 0.75
"""Rows whose last labels share so much may be the same row renamed (Dice's coefficient of bigrams)."""

LONGEST_LABEL = 200
"""Longer labels are no names, and are not looked at for likeness."""

_BRACKETED = re.compile(r"[(（][^)）]*[)）]|\d+")
"""What tells rows of nearly one name apart (固定, 民税, 第1号)."""

Path = tuple[str, ...]
Paths = tuple[list[Path], list[Path]]


@dataclass(frozen=True, slots=True)
class RowPair:
    """A row in both documents; `renamed` where its labels are only nearly the same, `by_order` where
    several rows have its labels, and it is told by their order alone which is which."""

    before: Row
    after: Row
    renamed: bool = False
    by_order: bool = False


@dataclass(frozen=True, slots=True)
class PairedRows:
    """Rows in both documents, and those that one alone has."""

    pairs: tuple[RowPair, ...]
    before: tuple[Row, ...]
    after: tuple[Row, ...]


def pair_rows(before: Sequence[Row], after: Sequence[Row], names: Names) -> PairedRows:
    """Rows paired by table, labels and heads, then without the heads, then by labels alone, then by the best
    likeness of the last label under the same ones. Of rows of one name, as many on both sides, the first is
    the first."""
    labels = (
        [row_path(row, names[0]) for row in before],
        [row_path(row, names[1]) for row in after],
    )
    titled = (_titled(before, labels[0], names[0]), _titled(after, labels[1], names[1]))
    headed = (_headed(before, titled[0], names[0]), _headed(after, titled[1], names[1]))
    ours, theirs = set(range(len(before))), set(range(len(after)))
    pairs: list[RowPair] = []
    for mine_named, other_named in ((headed[0], headed[1]), (titled[0], titled[1]), labels):
        times = Counter(mine_named[at] for at in ours)
        for mine, other in pair_equal(mine_named, other_named, ours, theirs, lambda name: name):
            pairs.append(RowPair(before[mine], after[other], by_order=times[mine_named[mine]] > 1))
    pairs += _cut_short(before, after, labels, ours, theirs)
    pairs += _renamed(before, after, labels, ours, theirs)
    place = {id(row): at for at, row in enumerate(after)}
    return PairedRows(
        tuple(sorted(pairs, key=lambda pair: place[id(pair.after)])),
        tuple(before[at] for at in sorted(ours)),
        tuple(after[at] for at in sorted(theirs)),
    )


def _titled(rows: Sequence[Row], paths: Sequence[Path], names: YearNames) -> list[Hashable]:
    """The labels of rows with the title of their table."""
    return [(name_thing(row.title, names), path) for row, path in zip(rows, paths, strict=True)]


def _headed(rows: Sequence[Row], titled: Sequence[Hashable], names: YearNames) -> list[Hashable]:
    """The same with what the columns of their cells name, without years."""
    heads = (frozenset(column_of(cell, names)[0] for cell in row.cells) for row in rows)
    return [*zip(titled, heads, strict=True)]


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

    def likeness_of(mine: int, other: int) -> float:
        one, another = labels[0][mine], labels[1][other]
        if one[:-1] != another[:-1] or max(len(one[-1]), len(another[-1])) > LONGEST_LABEL:
            return 0.0
        alike = likeness(pairs_of[0][mine], pairs_of[1][other])
        if alike < LIKE_LABEL or _BRACKETED.findall(one[-1]) != _BRACKETED.findall(another[-1]):
            return 0.0
        return alike if _is_respelt(one[-1], another[-1]) else 0.0

    found = pair_best(free[0], free[1], likeness_of, LIKE_LABEL)
    ours.difference_update(mine for mine, _ in found)
    theirs.difference_update(other for _, other in found)
    return [RowPair(before[mine], after[other], renamed=True) for mine, other in found]


def _is_respelt(one: str, other: str) -> bool:
    """Whether one label is the other with letters put in or left out: not one word in another's place
    (機構集積支援事業費補助金, 地域営農支援事業費補助金)."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    alike = sum(block.size for block in matcher.get_matching_blocks())
    return min(len(one), len(other)) - alike <= 1
