"""The files of a listing in, each with the hash of its bytes out."""

import hashlib
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpus import Limits
from corpus.reader import MEGABYTE
from index.runs.sources import SourceFile
from index.storage.readings import KnownHash
from index.types import Progress, SkippedPath

CLOCK_TICK = 3_000_000_000
"""The coarsest time that a file system keeps, in nanoseconds: FAT's two seconds, and one more."""


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


@dataclass(frozen=True, slots=True)
class Identified:
    """Files with their hashes, those that cannot be read from the disk, and the hashes that will hold for
    as long as the files' states do, by their places."""

    found: tuple[FoundFile, ...]
    skipped: tuple[SkippedPath, ...]
    hashes: Mapping[str, KnownHash]


def identify(
    files: Sequence[SourceFile],
    known: Mapping[str, KnownHash],
    limits: Limits,
    threads: int,
    progress: Progress,
) -> Identified:
    """The files with their hashes, in their order; one in the state in which it is known is not read."""

    def one(file: SourceFile) -> tuple[FoundFile | SkippedPath, KnownHash | None]:
        path = Path(file.location)
        try:
            state = _state(path)
            told = known.get(file.location)
            if told is None or told.state != state:
                sha256 = hash_file(path, limits)
                told = KnownHash(state, sha256) if sha256 and _will_hold(path, state) else None
            else:
                sha256 = told.sha256
        except OSError as error:
            reason = f"it cannot be read ({error.strerror or error})"
            return SkippedPath(file.location, file.path, reason), None
        return FoundFile(file.location, file.source, file.path, sha256), told

    found: list[FoundFile] = []
    skipped: list[SkippedPath] = []
    hashes: dict[str, KnownHash] = {}
    pool = ThreadPoolExecutor(threads)
    try:
        for done, (each, told) in enumerate(pool.map(one, files)):
            progress("checking", done, len(files), each.path)
            if isinstance(each, FoundFile):
                found.append(each)
            else:
                skipped.append(each)
            if told is not None:
                hashes[each.location] = told
    finally:
        pool.shutdown(cancel_futures=True)
    progress("checking", len(files), len(files))
    return Identified(tuple(found), tuple(skipped), hashes)


def _state(path: Path) -> str:
    """What changes with a file's bytes: size, inode, the times of the last changes (of the bytes, of any)."""
    told = path.stat()
    return f"{told.st_size} {told.st_dev} {told.st_ino} {told.st_mtime_ns} {told.st_ctime_ns}"


def _will_hold(path: Path, state: str) -> bool:
    """Whether any later change will show: not where the last one is so recent that another could bear the
    same time."""
    told = path.stat()
    settled = time.time_ns() - max(told.st_mtime_ns, told.st_ctime_ns) > CLOCK_TICK
    return settled and _state(path) == state


def hash_file(path: Path, limits: Limits) -> str | None:
    """The sha256 of a file's bytes, None where it is larger than a file may be. Raises OSError."""
    if path.stat().st_size > limits.file_megabytes * MEGABYTE:
        return None
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
