"""One person's own things, and nobody else's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tenkyo.people import history, saved_searches
from tenkyo.people.tables import people_database
from tenkyo.people.tokens import is_token, owner_of
from tenkyo.people.types import Asking, Entry, SavedSearch
from tenkyo.small_databases import SmallDatabase


def person_of(token: str | None, folder: Path, library: Path) -> "Person":
    """The person who holds a token, for one library; `folder` is where people's files lie.

    Without a token, or with what is none, somebody of whom nothing is known and nothing is kept.
    """
    return Person(people_database(folder, library), owner_of(token) if is_token(token) else None)


@dataclass(frozen=True, slots=True)
class Person:
    """What is kept of one person, who is known by the sha256 of a token. Each method may raise TenkyoError.

    `owner` is None for somebody unknown: nothing of theirs is kept.
    """

    _database: SmallDatabase
    owner: str | None

    @property
    def keeps_history(self) -> bool:
        """Whether what is asked is written down: so until the person chooses otherwise."""
        with self._database.reading() as connection:
            if connection is None:
                return True
            chosen = connection.execute(
                "SELECT keeps_history FROM choice WHERE owner = ?", (self.owner,)
            ).fetchone()
            return chosen is None or bool(chosen["keeps_history"])

    def keep_history(self, keeps: bool) -> None:
        """Keep the choice whether what is asked is written down. What is there already stays."""
        if self.owner is None:
            return
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO choice VALUES (?, ?) ON CONFLICT (owner) DO UPDATE SET keeps_history = ?",
                (self.owner, int(keeps), int(keeps)),
            )

    def record(self, asking: Asking, found: int | None = None, supported: bool | None = None) -> None:
        """Write down what was asked, unless the person chose not to."""
        if self.owner is not None and self.keeps_history:
            history.record(self._database, self.owner, asking, datetime.now(UTC), found, supported)

    def history(self, most: int = history.MOST_ENTRIES) -> tuple[Entry, ...]:
        """The newest entries, newest first."""
        if self.owner is None:
            return ()
        return history.read_history(self._database, self.owner, most, datetime.now(UTC))

    def erase(self, entry_id: int | None = None) -> tuple[Entry, ...]:
        """Erase one entry, all where none is named. Nothing of it stays on the disk; what is given back can
        be put back with `restore`."""
        return history.erase(self._database, self.owner, entry_id) if self.owner else ()

    def restore(self, entries: Iterable[Entry]) -> None:
        """Put erased entries back."""
        if self.owner is not None:
            history.restore(self._database, self.owner, entries)

    def save(self, name: str, asking: Asking, known: Iterable[str] = ()) -> SavedSearch | None:
        """Keep an asking under a name, with the ids of the passages that are known; None where there are so
        many already that no more are kept."""
        if self.owner is None:
            return None
        return saved_searches.save(self._database, self.owner, name, asking, known, datetime.now(UTC))

    def saved(self) -> tuple[SavedSearch, ...]:
        """All saved searches, the last saved first."""
        return saved_searches.read_saved(self._database, self.owner) if self.owner else ()

    def rename(self, saved_id: int, name: str) -> None:
        """Give a saved search another name."""
        if self.owner is not None:
            saved_searches.rename(self._database, self.owner, saved_id, name)

    def delete(self, saved_id: int) -> SavedSearch | None:
        """Delete a saved search; gives it, so that it can be put back with `put_back`."""
        return saved_searches.delete(self._database, self.owner, saved_id) if self.owner else None

    def put_back(self, search: SavedSearch) -> None:
        """Put a deleted search back as it was."""
        if self.owner is not None:
            saved_searches.put_back(self._database, self.owner, search)

    def look_at(self, asking: Asking, shown: Iterable[str]) -> SavedSearch | None:
        """The saved search of an asking as it was before now, None where it is not saved; what is shown is
        known from now on."""
        if self.owner is None:
            return None
        return saved_searches.look_at(self._database, self.owner, asking, shown, datetime.now(UTC))
