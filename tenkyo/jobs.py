"""Sources to index in, one run after another in the background; what each is at, and what came of it, out.

All that is told of a job is kept until somebody has seen it, whoever's browser asked for it.
"""

import atexit
import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Protocol

from index.types import IndexReport
from tenkyo.errors import TenkyoError
from tenkyo.progress import ShowProgress

JobState = Literal["waiting", "running", "done", "failed", "cancelled"]

TELLING = 5.0
"""Seconds of a stage after which it can be told how long the rest will take."""

UNEXPECTED = TenkyoError(
    "indexing stopped, nobody knows why; the library is whole, and the server's log tells more",
    "予期しない誤りで取り込みが止まりました。文書庫は無事です。管理者はサーバーの記録を見てください。",
)


class Indexing(Protocol):
    """One run that can be stopped; as `tenkyo.index_process.IndexProcess`."""

    def run(self, sources: Sequence[Path], progress: ShowProgress) -> IndexReport: ...

    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Step:
    """How far a job is: `done` of `total` in a stage, the path it is at, and the seconds that the rest of
    the stage will take, None where that is not known."""

    stage: str
    done: int
    total: int
    path: str = ""
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One run: over which sources, and for which uploaded `files`; `read` are the paths it has gone through.

    A job that is done has a report, one that failed an error.
    """

    number: int
    sources: tuple[Path, ...]
    files: tuple[str, ...] = ()
    state: JobState = "waiting"
    step: Step | None = None
    read: frozenset[str] = frozenset()
    report: IndexReport | None = None
    error: TenkyoError | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "failed", "cancelled")


class Jobs:
    """The runs of one server, one at a time. Threads may share it; what it gives never changes afterwards."""

    def __init__(self, start: Callable[[], Indexing], clock: Callable[[], float] = time.monotonic) -> None:
        self._start = start
        self._clock = clock
        self._lock = threading.Lock()
        self._jobs: dict[int, Job] = {}
        self._last = 0
        self._worker: threading.Thread | None = None
        self._indexing: Indexing | None = None
        self._stage = ("", 0.0)
        atexit.register(self.close)

    def add(self, sources: Sequence[Path], files: Sequence[str] = ()) -> int:
        """Have sources indexed; the job's number. One that waits for the same sources takes the files too."""
        with self._lock:
            for job in self._jobs.values():
                if job.state == "waiting" and job.sources == tuple(sources):
                    merged = tuple(dict.fromkeys((*job.files, *files)))
                    self._jobs[job.number] = replace(job, files=merged)
                    return job.number
            self._last += 1
            self._jobs[self._last] = Job(self._last, tuple(sources), tuple(files))
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="jobs", daemon=True)
                self._worker.start()
            return self._last

    def listed(self) -> tuple[Job, ...]:
        """All jobs that wait, run, or ended and were not dismissed yet, the oldest first."""
        with self._lock:
            return tuple(self._jobs.values())

    def cancel(self, number: int) -> None:
        """Stop a job, or let it not begin; what it brought in already stays."""
        with self._lock:
            job = self._jobs.get(number)
            if job is None or job.ended:
                return
            indexing = self._indexing if job.state == "running" else None
            self._jobs[number] = replace(job, state="cancelled", step=None)
        if indexing is not None:
            indexing.stop()

    def dismiss(self, number: int) -> None:
        """Forget a job that ended: its outcome was seen."""
        with self._lock:
            if number in self._jobs and self._jobs[number].ended:
                del self._jobs[number]

    def close(self) -> None:
        """Stop what runs, and let nothing else begin."""
        for job in self.listed():
            self.cancel(job.number)

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                indexing = self._start()
                with self._lock:
                    self._indexing = indexing
                    now = self._jobs.get(job.number)
                if now is None or now.ended:
                    indexing.stop()
                report = indexing.run(job.sources, lambda *told, number=job.number: self._step(number, *told))
            except TenkyoError as error:
                self._end(job.number, error)
            except Exception:
                logging.getLogger(__name__).exception("an indexing job failed")
                self._end(job.number, UNEXPECTED)
            else:
                self._end(job.number, report)

    def _next(self) -> Job | None:
        with self._lock:
            self._indexing = None
            waiting = next((job for job in self._jobs.values() if job.state == "waiting"), None)
            if waiting is None:
                self._worker = None
                return None
            self._stage = ("", self._clock())
            self._jobs[waiting.number] = running = replace(waiting, state="running")
            return running

    def _step(self, number: int, stage: str, done: int, total: int, name: str = "", /) -> None:
        now = self._clock()
        _, dot, path = name.rpartition(" · ")
        path = path if dot or stage not in ("reading", "ocr") else ""
        with self._lock:
            job = self._jobs.get(number)
            if job is None or job.state != "running":
                return
            if self._stage[0] != stage:
                self._stage = (stage, now)
            spent = now - self._stage[1]
            left = spent / done * (total - done) if done and spent >= TELLING else None
            read = job.read | {path} if stage == "reading" and path else job.read
            self._jobs[number] = replace(job, step=Step(stage, done, total, path, left), read=read)

    def _end(self, number: int, outcome: IndexReport | TenkyoError) -> None:
        with self._lock:
            job = self._jobs.get(number)
            if job is None or job.state != "running":
                return
            if isinstance(outcome, TenkyoError):
                self._jobs[number] = replace(job, state="failed", step=None, error=outcome)
            else:
                self._jobs[number] = replace(job, state="done", step=None, report=outcome)
