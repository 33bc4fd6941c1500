"""Things to do in, how long each takes out."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def median_ms(act: Callable[[Item], object], items: Sequence[Item]) -> float:
    """The median of the milliseconds `act` takes for an item; a first call before them does not count."""
    act(items[0])
    return statistics.median(_seconds(act, item) for item in items) * 1000


def median_pairs_ms(
    one: Callable[[Item], object], other: Callable[[Item], object], items: Sequence[Item]
) -> tuple[float, float]:
    """The medians of the milliseconds that each of two acts takes, in turns, for every second item each: what
    one of them keeps of an item does not help the other. First calls before them do not count."""
    one(items[0])
    other(items[0])
    pairs = zip(items[1::2], items[2::2], strict=False)
    taken = [(_seconds(one, item), _seconds(other, another)) for item, another in pairs]
    first, second = (statistics.median(seconds) * 1000 for seconds in zip(*taken, strict=True))
    return first, second


def total_seconds(
    acts: Mapping[str, Callable[[Item], object]], items: Sequence[Item], rounds: int
) -> dict[str, float]:
    """The seconds each act takes for all items, of each item its fastest round.

    All acts take turns at each item, so that what else the machine does falls on all of them alike.
    """
    for act in acts.values():
        act(items[0])
    best = {name: [float("inf")] * len(items) for name in acts}
    for _ in range(rounds):
        for place, item in enumerate(items):
            for name, act in acts.items():
                best[name][place] = min(best[name][place], _seconds(act, item))
    return {name: sum(seconds) for name, seconds in best.items()}


def _seconds(act: Callable[[Item], object], item: Item) -> float:
    start = time.perf_counter()
    act(item)
    return time.perf_counter() - start
