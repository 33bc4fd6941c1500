"""Documents in, a new state of the library out, visible all at once or not at all.

The one switch is SQLite's commit: it brings the documents and the number of the generation that holds
their indexes. Whatever is written besides is not looked at before the commit, or can be made again.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import numpy as np

from corpus.types import SplitDocument
from embeddings.types import Encoder, Vectors
from index.errors import LibraryError
from index.legs.lexical import LexicalWriter
from index.legs.scores import Ids
from index.storage.bookkeeping import document_exists, places_of, put_file
from index.storage.database import FILE_NAME, writing
from index.storage.generations import (
    LEXICAL,
    Published,
    finish_generation,
    is_whole,
    remove_generations,
    start_generation,
)
from index.storage.manifest import check_encoder, identify
from index.storage.originals import remove_originals
from index.storage.proofs import delete_proofs
from index.storage.removed import put_aside, put_back, removed_originals, removed_passages
from index.storage.store import (
    NumberedPassage,
    Reading,
    delete_document,
    every_passage,
    insert_document,
    last_number,
    originals,
    passages_after,
    read_encoder,
    read_published,
    write_encoder,
    write_published,
)
from index.storage.unit_vectors import encode_units, unit_texts
from index.storage.vectors import BATCH, VectorCache
from index.text.context import split_units
from index.text.passage_tokens import passage_tokens
from index.types import Progress

PATIENCE = 10.0
"""Seconds that a writer waits for another that is about to end, as removing a document takes one."""


class LibraryWriter:
    """Changes a library inside one transaction; made by `write_library`."""

    def __init__(
        self, connection: sqlite3.Connection, data: Path, encoder: Encoder, progress: Progress
    ) -> None:
        self.connection = connection
        self.data = data
        self.progress = progress
        self._encoder = encoder
        self._removed: list[int] = []
        self._last_before = last_number(connection)

    def add(self, split: SplitDocument, reading: Reading) -> None:
        """Add a document that is not there yet."""
        insert_document(self.connection, split, reading)

    def replace(self, split: SplitDocument, reading: Reading) -> None:
        """Put a document in the place of what the library had of it; it is found where it was found."""
        document_id = split.parsed.document.id
        places = places_of(self.connection, document_id)
        self.remove(document_id)
        self.add(split, reading)
        for place in places:
            put_file(self.connection, *place, document_id)

    def remove(self, document_id: str) -> None:
        """Take a document out, if it is there."""
        self._removed += delete_document(self.connection, document_id)

    def put_aside(self, document_id: str) -> bool:
        """Take a document out so that it can be put back; whether it was there."""
        there = document_exists(self.connection, document_id)
        self._removed += put_aside(self.connection, document_id, datetime.now(UTC))
        return there

    def put_back(self, document_id: str) -> bool:
        """Put a document back that was put aside; whether it was."""
        return put_back(self.connection, document_id)

    def publish(self, *, renew: bool = True) -> None:
        """Write a new generation of the indexes where what is published no longer says it all.

        Where they are to `renew`, indexes full of removed passages are made anew.
        """
        before = read_published(self.connection)
        changed = bool(self._removed) or last_number(self.connection) > self._last_before
        if before and not changed and is_whole(self.data, before, self._encoder):
            return
        draft = start_generation(
            self.data, before.number + 1 if before else 1, before, self._encoder, renew=renew
        )
        lexical = LexicalWriter(draft.folder / LEXICAL)
        if not draft.continues:
            delete_proofs(self.connection)
        else:
            draft.dense.remove(np.array(self._removed, dtype=np.int64))
            lexical.remove(self._removed)
        for passages, numbers, vectors in self._encoded(self._last_before if draft.continues else 0):
            draft.dense.add(numbers, vectors)
            for each in passages:
                lexical.add(each.number, passage_tokens(each.passage, each.document), each.document)
        self.progress("writing", 0, 1, "")
        lexical.commit()
        manifest = finish_generation(draft, self._encoder)
        write_published(self.connection, Published(draft.number, manifest))
        self.progress("writing", 1, 1, "")

    def _encoded(self, after: int) -> Iterator[tuple[list[NumberedPassage], Ids, Vectors]]:
        """The passages with higher numbers, a batch at a time, with the vectors of their sentences and the
        number of each vector's passage."""
        total = self.connection.execute(
            "SELECT count(*) FROM passages WHERE number > ?", (after,)
        ).fetchone()[0]
        done = 0
        with closing(VectorCache(self.data)) as cache:
            while batch := passages_after(self.connection, after, BATCH):
                units = [split_units(each.passage, each.document) for each in batch]
                counts = [len(each) for each in units]
                owners = np.repeat(np.arange(len(batch)), counts)

                def tell(encoded: int, before: int = done, owners: Ids = owners) -> None:
                    self.progress("encoding", before + int(owners[encoded - 1]) + 1, total, "")

                vectors = encode_units(list(chain.from_iterable(units)), cache, self._encoder, tell)
                yield batch, np.array([each.number for each in batch], dtype=np.int64)[owners], vectors
                done += len(batch)
                after = batch[-1].number


def check_writable(data: Path, encoder: Encoder) -> None:
    """Make the library where it is absent, and bring its tables up to date.

    Raises LibraryError where another process is writing, or it was made with another encoder.
    """
    try:
        data.mkdir(parents=True, exist_ok=True)
        with writing(data) as connection:
            made_with = read_encoder(connection)
            if made_with:
                check_encoder(made_with, encoder)
    except OSError as error:
        raise LibraryError(f"the library in {data} cannot be written ({error})") from error


@contextmanager
def write_library(
    data: Path, encoder: Encoder, progress: Progress, *, quick: bool = False
) -> Iterator[LibraryWriter]:
    """A writer of the library in a folder, made where it is absent; all it did shows when this ends in peace.

    Where it is to be `quick` what takes long is left to the next writer: making worn indexes anew, and
    forgetting vectors that are not in use. Raises LibraryError, with the library as it was: where another
    process is writing, the disk is full, or the library was made with another encoder.
    """
    published = False
    try:
        data.mkdir(parents=True, exist_ok=True)
        with writing(data, PATIENCE) as connection:
            made_with = read_encoder(connection)
            if made_with:
                check_encoder(made_with, encoder)
            write_encoder(connection, identify(encoder))
            writer = LibraryWriter(connection, data, encoder, progress)
            yield writer
            writer.publish(renew=not quick)
        published = True
    except OSError as error:
        what = "the disk is full" if error.errno == errno.ENOSPC else f"it cannot be written ({error})"
        raise LibraryError(f"nothing was changed in the library in {data}: {what}") from error
    finally:
        # Vectors of a run that failed are kept: the next one will want them.
        clean(data, encoder if published and not quick else None)


def clean(data: Path, encoder: Encoder | None = None) -> None:
    """Remove what no reader needs any more, and with an encoder the vectors that are not in use.

    Left to the next writer where another is at work, or there is no library yet.
    """
    if not (data / FILE_NAME).is_file():
        return
    try:
        with writing(data) as connection:
            published = read_published(connection)
            remove_generations(data, published.number if published else 0)
            remove_originals(data, [*originals(connection), *removed_originals(connection)])
            if encoder is not None:
                kept = chain(every_passage(connection), removed_passages(connection))
                units = (unit for each in kept for unit in split_units(each.passage, each.document))
                with closing(VectorCache(data)) as cache:
                    cache.keep_only(unit_texts(units), encoder)
    except (LibraryError, OSError, sqlite3.Error):
        return
