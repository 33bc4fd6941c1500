"""What long work tells of itself in, bars on stderr out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars
from rich.table import Column

from tenkyo.terminal import one_line

STAGES = {
    "checking": "looking at files",
    "reading": "reading files",
    "ocr": "OCR, pages",
    "encoding": "encoding passages",
    "writing": "writing indexes",
    "proving": "proving search",
    "preparing": "preparing the model",
}
"""What the bar of each stage is called."""


class ShowProgress(Protocol):
    """Told how far a stage is: so many done of so many, and the name of what is being worked on."""

    def __call__(self, stage: str, done: int, total: int, name: str = "", /) -> None: ...


@contextmanager
def progress_bars() -> Iterator[ShowProgress]:
    """A function that keeps one bar a stage."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn(
            "{task.fields[name]}",
            markup=False,
            table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1),
        ),
    )
    with Bars(*columns, console=Console(stderr=True), expand=True) as bars:
        stages: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int, name: str = "", /) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(STAGES.get(stage, stage), total=total, name="")
            bars.update(stages[stage], completed=done, total=total, name=one_line(name))

        yield show
