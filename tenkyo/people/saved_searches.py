"""The saved searches of one person: kept until they are deleted, with the passages that are known of each."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime

from tenkyo.people.types import Asking, SavedSearch
from tenkyo.small_databases import SmallDatabase

MOST_SAVED = 200
"""How many searches a person may keep."""

LONGEST_NAME = 100
"""The most characters of a name; longer ones are cut."""


def save(
    database: SmallDatabase, owner: str, name: str, asking: Asking, known: Iterable[str], at: datetime
) -> SavedSearch | None:
    """Keep an asking under a name; None where so many are kept already. One that is kept already is the same,
    under the new name."""
    moment, ids = at.timestamp(), _encoded(known)
    with database.writing() as connection:
        kept = _rows(connection, owner)
        same = next((row for row in kept if _saved(row).asking == asking), None)
        if same is not None:
            connection.execute(
                "UPDATE saved SET name = ?, looked_at = ?, known = ? WHERE id = ?",
                (_cut(name), moment, ids, same["id"]),
            )
            found = same["id"]
        elif len(kept) >= MOST_SAVED:
            return None
        else:
            found = connection.execute(
                "INSERT INTO saved (owner, name, page, query, address, saved_at, looked_at, known) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (owner, _cut(name), asking.page, asking.query, asking.address, moment, moment, ids),
            ).lastrowid
        return _saved(connection.execute("SELECT * FROM saved WHERE id = ?", (found,)).fetchone())


def read_saved(database: SmallDatabase, owner: str) -> tuple[SavedSearch, ...]:
    """All saved searches, the last saved first."""
    with database.reading() as connection:
        return tuple(_saved(row) for row in _rows(connection, owner)) if connection else ()


def rename(database: SmallDatabase, owner: str, saved_id: int, name: str) -> None:
    """Give a saved search another name."""
    with database.writing() as connection:
        connection.execute(
            "UPDATE saved SET name = ? WHERE owner = ? AND id = ?", (_cut(name), owner, saved_id)
        )


def delete(database: SmallDatabase, owner: str, saved_id: int) -> SavedSearch | None:
    """Delete a saved search; gives it, so that it can be put back."""
    with database.writing() as connection:
        row = connection.execute(
            "DELETE FROM saved WHERE owner = ? AND id = ? RETURNING *", (owner, saved_id)
        ).fetchone()
        return _saved(row) if row else None


def put_back(database: SmallDatabase, owner: str, search: SavedSearch) -> None:
    """Put a deleted search back as it was."""
    asking, moments = search.asking, (search.saved_at.timestamp(), search.looked_at.timestamp())
    with database.writing() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO saved (id, owner, name, page, query, address, saved_at, looked_at, known) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                search.id,
                owner,
                search.name,
                asking.page,
                asking.query,
                asking.address,
                *moments,
                _encoded(search.known),
            ),
        )


def look_at(
    database: SmallDatabase, owner: str, asking: Asking, shown: Iterable[str], at: datetime
) -> SavedSearch | None:
    """The saved search of an asking, as it was before it was looked at now; all that is shown is then known.

    What was known stays so: a passage that another pushed aside for a while is not new when it comes back.
    """
    with database.reading() as connection:
        if connection is None or _find(connection, owner, asking) is None:
            return None
    with database.writing() as connection:
        before = _find(connection, owner, asking)
        if before is not None:
            connection.execute(
                "UPDATE saved SET known = ?, looked_at = ? WHERE owner = ? AND id = ?",
                (_encoded(before.known | set(shown)), at.timestamp(), owner, before.id),
            )
    return before


def new_ids(search: SavedSearch, shown: Iterable[str]) -> tuple[str, ...]:
    """Which of the passages found now are not known yet, in the order in which they were found."""
    return tuple(one for one in shown if one not in search.known)


def _find(connection: sqlite3.Connection, owner: str, asking: Asking) -> SavedSearch | None:
    row = connection.execute(
        "SELECT * FROM saved WHERE owner = ? AND page = ? AND query = ? AND address = ?",
        (owner, asking.page, asking.query, asking.address),
    ).fetchone()
    return _saved(row) if row else None


def _rows(connection: sqlite3.Connection, owner: str) -> list[sqlite3.Row]:
    order = "SELECT * FROM saved WHERE owner = ? ORDER BY saved_at DESC, id DESC"
    return connection.execute(order, (owner,)).fetchall()


def _saved(row: sqlite3.Row) -> SavedSearch:
    return SavedSearch(
        row["id"],
        row["name"],
        Asking(row["page"], row["query"], row["address"]),
        datetime.fromtimestamp(row["saved_at"], UTC),
        datetime.fromtimestamp(row["looked_at"], UTC),
        frozenset(json.loads(row["known"])),
    )


def _encoded(known: Iterable[str]) -> str:
    return json.dumps(sorted(set(known)), separators=(",", ":"))


def _cut(name: str) -> str:
    return " ".join(name.split())[:LONGEST_NAME]
