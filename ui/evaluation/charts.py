"""Figures in, charts that follow the theme out, each told in words as well."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import altair as alt
import streamlit as st

from ui.evaluation.tables import configuration_words, kind_words, measure_words
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.reports.types import Bin, KeptReport

OURS, OTHER = "#3d86a8", "#8a8f94"
"""Colours that stand out by 3 to 1 from the light and the dark ground (WCAG 2.2, 1.4.11)."""

COLOURS = (OURS, "#c2571a", "#7a7f2a", "#9467bd", "#8a8f94", "#b5547f", "#2e8b57")
SHAPES = ("circle", "diamond", "square", "triangle-up", "cross", "triangle-down", "triangle-right")
"""What tells lines and marks apart, by colour and by shape."""

Row = dict[str, str | float]
UNIT = alt.Scale(domain=[0, 1])
QUARTERS = alt.Axis(values=[0, 0.25, 0.5, 0.75, 1], format=".2f", labelFlush=False)
LEGEND = alt.Legend(orient="bottom", columns=1)
LEGEND_LINE = 26
PLOT = 260
LABEL_PIXELS = 150
"""In pixels: a line of a legend, the height of a plot, the longest name of a row."""


def show_measure(report: "KeptReport", measure: str) -> None:
    """A measure of each way of searching, with its interval."""
    rows: list[Row] = []
    for run in report.runs:
        estimate = run.groups[0].measures[measure]
        rows.append(
            {
                "name": configuration_words(run.name),
                "mean": estimate.mean,
                "low": estimate.low,
                "high": estimate.high,
                "colour": OURS if run.name == report.ours else OTHER,
            }
        )
    names = alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=LABEL_PIXELS))
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=names, color=alt.Color("colour:N", scale=None, legend=None)
    )
    title = measure_words(measure)
    intervals = base.mark_rule(strokeWidth=4, opacity=0.5).encode(
        x=alt.X("low:Q", scale=UNIT, title=title, axis=QUARTERS), x2="high:Q"
    )
    means = base.mark_point(filled=True, size=110, opacity=1).encode(x="mean:Q")
    _show(intervals + means, title, rows, "mean", height=34 * len(rows) + 50)


def show_kinds(report: "KeptReport", measure: str) -> None:
    """A measure by kind of question: bars for ours, marks for the others."""
    said, rows, others = words().evaluation, list[Row](), list[Row]()
    for run in report.runs:
        for group in run.groups[1:]:
            label = said.kind_count.format(kind=kind_words(group.kind), count=group.queries)
            row: Row = {
                "kind": label,
                "mean": group.measures[measure].mean,
                "name": configuration_words(run.name),
            }
            (rows if run.name == report.ours else others).append(row)
    y = alt.Y("kind:N", sort=None, title=None, axis=alt.Axis(labelLimit=LABEL_PIXELS))
    x = alt.X("mean:Q", scale=UNIT, title=measure_words(measure), axis=QUARTERS)
    bars = alt.Chart(alt.InlineData(values=rows)).mark_bar(opacity=0.55, color=OURS).encode(y=y, x=x)
    marks = (
        alt.Chart(alt.InlineData(values=others))
        .mark_point(filled=True, size=60, opacity=1)
        .encode(y=y, x=x, shape=_shapes(report, others_only=True), color=_colours(report, others_only=True))
    )
    names = _names(report)[1:]
    title = f"{said.by_kind} {measure_words(measure)}"
    _show(
        bars + marks if others else bars,
        title,
        rows,
        "mean",
        "kind",
        height=30 * len(rows) + 60 + LEGEND_LINE * len(names),
    )


def show_recall(report: "KeptReport") -> None:
    """How many right passages are among the first one, two … hits, a line a way of searching."""
    said = words().evaluation
    rows: list[Row] = [
        {"name": configuration_words(run.name), "depth": depth, "share": share}
        for run in report.runs
        for depth, share in enumerate(run.recall, start=1)
    ]
    chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_line(point=alt.OverlayMarkDef(filled=True, size=60, opacity=1))
        .encode(
            x=alt.X("depth:O", title=said.depth, axis=alt.Axis(labelAngle=0)),
            y=alt.Y("share:Q", scale=UNIT, title=said.recall_axis, axis=QUARTERS),
            color=_colours(report),
            shape=_shapes(report),
        )
    )
    last = [row for row in rows if row["depth"] == len(report.runs[0].recall)]
    _show(chart, said.recall_title, last, "share", height=PLOT + LEGEND_LINE * len(report.runs))


def show_reliability(bins: "Sequence[Bin]") -> None:
    """How often answers of each confidence are right; on the line both agree."""
    said = words().evaluation
    rows: list[Row] = [
        {
            "name": f"{each.low:.1f}",
            "low": each.low,
            "high": each.low + 0.1,
            "middle": each.low + 0.05,
            "floor": 0.0,
            "accuracy": each.accuracy,
            "answers": each.answers,
        }
        for each in bins
    ]
    base = alt.Chart(alt.InlineData(values=rows))
    bars = base.mark_rect(color=OURS, opacity=0.55, stroke=OTHER).encode(
        x=alt.X("low:Q", scale=UNIT, title=said.confidence, axis=QUARTERS),
        x2="high:Q",
        y=alt.Y("accuracy:Q", scale=UNIT, title=said.accuracy, axis=QUARTERS),
        y2="floor:Q",
    )
    counts = base.mark_text(dy=-8, color=OTHER).encode(x="middle:Q", y="accuracy:Q", text="answers:Q")
    ends: list[Row] = [{"x": 0.0, "y": 0.0}, {"x": 1.0, "y": 1.0}]
    even = alt.Chart(alt.InlineData(values=ends)).mark_line(color=OTHER, strokeDash=[4, 4])
    _show(bars + counts + even.encode(x="x:Q", y="y:Q"), said.reliability, rows, "accuracy", height=300)


def _show(
    chart: alt.Chart | alt.LayerChart,
    title: str,
    rows: Sequence[Row],
    value: str,
    name: str = "name",
    *,
    height: int,
) -> None:
    said = words().evaluation
    values = words().places.page_list.join(
        said.chart_value.format(name=row[name], value=row[value]) for row in rows
    )
    st.altair_chart(
        chart.properties(height=height),
        width="stretch",
        alt=said.chart_alt.format(title=title, values=values),
    )


def _colours(report: "KeptReport", *, others_only: bool = False) -> alt.Color:
    names = _names(report)[others_only:]
    scale = alt.Scale(domain=names, range=list(COLOURS[others_only:][: len(names)]))
    return alt.Color("name:N", scale=scale, sort=None, title=None, legend=LEGEND)


def _shapes(report: "KeptReport", *, others_only: bool = False) -> alt.Shape:
    names = _names(report)[others_only:]
    scale = alt.Scale(domain=names, range=list(SHAPES[others_only:][: len(names)]))
    return alt.Shape("name:N", scale=scale, sort=None, title=None, legend=LEGEND)


def _names(report: "KeptReport") -> list[str]:
    """The ways of searching in words, ours first: each keeps its colour and shape from chart to chart."""
    ours_first = sorted((run.name for run in report.runs), key=lambda name: name != report.ours)
    return [configuration_words(name) for name in ours_first]
