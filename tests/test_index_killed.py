"""A writer killed at any moment leaves the library as before or as after, and the next run completes it."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index import Library, refresh
from tests.library_files import write_texts
from tests.tiny_encoder import TinyEncoder

ROUNDS = 20
FILES = 12
Answers = dict[str, tuple[str, str, str]]


class Writer:
    """The program that forks and refreshes; its lines tell how far a run is."""

    def __init__(self, program: "subprocess.Popen[str]") -> None:
        self._program = program

    def start(self, data: Path, source: Path) -> int:
        assert self._program.stdin is not None
        self._program.stdin.write(json.dumps([str(data), str(source)]) + "\n")
        self._program.stdin.flush()
        return int(self.wait_for("child").split()[1])

    def kill(self, child: int) -> None:
        """Kill a run, which may have ended by itself."""
        os.kill(child, signal.SIGKILL)
        assert self._program.stdin is not None
        self._program.stdin.write("reap\n")
        self._program.stdin.flush()
        self.wait_for("ended")

    def wait_for(self, beginning: str) -> str:
        """The next line that begins so."""
        assert self._program.stdout is not None
        for line in self._program.stdout:
            if line.startswith(beginning):
                return line
        raise AssertionError("the writer is gone")


@contextmanager
def running_writer() -> Iterator[Writer]:
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.killed_writer"],
        cwd=Path(__file__).parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with program:
        yield Writer(program)
        assert program.stdin is not None
        program.stdin.close()


def content(round_number: int) -> dict[str, str]:
    """The files of one round: some as in the round before, some changed, one gone, one new."""
    versions = {
        number: round_number if number % 3 == round_number % 3 else number % 3 for number in range(FILES)
    }
    texts = {
        f"文書{number}.txt": f"第{version}版の文書{number}である。\n" for number, version in versions.items()
    }
    texts[f"新規{round_number}.txt"] = f"この回だけの文書、通し番号{round_number}。\n"
    return texts


def put_files(source: Path, texts: dict[str, str]) -> None:
    for path in source.iterdir():
        path.unlink()
    write_texts(source, texts)


def answers(data: Path, words: list[str]) -> Answers:
    """What the library answers: for each word the first hit's path and text by each leg."""
    library = Library.open(data, TinyEncoder())
    found: Answers = {}
    for word in words:
        lexical, dense = (library.search(word, top_k=1, legs=legs) for legs in ("lexical", "dense"))
        path = lexical[0].document.path if lexical else ""
        found[word] = (path, lexical[0].passage.text if lexical else "", dense[0].passage.text)
    listed = [(document.path, document.id, "") for document in library.documents()]
    return found | {path: (path, document_id, "") for path, document_id, _ in listed}


def test_a_library_outlives_twenty_kills(tmp_path: Path) -> None:
    chance = random.Random(20)
    data, source = tmp_path / "library", write_texts(tmp_path / "source", content(0))
    started = time.monotonic()
    refresh(data, [source], TinyEncoder())
    whole_run = time.monotonic() - started
    seen = {"before": 0, "after": 0}
    with running_writer() as writer:
        for round_number in range(1, ROUNDS + 1):
            words = [f"新規{round_number}", f"新規{round_number - 1}", "文書1", "文書2", "文書3"]
            before = answers(data, words)
            put_files(source, content(round_number))
            child = writer.start(data, source)
            if round_number % 2:
                time.sleep(chance.uniform(0, whole_run))
            else:
                writer.wait_for(chance.choice(["encoding", "writing 0", "writing 1", "proving"]))
                time.sleep(chance.uniform(0, 0.02))
            writer.kill(child)

            killed = answers(data, words)
            refresh(data, [source], TinyEncoder())
            after = answers(data, words)
            assert killed in (before, after)
            assert Library.open(data, TinyEncoder()).status().proof.proven == FILES + 1
            assert {path for path in after if path.endswith(".txt")} >= set(content(round_number))
            seen["before" if killed == before else "after"] += 1
    assert seen["before"] > 0
    assert len(list((data / "generations").iterdir())) <= 2
    assert len([path for path in (data / "originals").rglob("*") if path.is_file()]) == FILES + 1
