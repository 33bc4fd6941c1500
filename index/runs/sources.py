"""Folders and files in, the files to index out, and those that cannot be, each with its reason."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.types import SkippedPath

LOCK_FILE = "~$"
"""How the names of the files begin with which office programs mark a document as open."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of a source: its absolute `location`, and its `path` below the source, with forward slashes."""

    location: str
    source: str
    path: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What was found in `sources` (absolute paths of folders and files)."""

    sources: tuple[str, ...]
    files: tuple[SourceFile, ...]
    skipped: tuple[SkippedPath, ...]


def list_files(sources: Sequence[Path], data: Path) -> Listing:
    """The files of folders, with those of folders in them, and the files given by themselves, by path.

    Files and folders whose names begin with a dot are passed over, and so is the library's own folder; all
    else that is no file to index is in `skipped`. Raises ValueError for a source that does not exist.
    """
    roots = []
    for source in sources:
        if not source.exists():
            raise ValueError(f"there is no file or folder {source}")
        roots.append(source.resolve())
    found: dict[str, SourceFile | SkippedPath] = {}
    for root in roots:
        entries = _walk(root, root, data.resolve()) if root.is_dir() else _entry(root, root.parent)
        for entry in entries:
            found.setdefault(entry.location, entry)
    files = sorted(
        (e for e in found.values() if isinstance(e, SourceFile)), key=lambda e: (e.path, e.location)
    )
    skipped = [e for e in found.values() if isinstance(e, SkippedPath)]
    return Listing(tuple(dict.fromkeys(map(str, roots))), tuple(files), tuple(skipped))


def _walk(folder: Path, root: Path, data: Path) -> Iterator[SourceFile | SkippedPath]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield _skipped(folder, root, f"the folder cannot be listed ({_said(error)})", folder=True)
        return
    for path in entries:
        if path.name.startswith(".") or path == data:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, root, data)
        else:
            yield from _entry(path, root)


def _entry(path: Path, root: Path) -> Iterator[SourceFile | SkippedPath]:
    """A file to index, or why it is none; nothing for a link to a folder that is walked by its own name."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        yield _skipped(path, root, "its name is not in UTF-8")
        return
    try:
        target = path.resolve(strict=True)
        mode = target.stat().st_mode
    except (OSError, RuntimeError) as error:
        yield _skipped(path, root, f"it cannot be reached ({_said(error)})")
        return
    if path.is_symlink() and not target.is_relative_to(root):
        yield _skipped(path, root, "it is a link to a place outside the folder that is indexed")
    elif stat.S_ISDIR(mode):
        return
    elif not stat.S_ISREG(mode):
        yield _skipped(path, root, "it is not an ordinary file")
    elif path.name.startswith(LOCK_FILE):
        yield _skipped(path, root, "it is the lock file of an office program that has the document open")
    else:
        yield SourceFile(str(path), str(root), path.relative_to(root).as_posix())


def _skipped(path: Path, root: Path, reason: str, folder: bool = False) -> SkippedPath:
    relative = path.relative_to(root).as_posix() if path != root else path.name
    return SkippedPath(_printable(str(path)), _printable(relative), reason, folder)


def _printable(name: str) -> str:
    """A name that can be written anywhere: bytes that are no UTF-8 show as U+FFFD."""
    return os.fsencode(name).decode("utf-8", errors="replace")


def _said(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
