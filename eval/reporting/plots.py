"""Runs in, plots as SVG out: text as text, colours as the page's own variables, the same bytes every time."""

import io
import re
import warnings
from collections.abc import Callable, Sequence
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from eval.configurations import OURS
from eval.reporting import words
from eval.reporting.tables import rank_counts
from eval.summary import RunSummary

WIDTH, NARROW = 5.4, 4.2
"""The widths of plots in inches of 72 points; the page scales them to its columns."""

BAR = 0.26
"""The height of one configuration's line in inches."""

MARKERS = {
    "bigrams": "s",
    "lemmas": "^",
    "lexical": "v",
    "dense": "D",
    "rrf": "P",
    "txtai": "X",
    OURS: "o",
}
INK, FAINT, GRID, PAPER = "#010101", "#020202", "#030303", "#040404"
VARIABLES = {
    INK: "ink",
    FAINT: "faint",
    GRID: "line",
    PAPER: "paper",
    **{f"#0a0a{number:02x}": f"c-{name}" for number, name in enumerate(MARKERS)},
    **{f"#0b0b{number:02x}": f"r-{number}" for number in range(len(words.RANKS))},
}
"""Colours that stand for the page's variables: matplotlib knows no variables."""

COLOURS = {variable: colour for colour, variable in VARIABLES.items()}

RC: dict[Any, object] = {
    "svg.fonttype": "none",
    "font.size": 11,
    "text.color": INK,
    "axes.labelcolor": FAINT,
    "axes.edgecolor": GRID,
    "axes.facecolor": "none",
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "grid.color": GRID,
    "xtick.color": FAINT,
    "ytick.color": INK,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
}


def plot_estimates(runs: Sequence[RunSummary], measure: str) -> str:
    """A measure of each configuration: its mean as a mark, its interval as a line."""

    def draw(axes: Axes) -> None:
        for row, run in enumerate(runs):
            estimate = run.groups[0].measures[measure]
            colour = _colour(run.name)
            axes.plot([estimate.low, estimate.high], [row, row], color=colour, linewidth=3, alpha=0.45)
            axes.plot(estimate.mean, row, MARKERS.get(run.name, "o"), color=colour, markersize=8)
            axes.annotate(
                f"{estimate.mean:.3f}", (1.02, row), xycoords=("axes fraction", "data"), va="center"
            )
        _rows(axes, [run.name for run in runs])

    return _svg(f"estimates-{measure}", draw, BAR * len(runs), left=0.75, right=0.55, width=NARROW)


def plot_recall(runs: Sequence[RunSummary]) -> str:
    """The share of right passages among the first k, a line a configuration."""

    def draw(axes: Axes) -> None:
        for run in runs:
            depths = range(1, len(run.recall) + 1)
            axes.plot(
                depths,
                run.recall,
                marker=MARKERS.get(run.name, "o"),
                color=_colour(run.name),
                linewidth=2.6 if run.name == OURS else 1.4,
                markersize=6,
            )
        axes.set_xticks(range(1, len(runs[0].recall) + 1))
        axes.set_ylim(top=1.0)
        axes.tick_params(axis="y", labelcolor=FAINT)
        axes.set_xlabel("k")

    return _svg("recall", draw, 2.9, left=0.45, right=0.15, bottom=0.5)


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
        _percent(axes)
        _rows(axes, [run.name for run in runs])

    return _svg("ranks", draw, BAR * 1.3 * len(runs), left=0.8, right=0.2)


def plot_kinds(runs: Sequence[RunSummary], focus: RunSummary, measure: str) -> str:
    """A measure by kind of question: a bar for the configuration in focus, marks for the others."""
    kinds = focus.groups[1:]

    def draw(axes: Axes) -> None:
        for row, kind in enumerate(kinds):
            axes.barh(row, kind.measures[measure].mean, height=0.62, color=_colour(focus.name), alpha=0.4)
        for run in (run for run in runs if run is not focus):
            values = [group.measures[measure].mean for group in run.groups[1:]]
            axes.plot(
                values,
                range(len(kinds)),
                MARKERS.get(run.name, "o"),
                color=_colour(run.name),
                markersize=6,
                clip_on=False,
            )
        axes.set_xlim(0, 1)
        _rows(axes, [f"{words.kind_words(kind.kind)} ({kind.queries})" for kind in kinds])

    return _svg(f"kinds-{measure}", draw, 0.34 * len(kinds), left=1.5, right=0.2)


def _rows(axes: Axes, names: Sequence[str]) -> None:
    """Named rows, the first at the top."""
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.grid(visible=False, axis="y")


def _percent(axes: Axes) -> None:
    axes.set_xticks((0, 0.25, 0.5, 0.75, 1), ("0%", "25%", "50%", "75%", "100%"))


def _colour(name: str) -> str:
    return COLOURS.get(f"c-{name}", INK)


def _svg(
    name: str,
    draw: Callable[[Axes], None],
    height: float,
    left: float,
    right: float,
    bottom: float = 0.32,
    width: float = WIDTH,
) -> str:
    """A plot as an SVG element that takes its colours and its font from the page; sizes are in inches."""
    whole = height + bottom + 0.08
    with matplotlib.rc_context({**RC, "svg.hashsalt": name}), warnings.catch_warnings():
        # The page's font draws the text; that matplotlib's own has no such letters does not matter.
        warnings.filterwarnings("ignore", "Glyph .* missing from font")
        figure = Figure(figsize=(width, whole))
        axes = figure.add_axes((left / width, bottom / whole, 1 - (left + right) / width, height / whole))
        draw(axes)
        written = io.StringIO()
        figure.savefig(
            written, format="svg", transparent=True, metadata={"Date": None, "Creator": None, "Type": None}
        )
    return _inlined(written.getvalue(), name)


def _inlined(svg: str, name: str) -> str:
    """A file's SVG as an element inside a page: no size of its own, its ids its own, colours as variables."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", svg))
    prefix = re.sub(r"\W", "-", name)
    svg = re.sub(r'(id="|href="#|url\(#)', rf"\g<1>{prefix}-", svg)
    svg = re.sub(r"font: [^;\"]*?(\d+)px [^;\"]*", r"font-size: \1px", svg)
    for colour, variable in VARIABLES.items():
        svg = svg.replace(colour, f"var(--{variable})")
    return svg.strip()
