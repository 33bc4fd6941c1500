"""A library's own ranking weights: put in force, and taken back. Readers follow with their next search."""

import sqlite3
from pathlib import Path

from index.errors import LibraryError
from index.ranking.weights import RankingWeights
from index.storage.database import FILE_NAME, no_library, writing
from index.storage.store import read_setting, write_setting

NOW = "ranking_weights"
BEFORE = "ranking_weights_before"
"""The names of the settings; the second is empty where the weights before were the program's."""


def read_weights(connection: sqlite3.Connection) -> RankingWeights | None:
    """The ranking weights that were fitted to a library, None where none were."""
    return _as_weights(read_setting(connection, NOW))


def apply_weights(data: Path, weights: RankingWeights) -> None:
    """Rank by these weights from now on, and keep those that were in force, for `undo_weights`.

    Raises LibraryError where there is no library, or it is being written; it is then as it was.
    """
    _check_library(data)
    with writing(data) as connection:
        before = read_weights(connection)
        write_setting(connection, BEFORE, before.as_json() if before else "")
        write_setting(connection, NOW, weights.as_json())


def undo_weights(data: Path) -> RankingWeights | None:
    """Rank by the weights again that were in force before the last ones: these, or None for the program's.

    Raises LibraryError where nothing is to be undone, or as `apply_weights` does.
    """
    _check_library(data)
    with writing(data) as connection:
        kept = read_setting(connection, BEFORE)
        if kept is None:
            raise LibraryError(f"there is nothing to undo: no weights were applied to the library in {data}")
        before = _as_weights(kept)
        write_setting(connection, NOW, before.as_json() if before else None)
        write_setting(connection, BEFORE, None)
    return before


def _check_library(data: Path) -> None:
    if not (data / FILE_NAME).is_file():
        raise no_library(data)


def _as_weights(told: str | None) -> RankingWeights | None:
    """Weights that were kept, None where there are none, or they are of another version's features."""
    try:
        return RankingWeights.from_json(told) if told else None
    except ValueError:
        return None
