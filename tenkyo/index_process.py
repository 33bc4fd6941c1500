"""Sources in, the report of a run that goes on in a process of its own out.

It can be stopped at any moment, a fault in it cannot end the server, and it gives way to those who search.
"""

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter

from index.types import IndexReport
from tenkyo.errors import TenkyoError
from tenkyo.progress import ShowProgress

REPORTS: TypeAdapter[IndexReport] = TypeAdapter(IndexReport)
COMMAND = (sys.executable, "-m", "tenkyo.index_worker")
GRACE = 5.0
"""Seconds that a run has to end by itself when it is stopped."""


class IndexProcess:
    """One run over the library in a data folder; `command` is the program, Tenkyo's own by default."""

    def __init__(self, data: Path, command: Sequence[str] = COMMAND) -> None:
        self._data = data
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # Ctrl-C is the server's, which stops the run
        )

    def run(self, sources: Sequence[Path], progress: ShowProgress) -> IndexReport:
        """The report; `progress` is called as the run goes on.

        Raises TenkyoError, with the library as it was before or after a part of the run: where the run does,
        and where it ends before its time.
        """
        process = self._process
        assert process.stdin is not None and process.stdout is not None
        with suppress(BrokenPipeError):
            process.stdin.write(
                json.dumps({"data": str(self._data), "sources": list(map(str, sources))}) + "\n"
            )
            process.stdin.flush()
        outcome: IndexReport | TenkyoError | None = None
        for line in process.stdout:
            told = json.loads(line)
            if "stage" in told:
                progress(told["stage"], told["done"], told["total"], told["name"])
            elif "report" in told:
                outcome = REPORTS.validate_python(told["report"])
            else:
                outcome = TenkyoError(told["english"], told["japanese"])
        code = process.wait()
        if outcome is None:
            raise TenkyoError(
                f"indexing ended before its time (exit code {code}); what was read is kept",
                "取り込みの処理が途中で止まりました。読み終えた分は残っています。もう一度お試しください。",
            )
        if isinstance(outcome, TenkyoError):
            raise outcome
        return outcome

    def stop(self) -> None:
        """End the run; the library stays whole."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(GRACE)
            except subprocess.TimeoutExpired:
                self._process.kill()
