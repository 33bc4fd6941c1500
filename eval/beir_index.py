"""A BEIR set and a folder in, an index that holds its corpus out."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from corpus import split_passages, split_sections
from corpus.types import ParsedDocument, Passage, Section
from eval.beir import BeirSet
from index.errors import LibraryError
from index.types import Index

SplitDocument = tuple[ParsedDocument, Sequence[Section], Sequence[Passage]]
Open = Callable[[Path], Index]
"""Opens the library of a data folder."""

Build = Callable[[Path, Iterable[SplitDocument]], None]
"""Writes documents, already split, into the library of a data folder."""


@contextmanager
def corpus_index(judged: BeirSet, data: Path, open_index: Open, build_index: Build) -> Iterator[Index]:
    """An index that holds the corpus of a BEIR set, and nothing else: the library in `data` where that does,
    a temporary one elsewhere."""
    held = held_corpus(judged, data, open_index)
    if held is not None:
        yield held
        return
    with tempfile.TemporaryDirectory(prefix="tenkyo-eval-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        build_index(folder, split_corpus(judged.documents))
        yield open_index(folder)


def held_corpus(judged: BeirSet, data: Path, open_index: Open) -> Index | None:
    """The library in a folder, where it can be opened and holds just the corpus of a BEIR set."""
    try:
        index = open_index(data)
    except LibraryError:
        return None
    held = {document.id for document in index.documents()}
    return index if held == {parsed.document.id for parsed in judged.documents} else None


def split_corpus(documents: Iterable[ParsedDocument]) -> Iterator[SplitDocument]:
    """Each document with its sections and passages."""
    for parsed in documents:
        sections = split_sections(parsed)
        yield parsed, sections, split_passages(parsed, sections)
