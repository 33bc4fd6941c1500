"""Runs in, plots as SVG out."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from eval.configurations import OURS
from eval.reporting import words
from eval.reporting.svg import COLOURS, FAINT, MARKERS, NARROW, colour_of, draw_svg
from eval.reporting.tables import rank_counts
from eval.summary import RunSummary

BAR = 0.26
"""The height of one configuration's line in inches."""


def plot_estimates(runs: Sequence[RunSummary], measure: str) -> str:
    """A measure of each configuration: its mean as a mark, its interval as a line."""

    def draw(axes: Axes) -> None:
        for row, run in enumerate(runs):
            estimate = run.groups[0].measures[measure]
            colour = colour_of(run.name)
            axes.plot([estimate.low, estimate.high], [row, row], color=colour, linewidth=3, alpha=0.45)
            axes.plot(estimate.mean, row, MARKERS.get(run.name, "o"), color=colour, markersize=8)
            axes.annotate(
                f"{estimate.mean:.3f}", (1.02, row), xycoords=("axes fraction", "data"), va="center"
            )
        _rows(axes, [run.name for run in runs])

    return draw_svg(f"estimates-{measure}", draw, BAR * len(runs), left=0.75, right=0.55, width=NARROW)


def plot_recall(runs: Sequence[RunSummary]) -> str:
    """The share of right passages among the first k, a line a configuration."""

    def draw(axes: Axes) -> None:
        for run in runs:
            depths = range(1, len(run.recall) + 1)
            axes.plot(
                depths,
                run.recall,
                marker=MARKERS.get(run.name, "o"),
                color=colour_of(run.name),
                linewidth=2.6 if run.name == OURS else 1.4,
                markersize=6,
            )
        axes.set_xticks(range(1, len(runs[0].recall) + 1))
        axes.set_ylim(top=1.0)
        axes.tick_params(axis="y", labelcolor=FAINT)
        axes.set_xlabel("k")

    return draw_svg("recall", draw, 2.9, left=0.45, right=0.15, bottom=0.5)


def plot_ranks(runs: Sequence[RunSummary]) -> str:
    """How far down first right passages stand: a bar a configuration, parted by groups of ranks."""

    def draw(axes: Axes) -> None:
        for row, run in enumerate(runs):
            counts = rank_counts(run)
            total, left = max(sum(counts), 1), 0.0
            for group, count in enumerate(counts):
                share = count / total
                axes.barh(row, share, left=left, height=0.72, color=COLOURS[f"r-{group}"])
                left += share
        axes.set_xlim(0, 1)
        show_percents(axes)
        _rows(axes, [run.name for run in runs])

    return draw_svg("ranks", draw, BAR * 1.3 * len(runs), left=0.8, right=0.2)


def plot_kinds(runs: Sequence[RunSummary], focus: RunSummary, measure: str) -> str:
    """A measure by kind of question: a bar for the configuration in focus, marks for the others."""
    kinds = focus.groups[1:]

    def draw(axes: Axes) -> None:
        for row, kind in enumerate(kinds):
            axes.barh(row, kind.measures[measure].mean, height=0.62, color=colour_of(focus.name), alpha=0.4)
        for run in (run for run in runs if run is not focus):
            values = [group.measures[measure].mean for group in run.groups[1:]]
            axes.plot(
                values,
                range(len(kinds)),
                MARKERS.get(run.name, "o"),
                color=colour_of(run.name),
                markersize=6,
                clip_on=False,
            )
        axes.set_xlim(0, 1)
        _rows(axes, [f"{words.kind_words(kind.kind)} ({kind.queries})" for kind in kinds])

    return draw_svg(f"kinds-{measure}", draw, 0.34 * len(kinds), left=1.5, right=0.2)


def _rows(axes: Axes, names: Sequence[str]) -> None:
    """Named rows, the first at the top."""
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.grid(visible=False, axis="y")


def show_percents(axes: Axes) -> None:
    """Names the quarters of the width."""
    axes.set_xticks((0, 0.25, 0.5, 0.75, 1), ("0%", "25%", "50%", "75%", "100%"))
