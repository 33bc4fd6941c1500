"""One file's crash, hang or memory bomb is that file's alone."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Limits, ParserProcess, UnreadableFile
from tests.corpus_files import write_pdf

FAKE_WORKER = """
import ctypes, os, signal, time
from corpus import reading, worker

def read(data, limits):
    match data.decode().strip():
        case "crash":
            ctypes.string_at(0)
        case "hang":
            while True:
                time.sleep(1)
        case "spin":
            while True:
                pass
        case "bomb":
            held = []
            while True:
                held.append(bytearray(64 * 1024 * 1024))
        case "leave":
            os._exit(3)
        case "print":
            print("noise on stdout", flush=True)
    return good(data, limits)

good = reading.READERS[".txt"]
reading.READERS[".txt"] = read
worker.main()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("crash", "hang", "spin", "bomb", "leave", "print"):
        (tmp_path / f"{name}.txt").write_text(name)
    (tmp_path / "good.txt").write_text("よい本文です。", encoding="utf-8")
    (tmp_path / "worker.py").write_text(FAKE_WORKER)
    return tmp_path


@pytest.fixture
def parser(folder: Path) -> Iterator[ParserProcess]:
    limits = Limits(seconds=3, memory_megabytes=700)
    with ParserProcess(limits, [sys.executable, str(folder / "worker.py")]) as parser:
        yield parser


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("crash", "the parser crashed on it (SIGSEGV)"),
        ("leave", "the parser ended on it (exit code 3)"),
        ("hang", "reading it took longer than 3 seconds"),
        ("spin", "reading it took longer than 3 seconds"),
        ("bomb", "reading it needs more than the 700 MiB of memory that one file may take"),
    ],
)
def test_a_bad_file_fails_alone(parser: ParserProcess, folder: Path, name: str, reason: str) -> None:
    good = folder / "good.txt"
    assert parser.parse(good, "good.txt").pages[0].text == "よい本文です。"
    with pytest.raises(UnreadableFile) as caught:
        parser.parse(folder / f"{name}.txt", f"{name}.txt")
    assert caught.value.reason == reason
    assert parser.parse(good, "good.txt").pages[0].text == "よい本文です。"


def test_what_a_reader_prints_does_not_reach_the_replies(parser: ParserProcess, folder: Path) -> None:
    assert parser.parse(folder / "print.txt", "print.txt").pages[0].text == "print"


def test_the_same_process_reads_many_files(parser: ParserProcess, folder: Path) -> None:
    parser.parse(folder / "good.txt", "good.txt")
    first = parser._process
    for _ in range(20):
        parser.parse(folder / "good.txt", "good.txt")
    assert parser._process is first


def test_threads_may_share_a_process(parser: ParserProcess, folder: Path) -> None:
    for number in range(8):
        (folder / f"{number}.txt").write_text(f"第{number}号", encoding="utf-8")
    texts: dict[int, str] = {}

    def parse(number: int) -> None:
        texts[number] = parser.parse(folder / f"{number}.txt", "a.txt").pages[0].text

    threads = [threading.Thread(target=parse, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == {number: f"第{number}号" for number in range(8)}


def test_the_real_worker_parses_and_draws(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "計画.pdf", [["第１章　総則", "目的を定める。"]])
    with ParserProcess() as parser:
        parsed = parser.parse(path, "総務/計画.pdf")
        assert parsed.document.path == "総務/計画.pdf"
        assert "目的を定める。" in parsed.pages[0].text
        assert parser.render_page(path, parsed.pages[0]).startswith(b"\x89PNG")
        with pytest.raises(UnreadableFile, match="it has no page 2, only pages 1 to 1"):
            parser.render_page(path, replace(parsed.pages[0], number=2))


def test_a_killed_worker_is_started_again(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "計画.pdf", [["目的を定める。"]])
    with ParserProcess() as parser:
        parser.parse(path, "計画.pdf")
        assert parser._process is not None
        parser._process.kill()
        parser._process.wait()
        assert parser.parse(path, "計画.pdf").document.page_count == 1


@pytest.mark.parametrize("request_line", ["", '{"parse": "PATH", "relative": "a.txt"}\n'])
def test_a_worker_ends_when_its_caller_is_gone_even_when_busy(folder: Path, request_line: str) -> None:
    limits = '{"seconds": 60, "memory_megabytes": 1000, "file_megabytes": 1, "pages": 1, "pixels": 1}'
    worker = subprocess.Popen(
        [sys.executable, str(folder / "worker.py"), limits],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        cwd=Path(__file__).parents[1],
        env={"PYTHONPATH": str(Path(__file__).parents[1])},
        text=True,
    )
    assert worker.stdin is not None
    worker.stdin.write(request_line.replace("PATH", str(folder / "spin.txt")))
    worker.stdin.flush()
    time.sleep(1)
    assert worker.poll() is None
    worker.stdin.close()
    assert worker.wait(timeout=10) == 0


def test_what_a_worker_started_ends_with_it_when_its_caller_is_gone(folder: Path) -> None:
    started = (
        "import subprocess, sys; from corpus import worker; "
        "print(subprocess.Popen(['sleep', '60'], stdout=2).pid, flush=True); "
        "sys.argv[1:] = ['{}']; worker.main()"
    )
    worker = subprocess.Popen(
        [sys.executable, "-c", started],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[1],
        text=True,
        start_new_session=True,
    )
    assert worker.stdin is not None and worker.stdout is not None
    child = Path(f"/proc/{int(worker.stdout.readline())}/stat")
    worker.stdin.close()
    worker.wait(timeout=10)
    until = time.monotonic() + 5
    while time.monotonic() < until and child.exists() and child.read_text().split()[2] != "Z":
        time.sleep(0.05)
    assert not child.exists() or child.read_text().split()[2] == "Z"
    worker.stdout.close()


def test_the_worker_starts_without_the_heavy_libraries() -> None:
    heavy = ("torch", "faiss", "streamlit")
    code = f"import corpus.worker, sys; print([name for name in {heavy} if name in sys.modules])"
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
        check=True,
    )
    assert told.stdout.strip() == "[]"
