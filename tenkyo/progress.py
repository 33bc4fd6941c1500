"""What long work tells of itself in, bars on stderr out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars


class ShowProgress(Protocol):
    """Told how far a stage is: so many done of so many, and the name of what is being worked on."""

    def __call__(self, stage: str, done: int, total: int, name: str = "", /) -> None: ...


@contextmanager
def progress_bars() -> Iterator[ShowProgress]:
    """A function that keeps one bar a stage."""
    columns = (
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Bars(*columns, console=Console(stderr=True)) as bars:
        stages: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int, name: str = "", /) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total, name="")
            bars.update(stages[stage], completed=done, total=total, name=name)

        yield show
