"""A Report in, tables of text for reading out."""

from collections.abc import Sequence

from eval.costs import Cost
from eval.measures import MEASURES, Estimate
from eval.report import Report
from eval.reporting import words
from eval.reporting.answer_tables import answer_kind_table, answer_table, span_table
from eval.reporting.cells import Cell, Table
from eval.significance import LEVEL, Comparison
from eval.summary import Group, RunSummary

SHOWN_BY_KIND = ("recall@5", "nDCG@10")
RANK_GROUPS = ((0, 1), (1, 3), (3, 5), (5, 10), (10, 11))
"""Which of a run's counts of first right ranks each group of ranks takes: from, to."""


def overall_table(runs: Sequence[RunSummary]) -> Table:
    """Every measure of every configuration, with its interval; the best of each measure is marked."""
    best = {name: max(run.groups[0].measures[name].mean for run in runs) for name in MEASURES}
    rows = (
        (Cell(run.name), *(_estimate(run.groups[0].measures[name], best[name]) for name in MEASURES))
        for run in runs
    )
    return Table("全体", ("方式", *MEASURES), tuple(rows))


def comparison_table(comparisons: Sequence[Comparison]) -> Table:
    """Ours less each other configuration."""
    head = ("指標", "比べた方式", "差", "95％信頼区間", "p値", "補正後のp値", "判定")
    return Table(
        f"{comparisons[0].ours}と他の方式との差", head, tuple(_comparison(one) for one in comparisons)
    )


def kind_tables(runs: Sequence[RunSummary]) -> tuple[Table, ...]:
    """A table a measure: kinds of questions by configurations. None where the questions are of one kind."""
    kinds = runs[0].groups[1:]
    return tuple(
        Table(
            f"種別ごとの{measure}",
            ("種別", "質問数", *(run.name for run in runs)),
            tuple(_kind_row(kind, measure, runs) for kind in kinds),
        )
        for measure in (SHOWN_BY_KIND if kinds else ())
    )


def rank_table(runs: Sequence[RunSummary]) -> Table:
    """How many questions have their first right passage how far down."""
    rows = ((Cell(run.name), *(Cell(f"{count:,}") for count in rank_counts(run))) for run in runs)
    return Table("最初の正解の順位（質問数）", ("方式", *words.RANKS), tuple(rows))


def rank_counts(run: RunSummary) -> tuple[int, ...]:
    """The number of questions in each group of ranks."""
    return tuple(sum(run.first_right[start:end]) for start, end in RANK_GROUPS)


def recall_table(runs: Sequence[RunSummary]) -> Table:
    """The recall at every depth."""
    depths = range(1, len(runs[0].recall) + 1)
    rows = ((Cell(run.name), *(Cell(_figure(share)) for share in run.recall)) for run in runs)
    return Table("上位k件に入った正解の割合", ("方式", *(f"k={depth}" for depth in depths)), tuple(rows))


def cost_table(costs: Sequence[Cost]) -> Table:
    """How long a warm query takes."""
    rows = ((Cell(cost.name), Cell(f"{cost.median_ms:.1f}")) for cost in costs)
    return Table("参考：1回の検索に要する時間", ("方式", "中央値（ミリ秒）"), tuple(rows))


def configuration_table(runs: Sequence[RunSummary]) -> Table:
    """What each configuration is."""
    rows = ((Cell(run.name), Cell(words.CONFIGURATIONS.get(run.name, ""))) for run in runs)
    return Table("比べた方式", ("方式", "内容"), tuple(rows))


def report_tables(report: Report) -> dict[str, tuple[Table, ...]]:
    """Every table of a report by the section it stands in; a section without anything to tell has none."""
    runs = report.runs
    return {
        "configurations": (configuration_table(runs),) if runs else (),
        "overall": (overall_table(runs),) if runs else (),
        "comparisons": (comparison_table(report.comparisons),) if report.comparisons else (),
        "ranks": (rank_table(runs), recall_table(runs)) if runs else (),
        "kinds": kind_tables(runs) if runs else (),
        "answers": (answer_table(report.answers),) if report.answers else (),
        "answer_kinds": (answer_kind_table(report.answers),) if report.answers else (),
        "spans": (span_table(report.spans),) if report.spans else (),
        "costs": (cost_table(report.costs),) if report.costs else (),
    }


def interval_words(estimate: Estimate) -> str:
    """An interval, such as 0.85–0.92."""
    return f"{estimate.low:.3f}–{estimate.high:.3f}"


def verdict(comparison: Comparison) -> str:
    """What a comparison says."""
    if comparison.adjusted >= LEVEL:
        return "有意差なし"
    return "有意に高い" if comparison.difference.mean > 0 else "有意に低い"


def _comparison(one: Comparison) -> tuple[Cell, ...]:
    difference = one.difference
    return (
        Cell(one.measure),
        Cell(one.other),
        Cell(f"{difference.mean:+.3f}", strong=one.significant),
        Cell(f"{difference.low:+.3f}～{difference.high:+.3f}"),
        Cell(f"{one.p:.4f}"),
        Cell(f"{one.adjusted:.4f}"),
        Cell(verdict(one), strong=one.significant),
    )


def _kind_row(kind: Group, measure: str, runs: Sequence[RunSummary]) -> tuple[Cell, ...]:
    means = [
        group.measures[measure].mean for run in runs for group in run.groups[1:] if group.kind == kind.kind
    ]
    cells = (Cell(_figure(mean), strong=mean == max(means), share=mean) for mean in means)
    return (Cell(words.kind_words(kind.kind)), Cell(f"{kind.queries:,}"), *cells)


def _estimate(estimate: Estimate, best: float) -> Cell:
    return Cell(_figure(estimate.mean), interval_words(estimate), strong=estimate.mean == best)


def _figure(share: float) -> str:
    return f"{share:.3f}"
