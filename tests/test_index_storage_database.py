"""Connections to a library's database."""

from pathlib import Path

import pytest

from index.errors import LibraryError
from index.storage.database import Reading


def test_a_library_that_is_gone_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be opened"), Reading(tmp_path / "gone").snapshot():
        pass
