"""What was read of files is kept until it is of no use; damage to it costs a new reading and nothing else."""

from pathlib import Path

import pytest

from corpus.types import Page
from index.errors import LibraryError
from index.storage.readings import FILE_NAME, KeptReading, KeptScan, ReadingCache, ReadingKey

KEY = ReadingKey("甲", ".pdf")
READING = KeptReading(b"packed", (2, 3), 1.5)
SCAN = KeptScan(Page(2, None, "走査", "ocr", 0.9), 4.0)


def test_what_is_kept_is_found_by_the_next_run(tmp_path: Path) -> None:
    with ReadingCache(tmp_path) as cache:
        cache.keep_reading(KEY, READING)
        cache.keep_scan("甲", "engine", SCAN)
        cache.keep_archive("乙", ".zip", "[]")
    with ReadingCache(tmp_path) as cache:
        assert cache.reading(KEY) == READING
        assert cache.unread_pages(KEY) == (2, 3)
        assert cache.scan("甲", 2, "engine") == SCAN
        assert cache.archive("乙", ".zip") == "[]"


def test_another_suffix_engine_or_reader_finds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ReadingCache(tmp_path) as cache:
        cache.keep_reading(KEY, READING)
        cache.keep_scan("甲", "engine", SCAN)
        assert cache.reading(ReadingKey("甲", ".txt")) is None
        assert cache.reading(ReadingKey("甲", ".pdf", "engine")) is None
        assert cache.scan("甲", 2, "other") is None
        assert cache.scan("甲", 1, "engine") is None
        monkeypatch.setattr("index.storage.readings.READER_VERSION", 99)
        assert not cache.has_reading(KEY)
        assert cache.scan("甲", 2, "engine") == SCAN


def test_what_no_document_needs_is_forgotten(tmp_path: Path) -> None:
    with ReadingCache(tmp_path) as cache:
        cache.keep_reading(KEY, READING)
        cache.keep_reading(ReadingKey("乙", ".pdf"), READING)
        cache.keep_scan("甲", "engine", SCAN)
        cache.keep_scan("甲", "old engine", SCAN)
        cache.keep_only(["甲"], ["engine", "engine within"])
        assert cache.has_reading(KEY)
        assert not cache.has_reading(ReadingKey("乙", ".pdf"))
        assert cache.scan("甲", 2, "engine") == SCAN
        assert cache.scan("甲", 2, "old engine") is None


def test_only_one_run_reads_for_a_library(tmp_path: Path) -> None:
    with ReadingCache(tmp_path), pytest.raises(LibraryError, match="another process is indexing"):
        ReadingCache(tmp_path)


@pytest.mark.parametrize("damage", [b"no database at all" * 1000, b""])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    with ReadingCache(tmp_path) as cache:
        cache.keep_reading(KEY, READING)
    (tmp_path / FILE_NAME).write_bytes(damage)
    with ReadingCache(tmp_path) as cache:
        assert cache.reading(KEY) is None
        cache.keep_reading(KEY, READING)
        assert cache.reading(KEY) == READING
