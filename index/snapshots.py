"""A library's tables and the indexes that belong to them, as one state."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from embeddings.types import Encoder
from index.errors import OldIndexesError
from index.storage.database import Reading
from index.storage.generations import Generation, load_generation
from index.storage.manifest import check_encoder
from index.storage.store import read_encoder, read_published

RELOADS = 5
"""How often a reader tries again when writers remove the generation it was about to load."""


class Snapshots:
    """Gives the states of one library that `reading` reads. Any number of threads may share it."""

    def __init__(self, data: Path, encoder: Encoder, reading: Reading) -> None:
        self._data = data
        self._encoder = encoder
        self._reading = reading
        self._generation: Generation | None = None
        self._loading = threading.Lock()

    @contextmanager
    def open(self) -> Iterator[tuple[sqlite3.Connection, Generation | None]]:
        """One state of the library: its tables, and the indexes that belong to them."""
        for attempt in range(1, RELOADS + 1):
            with self._reading.snapshot() as connection:
                try:
                    generation = self._matching_generation(connection)
                except FileNotFoundError as error:
                    if attempt < RELOADS:
                        continue
                    raise OldIndexesError(
                        f"the indexes of the library in {self._data} are missing ({error.filename}); "
                        "index again into the same folder to make them anew"
                    ) from error
                yield connection, generation
                return

    def _matching_generation(self, connection: sqlite3.Connection) -> Generation | None:
        """The indexes that the snapshot names, loaded once for all threads."""
        published = read_published(connection)
        if published is None:
            return None
        generation = self._generation
        if generation is None or generation.published != published:
            with self._loading:
                generation = self._generation
                if generation is None or generation.published != published:
                    made_with = read_encoder(connection)
                    if made_with:
                        check_encoder(made_with, self._encoder)
                    generation = load_generation(self._data, published, self._encoder)
                    self._generation = generation
        return generation
