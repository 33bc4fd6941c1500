"""A document's id in, a library without it out, and back again: removal by a user, and its undo."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from embeddings.types import Encoder
from index.proof.stage import prove_search
from index.storage.database import FILE_NAME, Reading, writing
from index.storage.removed import forget, select_removed
from index.storage.writer import PATIENCE, clean, write_library
from index.types import RemovedDocument, no_progress


def remove_document(data: Path, document_id: str, encoder: Encoder) -> bool:
    """Take a document out of search at once, so that it can be put back; whether it was there.

    No run brings it in again, whatever folder its file is in; a file whose bytes differ is another document.
    Raises BusyLibraryError while another process writes, LibraryError where nothing could be changed: the
    library is then as it was.
    """
    with write_library(data, encoder, no_progress, quick=True) as writer:
        done = writer.put_aside(document_id)
    prove_search(data, encoder, no_progress)
    return done


def restore_document(data: Path, document_id: str, encoder: Encoder) -> bool:
    """Put a removed document back as it was, without reading its file again; whether it was there.

    Where its file was found is another document by now, it stands under its path all the same. Raises as
    `remove_document` does.
    """
    with write_library(data, encoder, no_progress, quick=True) as writer:
        done = writer.put_back(document_id)
    prove_search(data, encoder, no_progress)
    return done


def forget_document(data: Path, document_id: str, *, stays_out: bool) -> None:
    """Delete what is kept of a removed document: its text and its original, and with the next run what was
    read and encoded of it. Where it `stays_out` its hash is kept, and no run brings it in again.

    Raises as `remove_document` does.
    """
    with writing(data, PATIENCE) as connection:
        forget(connection, document_id, stays_out=stays_out)
    clean(data)


def known_places(data: Path) -> frozenset[str]:
    """The absolute paths of all files that were read, skipped or taken out; none without a library."""
    if not (data / FILE_NAME).is_file():
        return frozenset()
    reading = Reading(data)
    with closing(reading), reading.snapshot() as connection:
        return frozenset(
            row["location"]
            for table in ("files", "skipped", "removed_files")
            for row in connection.execute(f"SELECT location FROM {table}")  # noqa: S608
        )


def forget_skipped(data: Path, place: str) -> None:
    """Tell no more of a file that could not be read, and is gone. Raises as `remove_document` does."""
    if not (data / FILE_NAME).is_file():
        return
    with writing(data, PATIENCE) as connection:
        connection.execute("DELETE FROM skipped WHERE location = ?", (place,))


def removed_documents(data: Path) -> Sequence[RemovedDocument]:
    """The documents that users took out, the last one first."""
    reading = Reading(data)
    with closing(reading), reading.snapshot() as connection:
        return select_removed(connection)
