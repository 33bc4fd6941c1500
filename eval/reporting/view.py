"""A Report in, all that a written report says, in the order in which it says it, out."""

from dataclasses import dataclass

from eval.configurations import OURS
from eval.judging import page_words
from eval.misses import MISS_DEPTH, Miss
from eval.report import Report, opening
from eval.reporting import words
from eval.reporting.answer_view import WrongAnswerView, view_wrong_answers
from eval.reporting.cells import Table
from eval.reporting.tables import interval_words, report_tables
from eval.significance import COMPARED, Comparison
from eval.summary import RunSummary
from index.types import Hit


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure that a reader sees first: its name, the figure, its interval, and what it means."""

    name: str
    figure: str
    interval: str
    meaning: str


@dataclass(frozen=True, slots=True)
class AboveView:
    """A hit that stood above the right passage."""

    rank: int
    document: str
    page: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class MissView:
    """A question whose right passage came late or not at all."""

    id: str
    kind: str
    query: str
    rank: str
    places: tuple[str, ...]
    above: tuple[AboveView, ...]
    found_by: tuple[str, ...]
    error: str | None


@dataclass(frozen=True, slots=True)
class View:
    """What a written report says; `focus` is the configuration it is about, `tables` stand by section."""

    title: str
    focus: str
    facts: tuple[tuple[str, str], ...]
    tiles: tuple[Tile, ...]
    summary: tuple[str, ...]
    tables: dict[str, tuple[Table, ...]]
    misses: tuple[MissView, ...]
    misses_title: str
    wrong: tuple[WrongAnswerView, ...]
    missing: tuple[str, ...]
    errors: tuple[str, ...]
    measures: dict[str, str]
    reading: tuple[str, ...]


def view_report(report: Report) -> View:
    """A report as it is written; its tiles and misses are those of ours, or of the last configuration."""
    focus = focus_of(report)
    misses = [miss for miss in report.misses if focus and miss.run == focus.name]
    return View(
        title=f"検索の評価：{report.target}",
        focus=focus.name if focus else "",
        facts=_facts(report),
        tiles=_tiles(focus) if focus else (),
        summary=tuple(_summary(report, focus)) if focus else (),
        tables=report_tables(report),
        misses=tuple(_miss(miss) for miss in misses),
        misses_title=f"上位{MISS_DEPTH}件に正解がなかった質問（{focus.name}、{len(misses):,}問）"
        if focus
        else "",
        wrong=view_wrong_answers(report.answers) if report.answers else (),
        missing=report.missing,
        errors=report.errors,
        measures=words.MEASURES,
        reading=words.READING,
    )


def focus_of(report: Report) -> RunSummary | None:
    """The configuration that a report is about: ours, the last where ours was not asked for."""
    return next((run for run in report.runs if run.name == OURS), report.runs[-1] if report.runs else None)


def _facts(report: Report) -> tuple[tuple[str, str], ...]:
    facts = [("質問", f"{report.questions:,}問"), ("うち正解のない質問", f"{report.unanswerable:,}問")]
    if report.collected:
        facts += [
            ("文書", f"{report.collected.documents:,}件"),
            ("本文の区切り", f"{report.collected.passages:,}件"),
            ("検索用のモデル", words.ENCODERS.get(report.collected.encoder, report.collected.encoder)),
        ]
    if report.bytes_on_disk is not None:
        facts.append(("文書庫の大きさ（原本を含む）", f"{report.bytes_on_disk / 1e6:,.1f} MB"))
    return tuple(facts)


def _tiles(focus: RunSummary) -> tuple[Tile, ...]:
    measures = focus.groups[0].measures
    return tuple(
        Tile(name, f"{measures[name].mean:.3f}", interval_words(measures[name]), words.MEASURES[name])
        for name in COMPARED
    )


def _summary(report: Report, focus: RunSummary) -> list[str]:
    searched = report.questions - report.unanswerable
    found = sum(focus.first_right[:MISS_DEPTH])
    sentences = [
        f"正解のある{searched:,}問を{len(report.runs)}通りの方式で検索しました。"
        f"{focus.name}は{found:,}問（{found / max(searched, 1):.1%}）で上位{MISS_DEPTH}件に正解を示しました。"
    ]
    for measure in COMPARED:
        compared = [one for one in report.comparisons if one.measure == measure]
        if compared:
            sentences.append(_outcome(measure, compared))
    return sentences


def _outcome(measure: str, compared: list[Comparison]) -> str:
    """What the comparisons by one measure say together."""
    above = [one.other for one in compared if one.significant and one.difference.mean > 0]
    below = [one.other for one in compared if one.significant and one.difference.mean < 0]
    level = [one.other for one in compared if not one.significant]
    ours = compared[0].ours
    parts = (
        f"{ours}は{'、'.join(above)}を有意に上回りました。" if above else "",
        f"{ours}は{'、'.join(below)}を有意に下回りました。" if below else "",
        f"{'、'.join(level)}との差は有意ではありません。" if level else "",
    )
    return f"{measure}：" + "".join(parts)


def _miss(miss: Miss) -> MissView:
    return MissView(
        id=miss.query_id,
        kind=words.kind_words(miss.kind) if miss.kind else "",
        query=miss.query,
        rank=words.rank_words(miss.rank),
        places=miss.places,
        above=tuple(_above(hit) for hit in miss.above),
        found_by=miss.found_by,
        error=miss.error,
    )


def _above(hit: Hit) -> AboveView:
    heading = hit.passage.headings[-1] if hit.passage.headings else ""
    return AboveView(hit.rank, hit.document.path, page_words(hit), heading, opening(hit))
