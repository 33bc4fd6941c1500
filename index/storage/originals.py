"""The indexed files themselves, kept under the hash of their bytes: what a hit shows is what was indexed."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.storage.manifest import press

FOLDER = "originals"
UNFINISHED = "unfinished"
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Original:
    """A file in the library: the sha256 of its bytes, and its name below the originals' folder."""

    sha256: str
    name: str


def keep_original(data: Path, file: Path) -> Original:
    """Copy a file into the library, whole or not at all. Raises OSError where that fails."""
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / UNFINISHED
    digest = hashlib.sha256()
    with file.open("rb") as source, unfinished.open("wb") as target:
        while block := source.read(BLOCK):
            digest.update(block)
            target.write(block)
        target.flush()
        os.fsync(target.fileno())
    sha256 = digest.hexdigest()
    name = f"{sha256[:2]}/{sha256}{file.suffix.lower()}"
    kept = folder / name
    kept.parent.mkdir(exist_ok=True)
    unfinished.replace(kept)
    press(kept.parent)
    return Original(sha256, name)


def original_path(data: Path, name: str) -> Path:
    """Where an original is kept."""
    return data / FOLDER / name


def remove_originals(data: Path, used: Iterable[str]) -> None:
    """Remove the originals that are not in use, and what an interrupted run left."""
    kept = {original_path(data, name) for name in used}
    for path in sorted((data / FOLDER).rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept:
            path.unlink(missing_ok=True)
