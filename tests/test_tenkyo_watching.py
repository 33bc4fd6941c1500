"""A watched folder's changes come in; a folder that vanishes empties nothing; a fault ends no watch."""

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tenkyo.watching import LOOK_SECONDS, Watch, look_at
from tests.browser import ROOT, TENKYO
from tests.library_files import TEXTS, write_texts


class Rounds:
    """Takes what a watch asks for and tells."""

    def __init__(self) -> None:
        self.refreshed: list[Path] = []
        self.told: list[str] = []
        self.fault: Exception | None = None

    def refresh(self, sources: Sequence[Path]) -> None:
        if self.fault:
            raise self.fault
        self.refreshed += sources


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_texts(tmp_path / "source")


@pytest.fixture
def rounds() -> Rounds:
    return Rounds()


@pytest.fixture
def watch(source: Path, rounds: Rounds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watch:
    monkeypatch.setattr("tenkyo.watching.SETTLING_SECONDS", 0.01)
    made = Watch([source], tmp_path / "library", rounds.refresh, rounds.told.append)
    made.round()
    assert rounds.refreshed == [source]
    rounds.refreshed.clear()
    return made


@pytest.mark.parametrize(
    "change",
    [
        lambda source: write_texts(source, {"新規.txt": "公用車の更新\n"}),
        lambda source: (source / "予算.md").unlink(),
        lambda source: (source / "予算.md").write_text("変更した。\n"),
        lambda source: (source / "予算.md").rename(source / "予算要求.md"),
    ],
)
def test_a_change_is_brought_in_once(
    watch: Watch, source: Path, rounds: Rounds, change: Callable[[Path], object]
) -> None:
    watch.round()
    assert rounds.refreshed == []
    change(source)
    watch.round()
    watch.round()
    assert rounds.refreshed == [source]


@pytest.mark.parametrize("empty", [False, True])
def test_a_source_that_vanishes_empties_nothing(
    watch: Watch, source: Path, rounds: Rounds, empty: bool
) -> None:
    shutil.rmtree(source)
    if empty:
        source.mkdir()
    watch.round()
    watch.round()
    assert rounds.refreshed == []
    assert len(rounds.told) == 1
    assert "what was indexed of it stays" in rounds.told[0]
    write_texts(source, TEXTS | {"新規.txt": "公用車の更新\n"})
    watch.round()
    assert rounds.refreshed == [source]


def test_a_fault_is_told_once_and_tried_again(watch: Watch, source: Path, rounds: Rounds) -> None:
    write_texts(source, {"新規.txt": "公用車の更新\n"})
    rounds.fault = OSError("the disk is full")
    watch.round()
    watch.round()
    assert rounds.told == ["the disk is full; it is tried again"]
    rounds.fault = None
    watch.round()
    assert rounds.refreshed == [source]


def test_a_file_that_is_still_being_written_is_waited_for(
    watch: Watch, source: Path, rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    growing = source / "大きい.txt"
    looks = 0

    def write_on(_: float) -> None:
        nonlocal looks
        looks += 1
        if looks < 4:
            with growing.open("a") as opened:
                opened.write("続き\n")

    growing.write_text("始め\n")
    monkeypatch.setattr(time, "sleep", write_on)
    watch.round()
    assert looks == 4
    assert rounds.refreshed == [source]


def test_the_library_s_own_files_are_no_change(source: Path) -> None:
    before = look_at(source, source / "library")
    write_texts(source, {"library/library.sqlite": "x"})
    assert look_at(source, source / "library") == before


def test_the_file_system_wakes_it_and_an_interrupt_ends_it(
    source: Path, rounds: Rounds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tenkyo.watching.SETTLING_SECONDS", 0.1)
    watch = Watch([source], tmp_path / "library", rounds.refresh, rounds.told.append)

    def change_and_stop() -> None:
        try:
            wait_until(lambda: len(rounds.refreshed) == 1, 60)
            started.append(time.monotonic())
            # The first change may come before the watch is set up.
            while len(rounds.refreshed) == 1 and time.monotonic() < started[0] + LOOK_SECONDS:
                write_texts(source, {f"新規{time.monotonic_ns()}.txt": "公用車の更新\n"})
                time.sleep(1)
        finally:
            os.kill(os.getpid(), signal.SIGINT)

    started: list[float] = []
    changing = threading.Thread(target=change_and_stop)
    changing.start()
    with pytest.raises(KeyboardInterrupt):
        watch.run()
    changing.join()
    assert rounds.refreshed[:2] == [source, source]
    assert time.monotonic() - started[0] < LOOK_SECONDS


def test_the_command_line_watches_until_ctrl_c(source: Path, tiny_model: Path, tmp_path: Path) -> None:
    said, told = tmp_path / "stdout", tmp_path / "stderr"
    environment = os.environ | {
        "TENKYO_DATA": str(tmp_path / "library"),
        "TENKYO_ENCODER": str(tiny_model),
        "TENKYO_CACHE": str(tmp_path / "cache"),
        "TENKYO_CONFIG": str(tmp_path / "tenkyo.toml"),
        "TENKYO_OCR": "none",
    }
    with said.open("w") as stdout, told.open("w") as stderr:
        watching = subprocess.Popen(
            [*TENKYO, "index", "--watch", str(source)],
            cwd=ROOT,
            env=environment,
            stdout=stdout,
            stderr=stderr,
        )
        try:
            wait_until(lambda: "read 3, unchanged 0" in said.read_text(), 60)
            write_texts(source, {"新規.txt": "公用車の更新\n"})
            wait_until(lambda: "read 1, unchanged 3, removed 0" in said.read_text(), 60)
            moved = source.rename(tmp_path / "away")
            wait_until(lambda: "what was indexed of it stays" in told.read_text(), 60)
            moved.rename(source)
            watching.send_signal(signal.SIGINT)
            assert watching.wait(30) == 130
        finally:
            watching.kill()
    assert said.read_text().count("unchanged") == 2
    assert "removed 4" not in said.read_text()
    assert "Traceback" not in told.read_text()


def wait_until(told: Callable[[], bool], seconds: float = 15) -> None:
    until = time.monotonic() + seconds
    while not told() and time.monotonic() < until:
        time.sleep(0.05)
    assert told()
