"""Work goes to whichever process is free; one file's fault is its own; leaving ends all at once."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import Limits, ParserProcess, UnreadableFile
from corpus.process_pool import ParserPool, core_count
from tests.slow_parsing import COMMAND


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = []
    for number in range(6):
        found.append(tmp_path / f"{number}.txt")
        found[-1].write_text(f"第{number}号\n", encoding="utf-8")
    return found


def read(parser: ParserProcess, path: Path) -> tuple[str, int | None]:
    text = parser.parse(path, path.name).pages[0].text
    return text.strip(), parser.process_id


def test_every_item_comes_back_with_what_was_made_of_it(files: list[Path]) -> None:
    with ParserPool(processes=2, command=COMMAND) as pool:
        made = dict(pool.each(read, files))
    assert {path: text for path, (text, _) in made.items()} == {
        path: f"第{number}号" for number, path in enumerate(files)
    }
    assert 1 <= len({process for _, process in made.values()}) <= 2


def test_one_file_s_fault_is_its_own(files: list[Path]) -> None:
    files[2].write_bytes(b"")
    with ParserPool(processes=2, command=COMMAND) as pool:
        made = dict(pool.each(read, files))
    fault = made.pop(files[2])
    assert isinstance(fault, UnreadableFile)
    assert "empty" in fault.reason
    assert all(not isinstance(each, UnreadableFile) for each in made.values())


def test_only_a_few_items_are_taken_at_a_time(files: list[Path]) -> None:
    taken: list[Path] = []

    def coming() -> Iterator[Path]:
        for path in files * 4:
            taken.append(path)
            yield path

    with ParserPool(processes=1, command=COMMAND) as pool:
        next(iter(pool.each(read, coming())))
        assert len(taken) <= 3


def test_leaving_ends_a_file_in_the_middle(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_SLOW", "30")
    started = time.monotonic()
    with (
        pytest.raises(KeyboardInterrupt),
        ParserPool(Limits(seconds=60), processes=2, command=COMMAND) as pool,
    ):
        pool._threads.submit(read, pool._parsers[0], files[0])
        while (process := pool._parsers[0].process_id) is None:
            time.sleep(0.01)
        raise KeyboardInterrupt
    assert time.monotonic() - started < 10
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_there_are_as_many_processes_as_cores_unless_told_otherwise() -> None:
    assert len(ParserPool()._parsers) == core_count() >= 1
