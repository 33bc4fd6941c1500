"""The folders that hold the lexical and dense indexes, one a generation; never changed once published."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from embeddings.types import Encoder
from index.errors import LibraryError
from index.legs.dense import DenseIndex
from index.legs.lexical import LexicalIndex, removed_share
from index.storage.manifest import (
    Manifest,
    check_analyser,
    check_encoder,
    identify,
    read_manifest,
    write_manifest,
)

FOLDER = "generations"
LEXICAL = "lexical"
DENSE = "dense.faiss"

MOST_REMOVED = 0.2
"""The share of removed passages from which on the indexes are made anew: until then the lexical index still
counts them when it weighs how rare a word is."""

KEPT_BEFORE = 1
"""Generations kept besides the newest, for readers that still have them open."""


@dataclass(frozen=True, slots=True)
class Published:
    """The generation that the library's settings name, and the sha256 of its manifest."""

    number: int
    manifest: str


@dataclass(frozen=True, slots=True)
class Generation:
    """The indexes of one generation, loaded."""

    published: Published
    lexical: LexicalIndex
    dense: DenseIndex


@dataclass(frozen=True, slots=True)
class Draft:
    """A generation being written; `continues` tells whether it began with what was there before."""

    number: int
    folder: Path
    dense: DenseIndex
    continues: bool


def generation_folder(data: Path, number: int) -> Path:
    """Where the indexes of a generation are."""
    return data / FOLDER / f"{number:06d}"


def load_generation(data: Path, published: Published, encoder: Encoder) -> Generation:
    """The indexes of a generation, once all its files are found whole.

    Raises FileNotFoundError where the folder is gone, LibraryError where it is damaged or was made with
    another encoder or analyser.
    """
    folder = generation_folder(data, published.number)
    _check_whole(folder, published, encoder)
    dense = DenseIndex.read(folder / DENSE)
    return Generation(published, LexicalIndex(folder / LEXICAL), dense)


def start_generation(
    data: Path, number: int, before: Published | None, encoder: Encoder, *, renew: bool = True
) -> Draft:
    """A generation that begins with all that the one before holds.

    It begins empty where there is none before, or where that one is damaged, made in another way, or, where
    it is to `renew` such, full of passages that were removed since.
    """
    folder = generation_folder(data, number)
    if folder.exists():
        shutil.rmtree(folder)
    (folder / LEXICAL).mkdir(parents=True)
    if before is None:
        return Draft(number, folder, DenseIndex(encoder.dimension), continues=False)
    source = generation_folder(data, before.number)
    try:
        files = _check_whole(source, before, encoder).files
        worn = renew and removed_share(source / LEXICAL) > MOST_REMOVED
    except (OSError, LibraryError):
        worn = True
    if worn:
        return Draft(number, folder, DenseIndex(encoder.dimension), continues=False)
    for name in files:
        if name.startswith(f"{LEXICAL}/"):
            _take_over(source / name, folder / name)
    return Draft(number, folder, DenseIndex.read(source / DENSE), continues=True)


def is_whole(data: Path, published: Published, encoder: Encoder) -> bool:
    """Whether a generation could be loaded."""
    try:
        _check_whole(generation_folder(data, published.number), published, encoder)
    except (OSError, LibraryError):
        return False
    return True


def finish_generation(draft: Draft, encoder: Encoder) -> str:
    """Write what is not yet written, press all onto the disk; the sha256 of the manifest."""
    draft.dense.write(draft.folder / DENSE)
    return write_manifest(draft.folder, identify(encoder))


def remove_generations(data: Path, newest: int) -> None:
    """Remove the folders of all generations that no reader needs any more, and of those never published."""
    kept = {generation_folder(data, number) for number in range(newest - KEPT_BEFORE, newest + 1)}
    for folder in (data / FOLDER).iterdir() if (data / FOLDER).is_dir() else ():
        if folder not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def _check_whole(folder: Path, published: Published, encoder: Encoder) -> Manifest:
    manifest = read_manifest(folder, published.manifest)
    check_encoder(manifest.encoder, encoder)
    check_analyser(manifest)
    return manifest


def _take_over(source: Path, target: Path) -> None:
    """The same file under a second name, or a copy where the file system knows no links.

    tantivy never writes into a segment's files again; the lists of them (JSON) it rewrites, so those are
    copied.
    """
    try:
        if source.suffix == ".json":
            shutil.copyfile(source, target)
        else:
            os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
