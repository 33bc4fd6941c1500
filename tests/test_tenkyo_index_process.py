"""Indexing in a process of its own: its report, its refusals, and its end when it is stopped."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.types import Notice
from tenkyo.errors import TenkyoError
from tenkyo.index_process import IndexProcess
from tenkyo.index_worker import GONE, _index

PATIENCE = 30.0


def program(text: str) -> tuple[str, ...]:
    """A program that has read what it is asked, and then does as the test wants."""
    return (sys.executable, "-c", f"import os, sys, json, time\nasked = json.loads(input())\n{text}")


def test_a_folder_is_indexed_and_the_library_holds_it(
    tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TENKYO_ENCODER", str(tiny_model))
    monkeypatch.setenv("TENKYO_OCR", "none")
    source = tmp_path / "文書"
    source.mkdir()
    (source / "規程.txt").write_text("第1条 文書は五年保存する。\n", encoding="utf-8")
    (source / "壊れた.pdf").write_bytes(b"%PDF-1.7\nthis is no PDF")
    stages: set[str] = set()
    report = IndexProcess(tmp_path / "library").run(
        [source, tmp_path / "抜かれた媒体"], lambda stage, *_: stages.add(stage)
    )
    assert report.read == ("規程.txt",)
    assert [each.path for each in report.skipped] == ["壊れた.pdf"]
    assert {"reading", "encoding", "writing", "proving"} <= stages
    assert report.notices == (Notice(str(tmp_path / "抜かれた媒体"), GONE),)


def test_where_nothing_is_there_any_more_the_library_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    with pytest.raises(TenkyoError, match="what was indexed of it stays"):
        _index(tmp_path / "library", [tmp_path / "空", tmp_path / "抜かれた媒体"], lambda *_: None)
    assert not (tmp_path / "library").exists()


def test_progress_is_told_as_it_comes_and_a_refusal_has_its_words(tmp_path: Path) -> None:
    tells = (
        "print(json.dumps({'stage': 'reading', 'done': 1, 'total': 2, 'name': asked['sources'][0]}))\n"
        "print(json.dumps({'english': 'no', 'japanese': 'いいえ'}))"
    )
    told: list[tuple[object, ...]] = []
    with pytest.raises(TenkyoError) as refused:
        IndexProcess(tmp_path, program(tells)).run([Path("/文書")], lambda *each: told.append(each))
    assert told == [("reading", 1, 2, "/文書")]
    assert refused.value.japanese == "いいえ"


@pytest.mark.parametrize("end", ["os._exit(9)", "os.kill(os.getpid(), 9)"])
def test_a_process_that_ends_without_a_word_is_told_of(tmp_path: Path, end: str) -> None:
    with pytest.raises(TenkyoError, match="before its time") as told:
        IndexProcess(tmp_path, program(end)).run([], lambda *_: None)
    assert "途中で止まりました" in told.value.japanese


@pytest.mark.parametrize("deaf", [False, True])
def test_it_ends_when_it_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deaf: bool) -> None:
    monkeypatch.setattr("tenkyo.index_process.GRACE", 0.3)
    ignore = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n" if deaf else ""
    say = "print(json.dumps({'stage': 'reading', 'done': 0, 'total': 1, 'name': ''}), flush=True)\n"
    running = IndexProcess(tmp_path, program(f"{ignore}{say}time.sleep(60)"))
    begun = threading.Event()
    ended: list[BaseException] = []

    def run() -> None:
        try:
            running.run([], lambda *_: begun.set())
        except TenkyoError as error:
            ended.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    assert begun.wait(PATIENCE)
    running.stop()
    thread.join(PATIENCE)
    assert len(ended) == 1


def test_it_ends_when_whoever_started_it_is_gone(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    watcher = (
        sys.executable,
        "-c",
        "import os, sys, threading, time\nfrom tenkyo.index_worker import _end_with_caller\n"
        "threading.Thread(target=_end_with_caller, daemon=True).start()\n"
        "print('ready', flush=True)\ntime.sleep(60)",
    )
    with subprocess.Popen(watcher, stdin=reading, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as made:
        assert made.stdout is not None and made.stdout.readline() == b"ready\n"
        os.close(reading)
        os.close(writing)
        assert made.wait(PATIENCE) != 0
