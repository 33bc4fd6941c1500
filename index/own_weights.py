"""A library's own ranking weights: put in force, and taken back. Readers follow with their next search."""

from pathlib import Path

from index.database import FILE_NAME, no_library, writing
from index.errors import LibraryError
from index.ranking_weights import RankingWeights
from index.store import (
    as_ranking_weights,
    read_ranking_weights,
    read_setting,
    write_ranking_weights,
    write_setting,
)

BEFORE = "ranking_weights_before"
"""The name of the setting; empty where the weights before were the program's."""


def apply_weights(data: Path, weights: RankingWeights) -> None:
    """Rank by these weights from now on, and keep those that were in force, for `undo_weights`.

    Raises LibraryError where there is no library, or it is being written; it is then as it was.
    """
    _check_library(data)
    with writing(data) as connection:
        before = read_ranking_weights(connection)
        write_setting(connection, BEFORE, before.as_json() if before else "")
        write_ranking_weights(connection, weights)


def undo_weights(data: Path) -> RankingWeights | None:
    """Rank by the weights again that were in force before the last ones: these, or None for the program's.

    Raises LibraryError where nothing is to be undone, or as `apply_weights` does.
    """
    _check_library(data)
    with writing(data) as connection:
        kept = read_setting(connection, BEFORE)
        if kept is None:
            raise LibraryError(f"there is nothing to undo: no weights were applied to the library in {data}")
        before = as_ranking_weights(kept)
        write_ranking_weights(connection, before)
        write_setting(connection, BEFORE, None)
    return before


def _check_library(data: Path) -> None:
    if not (data / FILE_NAME).is_file():
        raise no_library(data)
