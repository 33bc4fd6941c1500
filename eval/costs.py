"""Ways of searching in, what each costs out: for information, these figures differ from run to run."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.measures import DEPTH
from eval.running import JudgedQuery, Run, Searcher
from eval.timing import median_ms

TIMED = 200
"""How many queries are timed at most, spread over all."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Cost:
    """The median of the milliseconds that a warm query takes, its analysis and encoding in it."""

    name: str
    median_ms: float


def time_searchers(
    searchers: Mapping[str, Searcher],
    queries: Sequence[JudgedQuery],
    runs: Sequence[Run],
    progress: Progress | None = None,
) -> tuple[Cost, ...]:
    """What each way costs, over the same queries; those that some way could not search are left out."""
    texts = [query.query for query in queries if all(run.rankings[query.id].error is None for run in runs)]
    chosen = texts[:: max(1, len(texts) // TIMED)][:TIMED]
    costs: list[Cost] = []
    for name, search in searchers.items() if chosen else ():

        def find(text: str, search: Searcher = search) -> object:
            return search(text, DEPTH)

        costs.append(Cost(name, median_ms(find, chosen)))
        if progress:
            progress(len(costs), len(searchers))
    return tuple(costs)
