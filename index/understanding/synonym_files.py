"""Files of synonyms in, what they say now out: read again when one of them changes."""

import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from index.understanding.synonyms import BrokenLine, Synonyms, merged, read_synonyms

OWN_FILE = "synonyms.txt"
"""The name of an office's own file in its library's folder."""

_SHIPPED = (Path(__file__).parent / "synonyms.txt",)
_GLOSSARY = Path(__file__).parent / "english_terms.txt"
_LARGEST = 4_000_000


class SynonymFiles:
    """An office's own synonyms before those that come with the program, and the glossary of English terms.

    Threads may share one. A file that is absent says nothing; one that cannot be read is told as broken.
    """

    def __init__(self, own: Sequence[Path] = ()) -> None:
        self._files = (*own, *_SHIPPED)
        self._reading = threading.Lock()
        self._stamps: tuple[tuple[int, int] | None, ...] = ()
        self._now = Synonyms()

    def synonyms(self) -> Synonyms:
        """What the files say now."""
        stamps = tuple(map(_stamp, self._files))
        with self._reading:
            if stamps != self._stamps:
                self._now = merged(map(_read, self._files))
                self._stamps = stamps
            return self._now

    def glossary(self) -> Synonyms:
        """The Japanese wordings of English terms."""
        return _read_glossary()


@cache
def _read_glossary() -> Synonyms:
    """The glossary, read once a process (0.2 s): it is the same for all libraries."""
    return _read(_GLOSSARY)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _read(path: Path) -> Synonyms:
    try:
        if path.stat().st_size > _LARGEST:
            return Synonyms(broken=(BrokenLine(str(path), 0, f"larger than {_LARGEST:,} bytes"),))
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Synonyms()
    except (OSError, UnicodeDecodeError) as error:
        return Synonyms(broken=(BrokenLine(str(path), 0, f"cannot be read as UTF-8 text: {error}"),))
    return read_synonyms(text.splitlines(), path.name)
