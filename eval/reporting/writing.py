"""A Report and a folder in; report.md, report.html and report.json in the folder out."""

import json
import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from eval.report import Report
from eval.reporting.answer_plots import plot_coverage, plot_reliability
from eval.reporting.plots import plot_estimates, plot_kinds, plot_ranks, plot_recall
from eval.reporting.tables import SHOWN_BY_KIND
from eval.reporting.view import focus_of, view_report
from eval.reporting.words import RANKS
from eval.significance import COMPARED

HERE = Path(__file__).parent

MARKUP = re.compile(r"([\\`*_\[\]<>|~#&$])")
"""What Markdown, or a table in it, would take for a mark."""


def write_report(report: Report, folder: Path) -> tuple[Path, ...]:
    """Writes a report three times, for reading, for the browser and for programs; gives the paths.

    The same report gives the same bytes. The page needs no network and runs no script.
    """
    written = {
        "report.md": markdown_report(report),
        "report.html": html_report(report),
        "report.json": json.dumps(report.as_json(), ensure_ascii=False, indent=1) + "\n",
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return tuple(folder / name for name in written)


def markdown_report(report: Report) -> str:
    """The report in Markdown, its tables in GitHub's form; plots are on the page alone."""
    return _render("report.md.jinja", view=view_report(report))


def html_report(report: Report) -> str:
    """The report as one page that holds its own style and plots."""
    return _render(
        "report.html.jinja",
        view=view_report(report),
        plots=draw_plots(report),
        style=(HERE / "report.css").read_text(encoding="utf-8"),
        names=[run.name for run in report.runs],
        rank_names=RANKS,
    )


def draw_plots(report: Report) -> dict[str, dict[str, str]]:
    """The plots of a report as SVG: by the section they stand in, then by title."""
    runs, focus = report.runs, focus_of(report)
    plots = {"answers": draw_answer_plots(report)}
    if focus is None:
        return plots
    return plots | {
        "overall": {measure: plot_estimates(runs, measure) for measure in COMPARED},
        "ranks": {
            "上位k件に入った正解の割合": plot_recall(runs),
            "最初の正解の順位（質問の割合）": plot_ranks(runs),
        },
        "kinds": {measure: plot_kinds(runs, focus, measure) for measure in SHOWN_BY_KIND}
        if len(focus.groups) > 1
        else {},
    }


def draw_answer_plots(report: Report) -> dict[str, str]:
    """The plots of the answers' confidence, by title; none where no answer was given."""
    calibration = report.answers.calibration if report.answers else None
    if calibration is None:
        return {}
    return {
        "確信度の高い順に回答したときの正答率": plot_coverage(calibration),
        "確信度ごとの正答率（数字は回答の数）": plot_reliability(calibration),
    }


def escape_markdown(text: str) -> str:
    """Text as Markdown shows it word for word, on one line."""
    return MARKUP.sub(r"\\\1", " ".join(str(text).split()))


def _render(template: str, **values: object) -> str:
    """A template of this folder, filled in; one for HTML escapes all that it is given."""
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=select_autoescape(("html.jinja",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = escape_markdown
    return environment.get_template(template).render(**values)
