"""Runs in the background: one at a time, seen by all, their outcomes kept until they are dismissed."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from index.types import IndexReport
from tenkyo.errors import TenkyoError
from tenkyo.jobs import UNEXPECTED, Job, Jobs
from tenkyo.progress import ShowProgress

PATIENCE = 10.0
FOLDER = (Path("/data/uploads"),)
OTHER = (Path("/elsewhere"),)


class Runs:
    """Runs that wait for what the test has them do; `going` counts those at work at a time."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.acts: list[Callable[[ShowProgress], IndexReport]] = []
        self.going, self.most = 0, 0
        self.stopped = threading.Event()

    def start(self) -> "Runs":
        return self

    def run(self, sources: Sequence[Path], progress: ShowProgress) -> IndexReport:
        self.going += 1
        self.most = max(self.most, self.going)
        self.begun.release()
        try:
            return self.acts.pop(0)(progress)
        finally:
            self.going -= 1

    def stop(self) -> None:
        self.stopped.set()


@pytest.fixture
def runs() -> Runs:
    return Runs()


@pytest.fixture
def jobs(runs: Runs) -> Iterator[Jobs]:
    made = Jobs(runs.start)
    yield made
    made.close()


def finished(jobs: Jobs, number: int) -> Job:
    """The job once it ended."""
    waiting = threading.Event()
    for _ in range(round(PATIENCE / 0.005)):
        job = next(job for job in jobs.listed() if job.number == number)
        if job.ended:
            return job
        waiting.wait(0.005)
    raise AssertionError("the job does not end")


def test_a_job_shows_how_far_it_is_and_then_its_report_until_it_is_dismissed(jobs: Jobs, runs: Runs) -> None:
    at, go_on = threading.Event(), threading.Event()

    def read(progress: ShowProgress) -> IndexReport:
        progress("reading", 1, 2, "12 pages · 報告書.pdf")
        at.set()
        assert go_on.wait(PATIENCE)
        return IndexReport(read=("報告書.pdf",))

    runs.acts = [read]
    number = jobs.add(FOLDER, ["報告書.pdf", "意見.pdf"])
    assert at.wait(PATIENCE)
    [job] = jobs.listed()
    assert job.step is not None
    assert (job.state, job.step.stage, job.step.done, job.step.total, job.step.path) == (
        "running",
        "reading",
        1,
        2,
        "報告書.pdf",
    )
    assert job.read == {"報告書.pdf"}
    jobs.dismiss(number)
    assert len(jobs.listed()) == 1
    go_on.set()
    assert finished(jobs, number).report == IndexReport(read=("報告書.pdf",))
    jobs.dismiss(number)
    assert jobs.listed() == ()


def test_jobs_run_one_after_another_and_one_that_waits_takes_more_files(jobs: Jobs, runs: Runs) -> None:
    go_on = threading.Event()

    def wait(progress: ShowProgress) -> IndexReport:
        assert go_on.wait(PATIENCE)
        return IndexReport()

    runs.acts = [wait, wait, wait]
    numbers = [jobs.add(FOLDER, ["一.pdf"])]
    assert runs.begun.acquire(timeout=PATIENCE)
    numbers += [jobs.add(FOLDER, ["二.pdf"]), jobs.add(FOLDER, ["三.pdf"]), jobs.add(OTHER)]
    assert numbers == [1, 2, 2, 3]
    assert [(job.state, job.files) for job in jobs.listed()] == [
        ("running", ("一.pdf",)),
        ("waiting", ("二.pdf", "三.pdf")),
        ("waiting", ()),
    ]
    go_on.set()
    assert [finished(jobs, number).state for number in (1, 2, 3)] == ["done", "done", "done"]
    assert runs.most == 1


def test_a_failure_ends_in_a_sentence_and_the_next_job_runs(jobs: Jobs, runs: Runs) -> None:
    def fail(progress: ShowProgress) -> IndexReport:
        raise TenkyoError("the disk is full", "ディスクがいっぱいです。")

    def break_down(progress: ShowProgress) -> IndexReport:
        raise RuntimeError("no sentence")

    runs.acts = [fail, break_down, lambda progress: IndexReport()]
    numbers = [jobs.add((Path(f"/{n}"),)) for n in range(3)]
    told = [finished(jobs, number) for number in numbers]
    assert [job.state for job in told] == ["failed", "failed", "done"]
    assert [str(job.error) for job in told[:1]] == ["the disk is full"]
    assert told[1].error is UNEXPECTED


def test_a_job_can_be_cancelled_while_it_runs_and_while_it_waits(jobs: Jobs, runs: Runs) -> None:
    def until_stopped(progress: ShowProgress) -> IndexReport:
        assert runs.stopped.wait(PATIENCE)
        progress("reading", 1, 1, "遅れて.pdf")
        raise TenkyoError("ended before its time", "途中で止まりました。")

    runs.acts = [until_stopped, lambda progress: IndexReport()]
    first, second, third = jobs.add(FOLDER), jobs.add(OTHER), jobs.add((Path("/third"),))
    assert runs.begun.acquire(timeout=PATIENCE)
    jobs.cancel(second)
    jobs.cancel(first)
    assert finished(jobs, third).state == "done"
    assert [(job.state, job.step, job.error) for job in jobs.listed()[:2]] == [("cancelled", None, None)] * 2


def test_what_is_left_is_told_once_there_is_something_to_go_by(runs: Runs) -> None:
    now = [0.0]
    jobs = Jobs(runs.start, lambda: now[0])
    seen: list[float | None] = []

    def read(progress: ShowProgress) -> IndexReport:
        for done, at in ((0, 0.0), (1, 2.0), (2, 20.0)):
            now[0] = at
            progress("ocr", done, 4, "報告書.pdf p.1")
            step = jobs.listed()[0].step
            assert step is not None
            seen.append(step.seconds_left)
        now[0] = 21.0
        progress("encoding", 1, 4)
        step = jobs.listed()[0].step
        assert step is not None
        seen.append(step.seconds_left)
        return IndexReport()

    runs.acts = [read]
    finished(jobs, jobs.add(FOLDER))
    assert seen == [None, None, 20.0, None]
