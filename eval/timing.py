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
