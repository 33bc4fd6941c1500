"""The history of one person: written once an asking, read newest first, erased for good."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime

from tenkyo.people.types import Asking, Entry
from tenkyo.small_databases import SmallDatabase

MOST_ENTRIES = 500
"""How many entries a person's history holds; the oldest go first."""

LONGEST_DAYS = 90
"""How long an entry is kept."""

DAY_SECONDS = 24 * 3600


def record(
    database: SmallDatabase,
    owner: str,
    asking: Asking,
    at: datetime,
    found: int | None,
    supported: bool | None,
) -> None:
    """Write an asking down. The same as the newest one (a page loaded again) only renews that."""
    told = (at.timestamp(), found, None if supported is None else int(supported))
    with database.writing() as connection:
        newest = connection.execute(
            "SELECT * FROM entry WHERE owner = ? ORDER BY at DESC, id DESC LIMIT 1", (owner,)
        ).fetchone()
        if newest is not None and _asking(newest) == asking:
            connection.execute(
                "UPDATE entry SET at = ?, found = ?, supported = ? WHERE id = ?", (*told, newest["id"])
            )
        else:
            connection.execute(
                "INSERT INTO entry (owner, page, query, address, at, found, supported) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (owner, asking.page, asking.query, asking.address, *told),
            )
        _drop_old(connection, owner, at)


def read_history(database: SmallDatabase, owner: str, most: int, now: datetime) -> tuple[Entry, ...]:
    """The newest entries, newest first, none older than is kept."""
    with database.reading() as connection:
        if connection is None:
            return ()
        rows = connection.execute(
            "SELECT * FROM entry WHERE owner = ? AND at >= ? ORDER BY at DESC, id DESC LIMIT ?",
            (owner, _oldest(now), most),
        )
        return tuple(_entry(row) for row in rows)


def erase(database: SmallDatabase, owner: str, entry_id: int | None) -> tuple[Entry, ...]:
    """Erase one entry, or all where `entry_id` is None; gives what was erased, so that it can be put back."""
    where, values = "owner = ?", [owner]
    if entry_id is not None:
        where, values = "owner = ? AND id = ?", [owner, str(entry_id)]
    with database.writing() as connection:
        rows = connection.execute(f"SELECT * FROM entry WHERE {where}", values).fetchall()  # noqa: S608
        connection.execute(f"DELETE FROM entry WHERE {where}", values)  # noqa: S608
    return tuple(_entry(row) for row in rows)


def restore(database: SmallDatabase, owner: str, entries: Iterable[Entry]) -> None:
    """Put erased entries back, each in its place; what is still there stays as it is."""
    with database.writing() as connection:
        connection.executemany(
            "INSERT OR IGNORE INTO entry (id, owner, page, query, address, at, found, supported) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [_row(owner, entry) for entry in entries],
        )


def _drop_old(connection: sqlite3.Connection, owner: str, now: datetime) -> None:
    """Keep everybody's entries for so many days, and this person's newest."""
    connection.execute("DELETE FROM entry WHERE at < ?", (_oldest(now),))
    connection.execute(
        "DELETE FROM entry WHERE owner = ? AND id IN "
        "(SELECT id FROM entry WHERE owner = ? ORDER BY at DESC, id DESC LIMIT -1 OFFSET ?)",
        (owner, owner, MOST_ENTRIES),
    )


def _oldest(now: datetime) -> float:
    return now.timestamp() - LONGEST_DAYS * DAY_SECONDS


def _row(owner: str, entry: Entry) -> tuple[object, ...]:
    asking = entry.asking
    supported = None if entry.supported is None else int(entry.supported)
    return (
        entry.id,
        owner,
        asking.page,
        asking.query,
        asking.address,
        entry.at.timestamp(),
        entry.found,
        supported,
    )


def _entry(row: sqlite3.Row) -> Entry:
    supported = None if row["supported"] is None else bool(row["supported"])
    return Entry(row["id"], _asking(row), datetime.fromtimestamp(row["at"], UTC), row["found"], supported)


def _asking(row: sqlite3.Row) -> Asking:
    return Asking(row["page"], row["query"], row["address"])
