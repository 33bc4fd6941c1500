"""A library's folder in, what takes how much of the disk out."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.storage.database import FILE_NAME as LIBRARY
from index.storage.generations import FOLDER as GENERATIONS
from index.storage.originals import FOLDER as ORIGINALS
from index.storage.readings import FILE_NAME as READINGS
from index.storage.vectors import FILE_NAME as VECTORS
from tenkyo.settings import Settings
from tenkyo.uploads import FOLDER as UPLOADS


@dataclass(frozen=True, slots=True)
class DiskUse:
    """Bytes: of the documents' files, of their text, of the indexes, of what was read and encoded and is kept
    so that no work is done twice, of the prepared model; and what is free on the library's disk."""

    files: int
    text: int
    indexes: int
    kept: int
    model: int
    free: int


def disk_use(settings: Settings) -> DiskUse:
    """What the library in the settings' folder and its model take."""
    data = settings.data

    def of(*names: str) -> int:
        return size_of(path for name in names for path in data.glob(f"{name}*"))

    return DiskUse(
        files=of(ORIGINALS, UPLOADS),
        text=of(LIBRARY),
        indexes=of(GENERATIONS),
        kept=of(READINGS, VECTORS),
        model=size_of([settings.cache]),
        free=shutil.disk_usage(data if data.exists() else Path("/")).free,
    )


def size_of(roots: Iterable[Path]) -> int:
    """The bytes of files and of all that folders hold; a file with two names counts once."""
    sizes: dict[tuple[int, int], int] = {}
    for root in roots:
        for path in (root, *root.rglob("*")):
            try:
                found = path.stat()
            except OSError:
                continue
            if path.is_file():
                sizes[found.st_dev, found.st_ino] = found.st_size
    return sum(sizes.values())
