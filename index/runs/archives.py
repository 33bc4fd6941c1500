"""Archives in, the files in them out, as if each archive were a folder."""

import json
import shutil
import threading
from collections.abc import Iterable
from pathlib import Path

from corpus import Limits, ParserProcess, UnreadableFile
from corpus.formats.archive.reading import OPENERS
from index.runs.found import FoundFile, hash_file
from index.storage.readings import ReadingCache
from index.types import SkippedPath

FOLDER = "unpacked"
ARCHIVES = tuple(OPENERS)
"""The suffixes of the files that hold other files."""


class Archives:
    """The archives of a run, unpacked into a folder of the library that is gone afterwards.

    What an archive holds is remembered by the hash of its bytes; it is unpacked again only where one of its
    files is to be read.
    """

    def __init__(self, data: Path, cache: ReadingCache, limits: Limits) -> None:
        self._folder = data / FOLDER
        self._cache = cache
        self._limits = limits
        self._unpacking = threading.Lock()
        self._parser = ParserProcess(limits)

    def __enter__(self) -> "Archives":
        self._remove()
        return self

    def __exit__(self, *_: object) -> None:
        self._parser.kill()
        self._remove()

    def members(self, archives: Iterable[FoundFile]) -> tuple[list[FoundFile], list[SkippedPath]]:
        """The files in archives, and what of them (or which archive) cannot be had, and why."""
        found: list[FoundFile] = []
        skipped: list[SkippedPath] = []
        for archive in archives:
            try:
                told = json.loads(self._list(archive))
            except UnreadableFile as error:
                skipped.append(SkippedPath(archive.location, archive.path, error.reason, folder=True))
                continue
            found += [_member(archive, name, sha256) for name, sha256 in told["members"]]
            skipped += [
                SkippedPath(f"{archive.location}/{name}", f"{archive.path}/{name}", reason)
                for name, reason in told["skipped"]
            ]
        return found, skipped

    def on_disk(self, file: FoundFile) -> Path:
        """Where a file's bytes are, its archive unpacked if need be. Raises UnreadableFile."""
        if file.archive is None:
            return Path(file.location)
        folder = self._folder_of(file.archive)
        with self._unpacking:
            if not folder.is_dir():
                self._unpack(file.archive)
        return folder / file.member

    def _list(self, archive: FoundFile) -> str:
        """What an archive holds, as JSON. Raises UnreadableFile."""
        if archive.sha256 is None:
            raise UnreadableFile(
                f"it is larger than the {self._limits.file_megabytes:,} MiB that a file may have"
            )
        if listing := self._cache.archive(archive.sha256, archive.suffix):
            return listing
        return self._unpack(archive)

    def _unpack(self, archive: FoundFile) -> str:
        folder = self._folder_of(archive)
        folder.mkdir(parents=True, exist_ok=True)
        try:
            unpacked = self._parser.unpack(Path(archive.location), folder)
            members = [(name, self._hash(folder, name)) for name in unpacked.members]
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        listing = json.dumps({"members": members, "skipped": unpacked.skipped}, ensure_ascii=False)
        if archive.sha256 is not None:
            self._cache.keep_archive(archive.sha256, archive.suffix, listing)
        return listing

    def _hash(self, folder: Path, name: str) -> str | None:
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
            raise UnreadableFile("what was unpacked of it is not in its folder")
        return hash_file(path, self._limits)

    def _folder_of(self, archive: FoundFile) -> Path:
        return self._folder / f"{archive.sha256}{archive.suffix}"

    def _remove(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def _member(archive: FoundFile, name: str, sha256: str | None) -> FoundFile:
    return FoundFile(
        f"{archive.location}/{name}", archive.source, f"{archive.path}/{name}", sha256, archive, name
    )
