"""The files of a listing in, each with the hash of its bytes out."""

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpus import Limits
from corpus.reader import MEGABYTE
from index.sources import SkippedPath, SourceFile
from index.types import Progress


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of a run: where it is found (`location`, below `source`), what it is called there (`path`), and
    the sha256 of its bytes, None for one that is too large to be read.

    A `member` (its path in it) of an `archive` is found as if the archive were a folder.
    """

    location: str
    source: str
    path: str
    sha256: str | None
    archive: "FoundFile | None" = None
    member: str = ""

    @property
    def suffix(self) -> str:
        """The suffix in lower case, with its dot."""
        return PurePosixPath(self.location).suffix.lower()


def identify(
    files: Sequence[SourceFile], limits: Limits, threads: int, progress: Progress
) -> tuple[list[FoundFile], list[SkippedPath]]:
    """The files with their hashes, in their order, and those that cannot be read from the disk."""

    def one(file: SourceFile) -> FoundFile | SkippedPath:
        try:
            sha256 = hash_file(Path(file.location), limits)
        except OSError as error:
            return SkippedPath(file.location, file.path, f"it cannot be read ({error.strerror or error})")
        return FoundFile(file.location, file.source, file.path, sha256)

    found: list[FoundFile] = []
    skipped: list[SkippedPath] = []
    pool = ThreadPoolExecutor(threads)
    try:
        for done, each in enumerate(pool.map(one, files)):
            progress("checking", done, len(files), each.path)
            if isinstance(each, FoundFile):
                found.append(each)
            else:
                skipped.append(each)
    finally:
        pool.shutdown(cancel_futures=True)
    progress("checking", len(files), len(files))
    return found, skipped


def hash_file(path: Path, limits: Limits) -> str | None:
    """The sha256 of a file's bytes, None where it is larger than a file may be. Raises OSError."""
    if path.stat().st_size > limits.file_megabytes * MEGABYTE:
        return None
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
