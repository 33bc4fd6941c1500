"""A path and its tables in, connections to a small SQLite file out: many sessions read it and write to it."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tenkyo.errors import TenkyoError

WAIT_SECONDS = 30.0
"""How long one session waits while others write."""


@dataclass(frozen=True, slots=True)
class SmallDatabase:
    """One file, made when something is first written. `steps` are SQL scripts, each taken once, in order;
    `japanese` names the file in the app's errors.

    A connection serves one call, so that threads and processes may share the file. What is deleted is
    overwritten in it. Failures become TenkyoErrors.
    """

    path: Path
    steps: tuple[str, ...]
    japanese: str

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """A connection to read with; None where nothing was written yet."""
        with self._told():
            if not self.path.is_file():
                yield None
                return
            with closing(self._connect()) as connection:
                self._bring_up_to_date(connection)
                yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection inside a transaction: all of it is kept, or nothing after an error."""
        with self._told():
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with closing(self._connect()) as connection:
                self._bring_up_to_date(connection)
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                    connection.commit()
                finally:
                    if connection.in_transaction:
                        connection.rollback()

    def _connect(self) -> sqlite3.Connection:
        if not self.path.exists():
            self.path.touch(mode=0o600)
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=WAIT_SECONDS)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")
        return connection

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        if _taken(connection) == len(self.steps):
            return
        _write_ahead(connection)
        connection.execute("BEGIN IMMEDIATE")
        try:
            taken = _taken(connection)
            if taken > len(self.steps):
                raise sqlite3.DatabaseError("a newer version of this program made it")
            for step in self.steps[taken:]:
                for statement in filter(str.strip, step.split(";")):
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(self.steps)}")
            connection.commit()
        finally:
            if connection.in_transaction:
                connection.rollback()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise TenkyoError(
                f"{self.path} cannot be used: {error}", f"{self.japanese}を読み書きできません：{error}"
            ) from error


def _taken(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turns the write-ahead log on; for this alone SQLite does not wait for other sessions by itself."""
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
