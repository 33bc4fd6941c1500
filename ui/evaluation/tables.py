"""Figures in, tables as HTML out, everything in them escaped."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.marking import marked
from ui.tables import framed
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.reports.types import AnswerScores, KeptReport, RunSummary, Share


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: `small` stands below it, `best` marks it."""

    text: str
    small: str = ""
    best: bool = False


def table_html(title: str, head: Sequence[str], rows: Sequence[tuple[str, Sequence[Cell]]]) -> str:
    """A table whose rows have a name each."""
    body = "".join(
        f'<tr><th scope="row">{marked(name)}</th>{"".join(map(_cell, cells))}</tr>' for name, cells in rows
    )
    return framed(title, head, body, "t-table t-measures")


def overall_table(report: "KeptReport") -> str:
    """Every way of searching by every measure, with its interval; the best of each measure is marked."""
    said = words().evaluation
    measures = list(report.runs[0].groups[0].measures)
    best = {name: max(run.groups[0].measures[name].mean for run in report.runs) for name in measures}
    rows = [
        (
            configuration_words(run.name),
            [_estimate(run, name, best[name]) for name in measures],
        )
        for run in report.runs
    ]
    return table_html(said.overall, (said.configuration, *map(measure_words, measures)), rows)


def kind_table(report: "KeptReport", measure: str) -> str:
    """One measure by kind of question and way of searching, ours first."""
    said = words().evaluation
    runs = sorted(report.runs, key=lambda run: run.name != report.ours)
    kinds = runs[0].groups[1:]
    rows = []
    for place, kind in enumerate(kinds, start=1):
        means = [run.groups[place].measures[measure].mean for run in runs]
        cells = [Cell(f"{mean:.3f}", best=mean == max(means)) for mean in means]
        rows.append((kind_words(kind.kind), [Cell(f"{kind.queries:,}"), *cells]))
    head = (said.kind, said.questions, *(configuration_words(run.name) for run in runs))
    return table_html(said.by_kind, head, rows)


def answer_table(answers: "AnswerScores") -> str:
    """What share of answers, citations and refusals is right."""
    said = words().evaluation
    rows = [
        (said.answer_measures.get(name, name), _share(share))
        for name, share in answers.shares.items()
        if share.of
    ]
    if answers.median_length is not None:
        rows.append((said.median_length, [Cell(said.length.format(length=answers.median_length)), Cell("")]))
    if answers.error is not None:
        rows.append((said.calibration_error, [Cell(f"{answers.error:.3f}"), Cell("")]))
    return table_html(said.answers, (said.measure, said.share, said.count), rows)


def configuration_words(name: str) -> str:
    """A way of searching in words."""
    return words().evaluation.configurations.get(name, name)


def measure_words(name: str) -> str:
    """A measure in words."""
    return words().evaluation.measures.get(name, name)


def kind_words(kind: str) -> str:
    """A kind of question; one that is not known stands as its file names it."""
    return words().evaluation.kinds.get(kind, kind)


def _estimate(run: "RunSummary", measure: str, best: float) -> Cell:
    estimate = run.groups[0].measures[measure]
    interval = words().evaluation.interval.format(low=estimate.low, high=estimate.high)
    return Cell(f"{estimate.mean:.3f}", interval, estimate.mean == best)


def _share(share: "Share") -> list[Cell]:
    said = words().evaluation
    small = (
        said.interval.format(low=share.low, high=share.high)
        if share.low is not None and share.high is not None
        else ""
    )
    return [Cell(f"{share.value or 0:.3f}", small), Cell(said.counts.format(count=share.count, of=share.of))]


def _cell(cell: Cell) -> str:
    text = f"<strong>{marked(cell.text)}</strong>" if cell.best else marked(cell.text)
    return f"<td>{text}{f'<small>{marked(cell.small)}</small>' if cell.small else ''}</td>"
