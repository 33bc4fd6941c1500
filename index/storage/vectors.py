"""Texts in, their vectors out, each text encoded once: what was encoded is kept in a file of its own.

It is written as the work goes on, outside the library's transaction, so an interrupted run loses little.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from embeddings.types import Encoder, Vectors
from index.storage.database import connect, transaction

FILE_NAME = "vectors.sqlite"

BATCH = 512
"""Texts encoded between two writes: at most this much work is lost."""

KEYS_A_LOOKUP = 500

Progress = Callable[[int, int], None]


class VectorCache:
    """Vectors in half precision by encoder and text. The library's one writer alone uses it."""

    def __init__(self, data: Path) -> None:
        self._connection = _opened(data / FILE_NAME)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def encode(self, texts: Sequence[str], encoder: Encoder, progress: Progress | None = None) -> Vectors:
        """The vectors of passages' texts, shape (texts, dimension), in half precision's steps."""
        vectors = np.empty((len(texts), encoder.dimension), dtype=np.float32)
        for start in range(0, len(texts), BATCH):
            part = texts[start : start + BATCH]

            def tell(done: int, first: int = start) -> None:
                if progress:
                    progress(first + done, len(texts))

            vectors[start : start + len(part)] = self._encode_part(part, encoder, tell)
            tell(len(part))
        return vectors

    def keep_only(self, texts: Iterable[str], encoder: Encoder) -> None:
        """Forget the vectors of all other texts and encoders."""
        with transaction(self._connection):
            self._connection.execute("CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID")
            keys = ((_key(text, encoder),) for text in texts)
            self._connection.executemany("INSERT OR IGNORE INTO temp.used VALUES (?)", keys)
            self._connection.execute("DELETE FROM vectors WHERE key NOT IN (SELECT key FROM temp.used)")
            self._connection.execute("DROP TABLE temp.used")

    def _encode_part(self, texts: Sequence[str], encoder: Encoder, tell: Callable[[int], None]) -> Vectors:
        keys = [_key(text, encoder) for text in texts]
        known = self._known(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            already = len(texts) - len(missing)
            vectors = encoder.encode_passages(list(missing.values()), lambda done, _: tell(already + done))
            made = vectors.astype(np.float16)
            fresh = dict(zip(missing, (row.tobytes() for row in made), strict=True))
            with transaction(self._connection):
                self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", fresh.items())
            known.update(fresh)
        rows = np.frombuffer(b"".join(known[key] for key in keys), dtype=np.float16)
        return rows.reshape(len(texts), encoder.dimension).astype(np.float32)

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        known: dict[bytes, bytes] = {}
        for start in range(0, len(keys), KEYS_A_LOOKUP):
            part = keys[start : start + KEYS_A_LOOKUP]
            marks = ",".join("?" * len(part))
            known.update(
                self._connection.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", part)  # noqa: S608
            )
        return known


def _key(text: str, encoder: Encoder) -> bytes:
    return hashlib.sha256(f"{encoder.fingerprint}\0{text}".encode()).digest()[:20]


def _opened(path: Path) -> sqlite3.Connection:
    """The cache's file; one that is damaged is thrown away, as all in it can be made again."""
    try:
        return _prepared(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        return _prepared(path)


def _prepared(path: Path) -> sqlite3.Connection:
    connection = connect(path, "rwc")
    connection.row_factory = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS vectors "
        "(key BLOB PRIMARY KEY, vector BLOB NOT NULL) STRICT, WITHOUT ROWID"
    )
    return connection
