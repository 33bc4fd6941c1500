"""Names that an archive tells in, names that are safe to write below a folder out."""

import re
import unicodedata
from pathlib import PurePosixPath

MOST_NAME_BYTES = 255
"""The longest that one part of a path may be in UTF-8 (Linux; Windows allows 255 UTF-16 units)."""
MOST_PATH_BYTES = 1_000
MOST_FOLDERS = 32
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:")
_NOT_ON_WINDOWS = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
_PRINTED = 300


class RefusedName(Exception):  # noqa: N818  # said of the name, not of the program
    """A name that no file below the folder may have; its text is the sentence why."""


def safe_parts(name: str) -> tuple[str, ...]:
    """The parts of a member's path, made NFC, with what Windows allows in no name replaced by "_".

    Empty for a file that is passed over: hidden (a name that begins with a dot) or added by macOS. Raises
    RefusedName for a name that leads out of the folder, or that some system cannot write.
    """
    name = unicodedata.normalize("NFC", name.replace("\\", "/"))
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in name):
        raise RefusedName("its name holds characters that no file name may hold")
    if name.startswith("/") or _DRIVE.match(name):
        raise RefusedName("its name leads to a place outside the archive")
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if any(part.strip(" ") == ".." for part in parts):
        raise RefusedName("its name leads to a place outside the archive")
    if any(part.startswith(".") or part == "__MACOSX" for part in parts):
        return ()
    safe = tuple(part.translate(_NOT_ON_WINDOWS).rstrip(" .") for part in parts)
    _check(safe)
    return safe


def _check(parts: tuple[str, ...]) -> None:
    if not parts or not all(part.strip() for part in parts):
        raise RefusedName("it has no name")
    if any(_RESERVED.fullmatch(part.strip()) for part in parts):
        raise RefusedName("its name is one that Windows keeps for devices")
    if parts[-1].startswith("~$"):
        raise RefusedName("it is the lock file of an office program that has the document open")
    if any(len(part.encode()) > MOST_NAME_BYTES for part in parts):
        raise RefusedName(f"its name is longer than the {MOST_NAME_BYTES} bytes that a name may have")
    if len(parts) > MOST_FOLDERS or len("/".join(parts).encode()) > MOST_PATH_BYTES:
        raise RefusedName("its path is too long")


def printable(name: str) -> str:
    """A refused name as it can be shown: control characters as U+FFFD, cut where it is very long."""
    shown = "".join(c if unicodedata.category(c) not in ("Cc", "Cs") else "\ufffd" for c in name[:_PRINTED])
    return shown.strip("/") or "\ufffd"


class PlacedNames:
    """The places that are taken below one folder, told apart as Windows and macOS do: without case."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()
        self._numbers: dict[str, int] = {}

    def file(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """A free place for a file: `parts`, with " (2)" and so on after the name where it is taken.

        Raises RefusedName where a folder on the way has the name of a file, or the name is too long.
        """
        for depth in range(1, len(parts)):
            folder = _key(parts[:depth])
            if folder in self._files:
                raise RefusedName("its folder has the name of another file")
            self._folders.add(folder)
        wanted = _key(parts)
        placed = parts
        while _key(placed) in self._files or _key(placed) in self._folders:
            number = self._numbers[wanted] = self._numbers.get(wanted, 1) + 1
            name = PurePosixPath(parts[-1])
            placed = (*parts[:-1], f"{name.stem} ({number}){name.suffix}")
        _check(placed)
        self._files.add(_key(placed))
        return placed

    def make_folder(self, parts: tuple[str, ...]) -> None:
        """Makes the place of a file that of a folder."""
        self._files.discard(_key(parts))
        self._folders.add(_key(parts))


def _key(parts: tuple[str, ...]) -> str:
    return "/".join(parts).casefold()
