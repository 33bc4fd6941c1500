"""Many readers and one writer at the same time: every answer is of one state of the library."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index import Legs, Library, index_documents
from tests.library_files import made_document
from tests.tiny_encoder import TinyEncoder

PASSAGES = 6
VERSIONS = 8


def write_version(data: Path, version: int) -> None:
    texts = [f"第{version}版の本文、その{number}" for number in range(PASSAGES)]
    index_documents(data, [made_document("版", texts)], TinyEncoder())


def read_versions(library: Library, legs: Legs, stop: threading.Event) -> set[str]:
    """The versions seen; fails where one answer mixes two, or misses a passage."""
    seen = set()
    while not stop.is_set():
        texts = [hit.passage.text for hit in library.search("本文", legs=legs)]
        versions = {text.split("の")[0] for text in texts}
        assert len(texts) == PASSAGES
        assert len(versions) == 1
        seen |= versions
    return seen


@pytest.mark.parametrize("share", [True, False], ids=["one library", "a library each"])
def test_readers_see_one_state_while_a_writer_publishes(tmp_path: Path, share: bool) -> None:
    write_version(tmp_path, 0)
    shared = Library.open(tmp_path, TinyEncoder())
    library: Callable[[], Library] = lambda: shared if share else Library.open(tmp_path, TinyEncoder())  # noqa: E731
    stop = threading.Event()
    with ThreadPoolExecutor(4) as threads:
        legs: list[Legs] = ["both", "lexical", "dense", "both"]
        readers = [threads.submit(read_versions, library(), each, stop) for each in legs]
        try:
            for version in range(1, VERSIONS):
                write_version(tmp_path, version)
        finally:
            stop.set()
        seen = [reader.result() for reader in readers]
    assert all(seen)
    assert {hit.passage.text.split("の")[0] for hit in shared.search("本文")} == {f"第{VERSIONS - 1}版"}


def test_a_reader_that_slept_over_many_generations_catches_up(tmp_path: Path) -> None:
    write_version(tmp_path, 0)
    library = Library.open(tmp_path, TinyEncoder())
    for version in range(1, 5):
        write_version(tmp_path, version)
    assert library.search("本文")[0].passage.text.startswith("第4版")
