"""Where people's histories are kept: a file for each library, in a folder that is never copied with it."""

import hashlib
from pathlib import Path

from tenkyo.small_databases import SmallDatabase

STEPS = (
    """
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        owner TEXT NOT NULL,
        page TEXT NOT NULL,
        query TEXT NOT NULL,
        address TEXT NOT NULL,
        at REAL NOT NULL,
        found INTEGER,
        supported INTEGER
    ) STRICT;
    CREATE INDEX entry_of_owner ON entry (owner, at);
    CREATE INDEX entry_at ON entry (at);
    CREATE TABLE saved (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        owner TEXT NOT NULL,
        name TEXT NOT NULL,
        page TEXT NOT NULL,
        query TEXT NOT NULL,
        address TEXT NOT NULL,
        saved_at REAL NOT NULL,
        looked_at REAL NOT NULL,
        known TEXT NOT NULL
    ) STRICT;
    CREATE INDEX saved_of_owner ON saved (owner);
    CREATE TABLE choice (owner TEXT PRIMARY KEY, keeps_history INTEGER NOT NULL) STRICT
    """,
)


def people_database(folder: Path, library: Path) -> SmallDatabase:
    """The file of one library's people; what leads back to a library's passages is of no use in another."""
    name = hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:16]
    return SmallDatabase(folder / f"people-{name}.sqlite", STEPS, "検索履歴")
