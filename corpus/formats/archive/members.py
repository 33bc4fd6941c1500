"""What every kind of archive is opened into: its members, not yet unpacked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name as the archive tells it, its size there in bytes, and its content.

    `pieces` unpacks it piece by piece and raises UnreadableFile where it is damaged. `refusal` says in one
    English sentence why it is not to be unpacked at all.
    """

    name: str
    packed: int
    pieces: Callable[[], Iterator[bytes]]
    refusal: str | None = None
