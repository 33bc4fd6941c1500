"""A BEIR set and a folder in, an index that holds its corpus out."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from corpus import split_passages, split_sections
from corpus.types import ParsedDocument, Passage, Section
from eval.beir import BeirSet
from index.types import Index

SplitDocument = tuple[ParsedDocument, Sequence[Section], Sequence[Passage]]
Open = Callable[[Path], Index]
"""Opens the library of a data folder."""

Build = Callable[[Path, Iterable[SplitDocument]], None]
"""Writes documents, already split, into the library of a data folder."""


def index_corpus(judged: BeirSet, folder: Path, open_index: Open, build_index: Build) -> Index:
    """An index in `folder` that holds the corpus of a BEIR set, and nothing else; one that does is kept.

    Raises ValueError where the folder holds a library of other documents.
    """
    wanted = {parsed.document.id for parsed in judged.documents}
    if folder.is_dir() and any(folder.iterdir()):
        index = open_index(folder)
        held = {document.id for document in index.documents()}
        if held - wanted:
            raise ValueError(
                f"{folder} holds other documents than the corpus of {judged.name}: name another folder"
            )
        if held == wanted:
            return index
    build_index(folder, split_corpus(judged.documents))
    return open_index(folder)


def split_corpus(documents: Iterable[ParsedDocument]) -> Iterator[SplitDocument]:
    """Each document with its sections and passages."""
    for parsed in documents:
        sections = split_sections(parsed)
        yield parsed, sections, split_passages(parsed, sections)


@contextmanager
def corpus_folder(given: Path | None) -> Iterator[Path]:
    """The folder given, or one that is gone afterwards."""
    if given is not None:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="tenkyo-eval-", ignore_cleanup_errors=True) as temporary:
        yield Path(temporary)
