"""One evaluation on the screen: of what, how good, by kind, the answers, and what went wrong."""

from typing import TYPE_CHECKING

import streamlit as st

from ui.evaluation.charts import show_kinds, show_measure, show_recall, show_reliability
from ui.evaluation.choosing import chosen
from ui.evaluation.faults import show_misses, show_wrong_answers
from ui.evaluation.tables import answer_table, configuration_words, kind_table, measure_words, overall_table
from ui.frame import show_error, show_note
from ui.marking import marked
from ui.moments import date_words, time_words
from ui.tables import facts
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application
    from tenkyo.reports.types import Comparison, KeptReport

FOUND_AT = 5
"""Among how many first hits a right one is looked for, in the summary."""

DIGEST_SHOWN = 12
SMALLEST_CHANCE = 0.001
USUAL_MEASURE = "nDCG@10"
JUDGED_FILE = "judged.jsonl"


def show_report(application: "Application", report: "KeptReport") -> None:
    """The whole of it, from top to bottom."""
    st.html(_facts(application, report))
    if report.target == JUDGED_FILE:
        show_note(words().evaluation.judged_only)
    if report.missing:
        names = words().places.page_list.join(report.missing)
        show_error(words().evaluation.missing.format(names=names))
    if report.runs:
        _show_search(report)
    if report.answers:
        _show_answers(report)
    show_misses(report)
    show_wrong_answers(report)


def _facts(application: "Application", report: "KeptReport") -> str:
    said, asked = words().evaluation, report.library
    now = application.index.status(), application.index.state().digest
    state = said.state_same if asked.state == now[1] else said.state_other
    known = {
        said.made: f"{date_words(report.made)} {time_words(report.made)}",
        said.question_set: report.target,
        said.questions: said.question_count.format(count=report.questions, unanswerable=report.unanswerable),
        said.documents: f"{asked.documents:,}",
        said.passages: f"{asked.passages:,}",
        said.encoder: asked.encoder,
        said.state: state.format(digest=asked.state[:DIGEST_SHOWN]),
    }
    return facts(known)


def _show_search(report: "KeptReport") -> None:
    said = words().evaluation
    _show_heading(said.overall)
    show_note(_summary(report))
    st.html(overall_table(report))
    show_note(said.overall_note)
    names = list(report.runs[0].groups[0].measures)
    usual = sorted(names, key=lambda name: name != USUAL_MEASURE)
    measure = chosen(said.measure, {name: measure_words(name) for name in usual}, "measure")
    show_measure(report, measure)
    _show_differences(report, measure)
    if len(report.runs[0].groups) > 1:
        _show_heading(f"{said.by_kind}：{measure_words(measure)}")
        show_note(said.by_kind_note.format(ours=configuration_words(report.ours)))
        show_kinds(report, measure)
        st.html(kind_table(report, measure))
    _show_heading(said.recall_title)
    show_recall(report)


def _summary(report: "KeptReport") -> str:
    ours = next(run for run in report.runs if run.name == report.ours)
    total = max(sum(ours.first_right), 1)
    found = sum(ours.first_right[:FOUND_AT])
    return words().evaluation.summary.format(total=total, found=found, share=found / total)


def _show_differences(report: "KeptReport", measure: str) -> None:
    compared = [one for one in report.comparisons if one.measure == measure]
    if not compared:
        return
    title = words().evaluation.differences.format(measure=measure_words(measure))
    items = "".join(f"<li>{marked(_difference(one))}</li>" for one in compared)
    st.html(f'<h3 class="t-h3">{marked(title)}</h3><ul class="t-note t-differences">{items}</ul>')


def _difference(one: "Comparison") -> str:
    said = words().evaluation
    form = said.no_difference
    if one.significant:
        form = said.higher if one.difference.mean > 0 else said.lower
    difference = abs(one.difference.mean) if one.significant else one.difference.mean
    return form.format(other=configuration_words(one.other), difference=difference, p=_chance(one.adjusted))


def _chance(p: float) -> str:
    """A p-value as it is printed: =0.012, and <0.001 where it is smaller than can be told."""
    return f"={p:.3f}" if p >= SMALLEST_CHANCE else f"<{SMALLEST_CHANCE}"


def _show_answers(report: "KeptReport") -> None:
    answers = report.answers
    if answers is None:
        return
    _show_heading(words().evaluation.answers)
    st.html(answer_table(answers))
    if answers.bins:
        st.html(f'<h3 class="t-h3">{marked(words().evaluation.reliability)}</h3>')
        show_reliability(answers.bins)


def _show_heading(title: str) -> None:
    st.html(f'<h2 class="t-h2">{marked(title)}</h2>')
