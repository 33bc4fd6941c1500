"""Connections to a library's database."""

from pathlib import Path

import pytest

from index.errors import LibraryError
from index.storage.database import Reading, writing


def test_a_library_that_is_gone_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be opened"), Reading(tmp_path / "gone").snapshot():
        pass


def test_a_library_that_takes_the_place_of_another_is_read_from_then_on(tmp_path: Path) -> None:
    here, other = tmp_path / "here", tmp_path / "other"
    for data, value in ((here, "before"), (other, "after")):
        data.mkdir()
        with writing(data) as connection:
            connection.execute("INSERT INTO settings VALUES ('which', ?)", (value,))
    reading = Reading(here)
    assert which(reading) == "before"
    here.rename(tmp_path / "away")
    other.rename(here)
    assert which(reading) == "after"


def which(reading: Reading) -> str:
    with reading.snapshot() as connection:
        return str(connection.execute("SELECT value FROM settings WHERE name = 'which'").fetchone()[0])
