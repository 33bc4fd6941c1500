"""A library's SQLite file: connections to read it with, and the one transaction that changes it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue

from index.errors import BusyLibraryError, LibraryError, NoLibraryError, OldIndexesError
from index.storage.migrations import MIGRATIONS, applied, migrate

FILE_NAME = "library.sqlite"
WAIT_SECONDS = 30.0
"""How long a reader waits for SQLite's own short locks."""


FileIdentity = tuple[int, int]
"""What tells a file from another that takes its place: its device and inode."""


class Reading:
    """Connections of one library, lent to one thread at a time; of the library that stands there now, where
    another has taken its place."""

    def __init__(self, data: Path) -> None:
        self._path = data / FILE_NAME
        self._idle: SimpleQueue[tuple[FileIdentity, sqlite3.Connection]] = SimpleQueue()

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the library, whatever a writer publishes meanwhile."""
        identity = self._identity()
        connection = self._borrow(identity)
        try:
            connection.execute("BEGIN")
            yield connection
        except sqlite3.Error as error:
            raise LibraryError(f"the library in {self._path.parent} cannot be read: {error}") from error
        finally:
            if connection.in_transaction:
                connection.rollback()
            self._idle.put((identity, connection))

    def close(self) -> None:
        """Close the connections that nobody uses."""
        while True:
            try:
                self._idle.get_nowait()[1].close()
            except Empty:
                return

    def _identity(self) -> FileIdentity:
        try:
            found = self._path.stat()
        except OSError as error:
            raise LibraryError(f"the library in {self._path.parent} cannot be opened: {error}") from error
        return found.st_dev, found.st_ino

    def _borrow(self, identity: FileIdentity) -> sqlite3.Connection:
        while True:
            try:
                known, connection = self._idle.get_nowait()
            except Empty:
                break
            if known == identity:
                return connection
            connection.close()
        try:
            return connect(self._path, "ro")
        except sqlite3.Error as error:
            raise LibraryError(f"the library in {self._path.parent} cannot be opened: {error}") from error


@contextmanager
def writing(data: Path, patience: float = 0.0) -> Iterator[sqlite3.Connection]:
    """A connection inside the transaction of the one writer, made with its tables where they are absent.

    Leaving it in peace commits; an error rolls everything back. Raises BusyLibraryError where another process
    is writing, for longer than so many seconds, LibraryError where SQLite fails (a full or damaged disk).
    """
    path = data / FILE_NAME
    try:
        connection = connect(path, "rwc")
    except sqlite3.Error as error:
        raise LibraryError(f"the library in {data} cannot be opened for writing: {error}") from error
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")
        connection.execute("BEGIN IMMEDIATE")
        check_version(connection, data)
        migrate(connection)
        yield connection
        connection.commit()
    except sqlite3.Error as error:
        raise write_error(data, error) from error
    finally:
        if connection.in_transaction:
            connection.rollback()
        connection.close()


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection that commits only when told to; `mode` is SQLite's: ro, rw or rwc (made when absent)."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=WAIT_SECONDS,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def check_readable(connection: sqlite3.Connection, data: Path) -> None:
    """Raise NoLibraryError where nothing is held yet, LibraryError where another version made what is."""
    check_version(connection, data)
    if applied(connection) == 0:
        raise no_library(data)
    if applied(connection) < len(MIGRATIONS):
        raise OldIndexesError(
            f"the library in {data} was made by an older version of this program; "
            "index again into the same folder to bring it up to date"
        )


def bring_up_to_date(data: Path) -> None:
    """Take the steps that a library of an older version has not taken; they only add.

    Left as it is where it cannot be written now: `check_readable` then says what to do.
    """
    reading = Reading(data)
    with closing(reading), reading.snapshot() as connection:
        steps = applied(connection)
    if not 0 < steps < len(MIGRATIONS):
        return
    with suppress(LibraryError, OSError), writing(data):
        pass


def no_library(data: Path) -> NoLibraryError:
    """The error that says that a folder holds no library."""
    return NoLibraryError(f"there is no library in {data}; index something into it first")


def check_version(connection: sqlite3.Connection, data: Path) -> None:
    """Raise LibraryError for a library that a newer version of this program made."""
    if applied(connection) > len(MIGRATIONS):
        raise LibraryError(
            f"the library in {data} was made by a newer version of this program "
            f"(format {applied(connection)}; this one knows up to {len(MIGRATIONS)})"
        )


def write_error(data: Path, error: sqlite3.Error) -> LibraryError:
    """Why nothing was changed in a library."""
    if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyLibraryError(f"another process is indexing into {data}; try again when it has ended")
    if error.sqlite_errorname == "SQLITE_FULL":
        return LibraryError(f"the disk is full, so nothing was changed in the library in {data}")
    return LibraryError(f"the library in {data} could not be written, and nothing was changed in it: {error}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what is done inside, or roll it back after an error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.commit()
    finally:
        if connection.in_transaction:
            connection.rollback()
