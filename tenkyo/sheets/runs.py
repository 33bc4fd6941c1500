"""Sheets in, filled one after another in the background; how far each is, and the filled sheet, out."""

import atexit
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import PurePath
from typing import Literal

from tenkyo.application import Application
from tenkyo.packs.asking import Words
from tenkyo.sheets.apart import read_questions, write_filled
from tenkyo.sheets.filling import facts, fill_row, heads
from tenkyo.sheets.types import AskedSheet, Filling, SheetError, SheetFault

RunState = Literal["waiting", "running", "done", "failed", "cancelled"]
MOST_KEPT = 5
"""How many sheets that ended are kept for one person."""


@dataclass(frozen=True, slots=True)
class SheetRun:
    """A sheet that is being filled: `done` of `total` questions (0 until they are read), so many of them
    `answered`. One that is done has the filled workbook, one that failed tells why."""

    number: int
    owner: str
    name: str
    hits: int
    state: RunState = "waiting"
    done: int = 0
    total: int = 0
    answered: int = 0
    filled: bytes = b""
    fault: SheetFault | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "failed", "cancelled")

    @property
    def filled_name(self) -> str:
        """What the filled workbook is called."""
        return f"{PurePath(self.name).stem}_記入済み.xlsx"


class SheetRuns:
    """The sheets of one server, one at a time; each person (`owner`) sees their own. Threads may share it."""

    def __init__(self, application: Application, notes: Words) -> None:
        self._application = application
        self._notes = notes
        self._lock = threading.Lock()
        self._runs: dict[int, SheetRun] = {}
        self._last = 0
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sheets")
        atexit.register(self.close)

    def add(self, owner: str, data: bytes, name: str, hits: int) -> int:
        """Have a sheet filled, with so many hits a question; the run's number."""
        with self._lock:
            self._last += 1
            number = self._last
            self._runs[number] = SheetRun(number, owner, name, hits)
            self._forget_old(owner)
        self._worker.submit(self._fill, number, data)
        return number

    def listed(self, owner: str) -> tuple[SheetRun, ...]:
        """A person's sheets, the newest first."""
        with self._lock:
            return tuple(run for run in reversed(self._runs.values()) if run.owner == owner)

    def cancel(self, owner: str, number: int) -> None:
        """Stop a person's sheet, or let it not begin."""
        with self._lock:
            run = self._runs.get(number)
            if run is not None and run.owner == owner and not run.ended:
                self._runs[number] = replace(run, state="cancelled")

    def dismiss(self, owner: str, number: int) -> None:
        """Forget a person's sheet that ended."""
        with self._lock:
            run = self._runs.get(number)
            if run is not None and run.owner == owner and run.ended:
                del self._runs[number]

    def close(self) -> None:
        """Stop what runs, and let nothing else begin."""
        with self._lock:
            for number, run in self._runs.items():
                if not run.ended:
                    self._runs[number] = replace(run, state="cancelled")
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _fill(self, number: int, data: bytes) -> None:
        run = self._change(number, lambda run: replace(run, state="running"))
        if run is None:
            return
        try:
            asked = read_questions(data, run.name)
            self._change(number, lambda run: replace(run, total=len(asked.rows)))
            filling = self._filling(number, asked, run.hits)
            filled = write_filled(data, run.name, filling) if filling else b""
            self._change(number, lambda run: replace(run, state="done", filled=filled))
        except SheetError as error:
            fault = error.fault
            self._change(number, lambda run: replace(run, state="failed", fault=fault))
        except Exception:
            logging.getLogger(__name__).exception("a sheet of questions could not be filled")
            self._change(number, lambda run: replace(run, state="failed", fault="stopped"))

    def _filling(self, number: int, asked: AskedSheet, hits: int) -> Filling | None:
        """What is filled in; None where the run was stopped on the way."""
        rows = {}
        for row in asked.rows:
            filled = fill_row(self._application, row.question, hits, self._notes)
            rows[row.row] = filled.cells
            if self._change(number, partial(_one_more, answered=filled.answered)) is None:
                return None
        return Filling(heads(hits), rows, facts(self._application, asked, datetime.now(UTC)))

    def _change(self, number: int, change: Callable[[SheetRun], SheetRun]) -> SheetRun | None:
        """The run as it is after the change; None, unchanged, where it ended or was forgotten."""
        with self._lock:
            run = self._runs.get(number)
            if run is None or run.ended:
                return None
            self._runs[number] = changed = change(run)
            return changed

    def _forget_old(self, owner: str) -> None:
        ended = [run.number for run in self._runs.values() if run.owner == owner and run.ended]
        for number in ended[: max(0, len(ended) - MOST_KEPT)]:
            del self._runs[number]


def _one_more(run: SheetRun, answered: bool) -> SheetRun:
    return replace(run, done=run.done + 1, answered=run.answered + int(answered))
