"""What is read in the background: how far it is, and what came of it, until somebody has seen it."""

from typing import TYPE_CHECKING

import streamlit as st

from index.types import IndexReport
from tenkyo.jobs import Job, Step
from tenkyo.settings import Settings
from tenkyo.taking_in import is_description
from ui.frame import show_error, show_note
from ui.frame import told as error_words
from ui.library.address import open_document
from ui.library.tables import show_part
from ui.library.work import background
from ui.marking import marked, plain_label
from ui.places import page_ranges
from ui.reasons import reason_text
from ui.words import words

if TYPE_CHECKING:
    from tenkyo.application import Application

EVERY = 1.0
"""Seconds between two looks at what is going on."""


def show_jobs(settings: Settings, application: "Application | None") -> None:
    """The jobs, brought up to date as long as one goes on; the page is drawn anew when they have ended."""
    active = any(not job.ended for job in background(settings).listed())
    show = st.fragment(_show_all, run_every=EVERY if active else None)
    show(settings, application, active)


def _show_all(settings: Settings, application: "Application | None", active: bool) -> None:
    jobs = background(settings).listed()
    if active and all(job.ended for job in jobs):
        st.rerun()
    for job in jobs:
        with st.container(border=True, key=f"job-{job.number}"):
            _show_job(settings, application, job)


def _show_job(settings: Settings, application: "Application | None", job: Job) -> None:
    told = words().library
    show_part(told.job_files if job.files else told.job_sources)
    if job.ended:
        _show_outcome(settings, application, job)
        return
    if job.state == "waiting":
        show_note(told.job_waiting)
    else:
        done, sentence = progress_words(job.step)
        st.progress(done, plain_label(sentence))
    _show_files(job)
    with st.container(horizontal=True, vertical_alignment="center"):
        cancel = background(settings).cancel
        st.button(told.job_cancel, key=f"cancel-{job.number}", on_click=cancel, args=(job.number,))
        show_note(told.job_meanwhile)


def _show_outcome(settings: Settings, application: "Application | None", job: Job) -> None:
    told = words().library
    if job.error is not None:
        show_error(told.job_failed.format(reason=error_words(job.error)))
    elif job.state == "cancelled":
        show_note(told.job_cancelled)
    elif job.report is not None:
        show_note(told.job_done.format(report=report_words(job.report)))
    _show_files(job)
    jobs = background(settings)
    with st.container(horizontal=True):
        for name, document_id in _found(application, job):
            label = plain_label(told.file_open.format(name=name))
            if st.button(label, key=f"open-{job.number}-{document_id}"):
                open_document(document_id)
                st.rerun()
        if job.state in ("failed", "cancelled") and st.button(told.job_again, key=f"again-{job.number}"):
            jobs.dismiss(job.number)
            jobs.add(job.sources, job.files)
            st.rerun()
        close = f"dismiss-{job.number}"
        st.button(told.close, key=close, on_click=jobs.dismiss, args=(job.number,), type="tertiary")


def _found(application: "Application | None", job: Job) -> list[tuple[str, str]]:
    """The uploaded files of a job that are documents by now, with their ids."""
    if application is None or job.report is None:
        return []
    by_path = {document.path: document.id for document in application.index.documents()}
    return [(name, by_path[name]) for name in job.files if name in by_path]


def progress_words(step: Step | None) -> tuple[float, str]:
    """How far a job is, 0 to 1, and in words: 文字認識 3/12 報告書.pdf p.4 残り約2分."""
    if step is None:
        return 0.0, words().library.job_starting
    share = min(1.0, step.done / step.total) if step.total else 0.0
    parts = [words().library.stages[step.stage]]
    if step.total > 1:
        parts.append(f"{step.done:,}/{step.total:,}")
    if step.path:
        parts.append(step.path)
    if step.seconds_left is not None:
        parts.append(words().library.job_left.format(time=_span(step.seconds_left)))
    return share, "　".join(parts)


def _span(seconds: float) -> str:
    told = words().library
    if seconds < 60:
        return told.job_seconds.format(count=max(1, round(seconds)))
    if seconds < 5400:
        return told.job_minutes.format(count=round(seconds / 60))
    return told.job_hours.format(count=round(seconds / 3600))


def report_words(report: IndexReport) -> str:
    """What a run did, in figures, and what it left out."""
    told = words().library
    sentence = told.job_report.format(
        read=len(report.read),
        unchanged=len(report.unchanged),
        removed=len(report.removed),
        skipped=len(report.skipped),
    )
    if report.left_out:
        names = words().places.page_list.join(report.left_out)
        sentence += told.job_left_out.format(names=names)
    return sentence


def _show_files(job: Job) -> None:
    if job.files:
        st.html(files_html(job))


def files_html(job: Job) -> str:
    """The uploaded files of a job, each with what became of it, as a list in HTML."""
    items = "".join(
        f"<li><span>{marked(name)}</span> <span>{marked(file_words(job, name))}</span></li>"
        for name in job.files
    )
    return f'<ul class="t-files">{items}</ul>'


def file_words(job: Job, name: str) -> str:
    """What became of an uploaded file so far."""
    told = words().library
    if is_description(name):
        return told.file_described
    if job.report is None:
        return told.file_read if name in job.read else told.file_waiting
    for skipped in job.report.skipped:
        if skipped.path == name:
            return told.file_unread.format(reason=reason_text(skipped.reason))
    if name in job.report.left_out:
        return told.file_out
    members = sum(skipped.path.startswith(f"{name}/") for skipped in job.report.skipped)
    if members:
        known = (*job.report.read, *job.report.unchanged)
        form = (
            told.file_members if any(path.startswith(f"{name}/") for path in known) else told.file_no_member
        )
        return form.format(count=members)
    pages = [str(page.page) for page in job.report.unread_pages if page.path == name]
    return told.file_pages.format(pages=page_ranges(pages)) if pages else told.file_found
