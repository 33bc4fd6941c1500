"""Calibration in, plots as SVG out: what the confidence of an answer is worth."""

from matplotlib.axes import Axes

from eval.answers.confidence import BINS, Calibration
from eval.configurations import OURS
from eval.reporting.plots import show_percents
from eval.reporting.svg import FAINT, GRID, INK, colour_of, draw_svg

HEIGHT = 2.6
"""The height of a plot in inches."""


def plot_coverage(calibration: Calibration) -> str:
    """Accuracy against coverage: from the surest answers alone to all that were given."""

    def draw(axes: Axes) -> None:
        axes.plot(
            [point.coverage for point in calibration.curve],
            [point.accuracy for point in calibration.curve],
            color=colour_of(OURS),
            linewidth=2.4,
        )
        last = calibration.curve[-1]
        axes.plot(last.coverage, last.accuracy, "o", color=colour_of(OURS), markersize=8)
        axes.annotate(
            f"{last.accuracy:.2f}", (last.coverage, last.accuracy), (8, 6), textcoords="offset points"
        )
        _unit_square(axes, "回答した質問の割合", "正しい回答の割合")

    return draw_svg("coverage", draw, HEIGHT, left=0.65, right=0.4, bottom=0.5)


def plot_reliability(calibration: Calibration) -> str:
    """How often answers of each confidence are right, with their number; on the line both agree."""

    def draw(axes: Axes) -> None:
        axes.plot([0, 1], [0, 1], color=GRID, linewidth=1.5)
        for each in calibration.bins:
            axes.bar(
                each.low + 0.5 / BINS, each.accuracy, width=0.82 / BINS, color=colour_of(OURS), alpha=0.4
            )
            axes.plot(each.confidence, each.accuracy, "o", color=colour_of(OURS), markersize=6)
            axes.annotate(
                str(each.answers),
                (each.low + 0.5 / BINS, 0),
                (0, 4),
                textcoords="offset points",
                ha="center",
                color=INK,
                fontsize=9,
            )
        _unit_square(axes, "確信度", "正しい回答の割合")

    return draw_svg("reliability", draw, HEIGHT, left=0.65, right=0.4, bottom=0.5)


def _unit_square(axes: Axes, across: str, upward: str) -> None:
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1.02)
    show_percents(axes)
    axes.tick_params(axis="y", labelcolor=FAINT)
    axes.set_xlabel(across)
    axes.set_ylabel(upward)
