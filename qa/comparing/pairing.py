"""Two lists of things with names in, which is which out."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from qa.comparing.naming import bigrams, likeness

Thing = TypeVar("Thing")
Pairs = list[tuple[int, int]]
MOST_COMPARED = 250_000
"""The most pairs of sentences that are compared one by one; beyond, only equal ones are paired."""


def pair_equal(
    before: Sequence[Thing],
    after: Sequence[Thing],
    ours: set[int],
    theirs: set[int],
    name: Callable[[Thing], Hashable],
) -> Pairs:
    """The things of one name, in their order, where both sides have as many of that name; places of `before`
    in `ours` and of `after` in `theirs` are still free, and are taken from them."""
    mine: dict[Hashable, list[int]] = defaultdict(list)
    others: dict[Hashable, list[int]] = defaultdict(list)
    for at in sorted(ours):
        mine[name(before[at])].append(at)
    for at in sorted(theirs):
        others[name(after[at])].append(at)
    found = [
        pair
        for key, places in mine.items()
        if len(places) == len(others.get(key, ()))
        for pair in zip(places, others[key], strict=True)
    ]
    _take(found, ours, theirs)
    return found


def pair_best(ours: set[int], theirs: set[int], score: Callable[[int, int], float], least: float) -> Pairs:
    """Pairs of free places, the best first, each place once; none that scores less than `least`."""
    scored = [
        (value, -mine, -other) for mine in ours for other in theirs if (value := score(mine, other)) >= least
    ]
    found: Pairs = []
    for _, mine, other in sorted(scored, reverse=True):
        if -mine in ours and -other in theirs:
            found.append((-mine, -other))
            _take(found[-1:], ours, theirs)
    return found


def pair_in_order(before: Sequence[str], after: Sequence[str], least: float) -> Pairs:
    """Pairs of texts that say the same or nearly so, none crossing another: first those that are equal, then
    between them the most alike, each by at least `least`. Where very many are equal the first of a text is
    paired with the first alone, and so on."""
    found: Pairs = []
    many = count_matches(before, after) > MOST_COMPARED
    ours, theirs = ([*_counted(side)] if many else side for side in (before, after))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            found += zip(range(start, end), range(other_start, other_end), strict=True)
        elif tag == "replace" and (end - start) * (other_end - other_start) <= MOST_COMPARED:
            free = range(start, end), range(other_start, other_end)
            found += _alike_in_order(before, after, *free, least)
    return found


def count_matches(before: Sequence[Hashable], after: Sequence[Hashable]) -> int:
    """How many pairs of equal things there are: what aligning two lists takes at the least."""
    times = Counter(after)
    return sum(count * times[thing] for thing, count in Counter(before).items())


def _counted(texts: Sequence[str]) -> Iterator[str]:
    """The texts, each with how often it has come before."""
    times: Counter[str] = Counter()
    for text in texts:
        yield f"{text}\n{times[text]}"
        times[text] += 1


def _alike_in_order(
    before: Sequence[str], after: Sequence[str], ours: range, theirs: range, least: float
) -> Pairs:
    """The pairs with the greatest likeness in all, in order (dynamic programming, as of an alignment)."""
    mine, others = [bigrams(before[at]) for at in ours], [bigrams(after[at]) for at in theirs]
    worth = [[likeness(one, other) for other in others] for one in mine]
    best = [[0.0] * (len(others) + 1) for _ in range(len(mine) + 1)]
    for i in reversed(range(len(mine))):
        for j in reversed(range(len(others))):
            both = best[i + 1][j + 1] + worth[i][j] if worth[i][j] >= least else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    i = j = 0
    found: Pairs = []
    while i < len(mine) and j < len(others):
        if worth[i][j] >= least and best[i][j] == best[i + 1][j + 1] + worth[i][j]:
            found.append((ours[i], theirs[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _take(pairs: Pairs, ours: set[int], theirs: set[int]) -> None:
    ours.difference_update(mine for mine, _ in pairs)
    theirs.difference_update(other for _, other in pairs)
