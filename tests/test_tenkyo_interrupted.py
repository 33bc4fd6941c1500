"""Indexing stopped by Ctrl-C or by a kill keeps what it read; the same command goes on from there."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

FILES = 24
PROCESSES = 2
PATIENCE = 60.0
ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:02}.txt").write_text(f"第{number}号の規程を定める。\n", encoding="utf-8")
    return folder


class Indexing:
    """The command line's `index` in a process of its own, its parsing slowed down."""

    def __init__(self, folder: Path, model: Path) -> None:
        self.data, self.log = folder.parent / "library", folder.parent / "log"
        self._command = [sys.executable, "-m", "tests.slow_parsing", "index", str(folder)]
        self._environment = os.environ | {
            "TENKYO_DATA": str(self.data),
            "TENKYO_ENCODER": str(model),
            "TENKYO_CACHE": str(folder.parent / "cache"),
            "TENKYO_CONFIG": str(folder.parent / "tenkyo.toml"),
            "TENKYO_PROCESSES": str(PROCESSES),
            "TENKYO_OCR": "none",
            "TEST_LOG": str(self.log),
        }

    def start(self, seconds_a_file: float) -> "subprocess.Popen[str]":
        """The process, once it has read a few files."""
        started = subprocess.Popen(
            self._command,
            cwd=ROOT,
            env=self._environment | {"TEST_SLOW": str(seconds_a_file)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        until = time.monotonic() + PATIENCE
        while self.files_read() < 4 and started.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        return started

    def again(self) -> "subprocess.CompletedProcess[str]":
        """The same command, to its end."""
        return subprocess.run(
            self._command, cwd=ROOT, env=self._environment, capture_output=True, text=True, timeout=PATIENCE
        )

    def files_read(self) -> int:
        """How many files were read so far, by all runs."""
        return len(self.log.read_text().splitlines()) if self.log.exists() else 0

    def files_kept(self) -> int:
        """How many files' readings are kept."""
        kept = sqlite3.connect(self.data / "readings.sqlite")
        found = kept.execute("SELECT count(*) FROM readings").fetchone()[0]
        kept.close()
        return int(found)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_run_goes_on_where_it_was(folder: Path, tiny_model: Path, sign: signal.Signals) -> None:
    indexing = Indexing(folder, tiny_model)
    stopped = indexing.start(seconds_a_file=0.4)
    stopped.send_signal(sign)
    asked = time.monotonic()
    out, err = stopped.communicate(timeout=PATIENCE)
    assert time.monotonic() - asked < 10
    if sign == signal.SIGINT:
        assert stopped.returncode == 130
        assert "what was read is kept, and the same command goes on from there" in err
        assert "Traceback" not in err
        assert out == ""
    read, kept = indexing.files_read(), indexing.files_kept()
    assert 0 < kept < FILES
    assert read - kept <= PROCESSES
    done = indexing.again()
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"read {FILES}, unchanged 0, removed 0, skipped 0")
    assert indexing.files_read() - read == FILES - kept


def test_a_run_after_a_whole_one_reads_nothing(folder: Path, tiny_model: Path) -> None:
    indexing = Indexing(folder, tiny_model)
    assert indexing.again().returncode == 0
    assert indexing.files_read() == FILES
    assert indexing.again().stdout.startswith(f"read 0, unchanged {FILES}")
    assert indexing.files_read() == FILES
