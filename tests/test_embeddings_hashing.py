"""Hashes of files, remembered until the files change."""

import hashlib
from pathlib import Path

import pytest

from embeddings import hashing
from embeddings.hashing import combined_sha256, remembered_sha256


def test_a_hash_is_taken_once_and_again_when_the_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, memory = tmp_path / "file", tmp_path / "hashes"
    file.write_bytes(b"one")
    first = remembered_sha256(file, memory)
    assert first == hashlib.sha256(b"one").hexdigest()
    with monkeypatch.context() as unread:
        unread.setattr(hashing, "file_sha256", lambda path: pytest.fail(f"{path} was read again"))
        assert remembered_sha256(file, memory) == first
    file.write_bytes(b"other")
    assert remembered_sha256(file, memory) == hashlib.sha256(b"other").hexdigest()


@pytest.mark.parametrize("note", ["", "no JSON", "[]", "{}", '{"stamp": 1}'])
def test_a_damaged_memory_is_passed_over(tmp_path: Path, note: str) -> None:
    file, memory = tmp_path / "file", tmp_path / "hashes"
    file.write_bytes(b"one")
    digest = remembered_sha256(file, memory)
    for path in memory.iterdir():
        path.write_text(note)
    assert remembered_sha256(file, memory) == digest


def test_a_memory_that_cannot_be_written_costs_nothing_else(tmp_path: Path) -> None:
    file, memory = tmp_path / "file", tmp_path / "taken"
    file.write_bytes(b"one")
    memory.write_bytes(b"a file stands where the folder should")
    assert remembered_sha256(file, memory) == hashlib.sha256(b"one").hexdigest()


def test_a_combined_hash_knows_names_and_contents_but_no_order(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").write_bytes(b"2")
    memory = tmp_path / "hashes"
    both = combined_sha256(tmp_path, ["a", "b"], memory)
    assert both == combined_sha256(tmp_path, ["b", "a"], memory)
    assert both != combined_sha256(tmp_path, ["a"], memory)
    (tmp_path / "a").write_bytes(b"2")
    (tmp_path / "b").write_bytes(b"1")
    assert both != combined_sha256(tmp_path, ["a", "b"], memory)
