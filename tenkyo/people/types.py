"""The words of what is kept for one person: askings, entries of the history, saved searches."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

AskedPage = Literal["search", "ask", "findings", "years"]
"""The pages on which something is asked, by their names in the address."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Something asked: on which page, in which words, and the query part of the address that shows it again.

    `address` is encoded, without its question mark: q=%E4%B8%89%E5%B1%A4&year=2023.
    """

    page: AskedPage
    query: str
    address: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One asking in a history: when (UTC), how many were found, and whether an answer was supported.

    `found` and `supported` are None where the page tells no such thing.
    """

    id: int
    asking: Asking
    at: datetime
    found: int | None = None
    supported: bool | None = None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """An asking kept under a name. `known` are the ids of the passages known when it was last looked at."""

    id: int
    name: str
    asking: Asking
    saved_at: datetime
    looked_at: datetime
    known: frozenset[str] = frozenset()
