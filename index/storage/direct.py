"""Documents that are already split in, a library over them out: no files are read."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.types import ParsedDocument, Passage, Section, SplitDocument
from embeddings.types import Encoder
from index.storage.bookkeeping import put_file
from index.storage.store import Reading
from index.storage.writer import write_library
from index.types import Progress, no_progress


def index_documents(
    data: Path,
    documents: Iterable[tuple[ParsedDocument, Sequence[Section], Sequence[Passage]]],
    encoder: Encoder,
    progress: Progress = no_progress,
) -> None:
    """Add documents to the library of a folder, in the place of those with the same ids.

    Raises LibraryError, with the library as it was, as `refresh` does.
    """
    with write_library(data, encoder, progress) as writer:
        for parsed, sections, passages in documents:
            document = parsed.document
            writer.remove(document.id)
            writer.add(SplitDocument(parsed, tuple(sections), tuple(passages)), Reading())
            put_file(writer.connection, f"given:{document.id}", "", document.path, document.id)
