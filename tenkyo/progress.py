"""What long work tells of itself in, bars on stderr out."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from index import Progress


@contextmanager
def progress_bars() -> Iterator[Progress]:
    """A function that takes (stage, done, total, name) and keeps one bar a stage."""
    columns = (
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Bars(*columns, console=Console(stderr=True)) as bars:
        stages: dict[str, object] = {}

        def report(stage: str, done: int, total: int, name: str = "") -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total, name="")
            bars.update(stages[stage], completed=done, total=total, name=name)  # type: ignore[arg-type]

        yield report
