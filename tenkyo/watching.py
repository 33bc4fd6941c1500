"""Folders and files in, a library kept up with them until somebody stops it."""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from watchfiles import watch

from index.runs.sources import list_files

LOOK_SECONDS = 30.0
"""How often all is looked through, told of a change or not: network drives tell of none."""
SETTLING_SECONDS = 2.0
"""Files that nobody changed for so long are taken for whole."""
LONGEST_SETTLING = 60.0
"""Where something is changed all the time, it is read as it is after so many seconds."""

Look = frozenset[tuple[str, int, int]]
"""The files of a source: place, size, time of the last change (ns)."""


class Watch:
    """Keeps a library up with sources: calls `refresh` with those in which something changed.

    A source that is gone, or has nothing in it, is left alone and told of: a drive that is not there now must
    not empty the library. A fault is told, and tried again at the next look.
    """

    def __init__(
        self,
        sources: Sequence[Path],
        data: Path,
        refresh: Callable[[Sequence[Path]], None],
        tell: Callable[[str], None],
    ) -> None:
        self._sources = [source.resolve() for source in sources]
        self._data = data.resolve()
        self._refresh = refresh
        self._tell = tell
        self._seen: dict[Path, Look] = {}
        self._told: frozenset[str] = frozenset()

    def run(self) -> None:
        """Goes on until it is interrupted."""
        alarm = _Alarm(self._sources, self._data)
        while True:
            self.round()
            alarm.wait(LOOK_SECONDS)

    def round(self) -> None:
        """Looks through the sources, and refreshes what changed since it was last brought in."""
        looks = self._settled()
        said = {f"{source} is not there or empty now; what was indexed of it stays"
                for source, look in looks.items() if not look}  # fmt: skip
        changed = [source for source, look in looks.items() if look and look != self._seen.get(source)]
        if changed:
            try:
                self._refresh(changed)
            except Exception as error:  # whatever it is, the next round may go well
                said.add(f"{error or type(error).__name__}; it is tried again")
            else:
                self._seen |= {source: looks[source] for source in changed}
        for sentence in sorted(said - self._told):
            self._tell(sentence)
        self._told = frozenset(said)

    def _settled(self) -> Mapping[Path, Look]:
        """The sources once nothing in them changes any more."""
        until = time.monotonic() + LONGEST_SETTLING
        looks = self._look()
        while looks != self._seen and time.monotonic() < until:
            time.sleep(SETTLING_SECONDS)
            before, looks = looks, self._look()
            if looks == before:
                break
        return looks

    def _look(self) -> dict[Path, Look]:
        return {source: look_at(source, self._data) for source in self._sources}


def look_at(source: Path, data: Path) -> Look:
    """The files of a source, empty where it is gone or cannot be listed."""
    try:
        listing = list_files([source], data)
    except (ValueError, OSError):
        return frozenset()
    if any(each.folder and Path(each.location) == source for each in listing.skipped):
        return frozenset()
    return frozenset(filter(None, (_state(file.location) for file in listing.files)))


def _state(location: str) -> tuple[str, int, int] | None:
    found = _stat(Path(location))
    return (location, found.st_size, found.st_mtime_ns) if found else None


class _Alarm:
    """Wakes whoever waits when the file system tells of a change."""

    def __init__(self, sources: Sequence[Path], data: Path) -> None:
        self._sources = sources
        self._data = str(data)
        self._watched: list[tuple[Path, int, int]] = []
        self._changes: Iterator[object] = iter(())

    def wait(self, seconds: float) -> None:
        """Returns after a change, or after so many seconds."""
        there = [(source, found.st_dev, found.st_ino) for source in self._sources if (found := _stat(source))]
        if there != self._watched:
            self._watched, self._changes = there, self._watching([source for source, _, _ in there], seconds)
        try:
            next(self._changes)
        except (StopIteration, OSError, RuntimeError):  # the file system tells of nothing, or no more
            self._watched = []
            time.sleep(seconds)

    def _watching(self, sources: Sequence[Path], seconds: float) -> Iterator[object]:
        if not sources:
            return iter(())
        return watch(
            *sources,
            watch_filter=lambda _, path: not path.startswith(self._data),
            rust_timeout=round(seconds * 1000),
            yield_on_timeout=True,
            ignore_permission_denied=True,
        )


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
