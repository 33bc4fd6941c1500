"""One evaluation at a time in the background of the app: what it is at, and what came of it."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from tenkyo.errors import TenkyoError

Work = Callable[[Callable[[str, int, int], None]], object]
"""Evaluates, and tells (what is being done, done, total) meanwhile."""


class StoppedError(Exception):
    """Raised inside an evaluation that somebody stopped."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What an evaluation is at. One that failed has a `fault`; a ValueError tells that the questions do not
    fit the library."""

    state: Literal["idle", "running", "done", "stopped", "failed"] = "idle"
    stage: str = ""
    done: int = 0
    total: int = 0
    fault: TenkyoError | ValueError | None = None


@dataclass(slots=True)
class BackgroundEvaluation:
    """The evaluation of one server; threads may share it."""

    _progress: Progress = Progress()
    _stop: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self, work: Work) -> bool:
        """Begin an evaluation; whether it began: while one runs no other does."""
        with self._lock:
            if self._progress.state == "running":
                return False
            self._progress = Progress("running")
            self._stop.clear()
        threading.Thread(target=self._run, args=(work,), name="evaluation", daemon=True).start()
        return True

    def stop(self) -> None:
        """End the one that runs before its next question."""
        self._stop.set()

    def progress(self) -> Progress:
        """What the last one that began is at."""
        with self._lock:
            return self._progress

    def _run(self, work: Work) -> None:
        try:
            work(self._tell)
        except StoppedError:
            self._end(Progress("stopped"))
        except (TenkyoError, ValueError) as error:
            self._end(Progress("failed", fault=error))
        except Exception:
            logging.getLogger(__name__).exception("an evaluation failed")
            self._end(Progress("failed"))
        else:
            self._end(replace(self.progress(), state="done"))

    def _tell(self, stage: str, done: int, total: int) -> None:
        if self._stop.is_set():
            raise StoppedError
        self._end(Progress("running", stage, done, total))

    def _end(self, progress: Progress) -> None:
        with self._lock:
            self._progress = progress
