"""Files in, sha256 out; what has been hashed once is remembered until the file changes."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

READ_AT_ONCE = 1 << 20


def file_sha256(path: Path) -> str:
    """The sha256 of a file's content, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(READ_AT_ONCE):
            digest.update(block)
    return digest.hexdigest()


def remembered_sha256(path: Path, memory: Path) -> str:
    """The sha256 of a file; read again only if its size, time of change or place on the disk are others.

    `memory` is a folder for what is remembered. One that cannot be written costs time and nothing else.
    """
    status = path.stat()
    stamp = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
    note = memory / hashlib.sha256(str(path.resolve()).encode()).hexdigest()
    try:
        known = json.loads(note.read_text(encoding="utf-8"))
        if known["stamp"] == stamp:
            return str(known["sha256"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    digest = file_sha256(path)
    _remember(note, json.dumps({"stamp": stamp, "sha256": digest}))
    return digest


def combined_sha256(folder: Path, names: Iterable[str], memory: Path) -> str:
    """One hash over the names and contents of files of a folder, whatever the order they are given in."""
    digest = hashlib.sha256()
    for name in sorted(set(names)):
        digest.update(f"{name}\0{remembered_sha256(folder / name, memory)}\n".encode())
    return digest.hexdigest()


def _remember(note: Path, text: str) -> None:
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="utf-8", dir=note.parent, delete=False) as file:
            file.write(text)
        Path(file.name).replace(note)
    except OSError:
        return
