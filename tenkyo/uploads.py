"""Files that people bring in, the same files in a folder of the library out, where they can be indexed."""

import hashlib
import re
import threading
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpus.formats.archive.reading import OPENERS
from corpus.reader import MEGABYTE
from corpus.reading import READERS
from tenkyo.errors import TenkyoError
from tenkyo.settings import Settings

FOLDER = "uploads"
"""The folder of the data folder that uploaded files are in; it is indexed as any folder is."""

UNFINISHED = ".unfinished"
"""A file that is being written; listings pass over names that begin with a dot."""

SUFFIXES = tuple(sorted({*READERS, *OPENERS}))
"""The suffixes of the files that can be uploaded."""

MOST_NAME_BYTES = 200
"""The most bytes of a file's name in UTF-8: file systems allow 255, and a number may be added."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*\ud800-\udfff]')
"""Control characters, those that turn the direction of writing, and what names must not hold on Windows."""

_STORING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in the folder of uploads: its name there, the name it came with, the sha256 of its bytes."""

    name: str
    given: str
    sha256: str

    @property
    def renamed(self) -> bool:
        """Whether another file has the name that it came with."""
        return self.name != safe_name(self.given)


def uploads_folder(data: Path) -> Path:
    """Where the uploaded files of a library are."""
    return data / FOLDER


def uploaded_names(data: Path) -> Sequence[str]:
    """The names of all uploaded files."""
    folder = uploads_folder(data)
    return sorted(path.name for path in folder.iterdir() if _is_upload(path)) if folder.is_dir() else []


def check_upload(settings: Settings, name: str, size: int) -> None:
    """Raises TenkyoError where a file of that name and size, in bytes, cannot be taken in."""
    suffix = PurePosixPath(safe_name(name)).suffix.lower()
    if not settings.uploads:
        raise TenkyoError("the setting uploads is off", "文書の追加と削除は、管理者だけができる設定です。")
    if suffix not in SUFFIXES:
        raise TenkyoError(
            f"files named {suffix or name} are not read; read are {', '.join(SUFFIXES)}",
            f"この形式（{suffix or '拡張子なし'}）は読めません。",
        )
    if size > settings.limit_file_megabytes * MEGABYTE:
        raise TenkyoError(
            f"it is larger than the {settings.limit_file_megabytes:,} MiB that a file may have",
            f"大きすぎます（上限{settings.limit_file_megabytes:,} MiB）。",
        )
    if size == 0:
        raise TenkyoError("it is empty (0 bytes)", "空のファイルです。")


def store_upload(settings: Settings, name: str, content: bytes) -> Upload:
    """Keep a file under its own name, whole or not at all.

    A file of the same bytes and name is kept once. A different one of the same name gets a number, 報告書
    (2).pdf, so that no upload takes the place of another. Raises TenkyoError as `check_upload` does, and
    where it cannot be written.
    """
    check_upload(settings, name, len(content))
    folder = uploads_folder(settings.data)
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        with _STORING:
            folder.mkdir(parents=True, exist_ok=True)
            target = _free_place(folder, safe_name(name), sha256)
            if not target.exists():
                unfinished = folder / UNFINISHED
                unfinished.write_bytes(content)
                unfinished.replace(target)
    except OSError as error:
        raise TenkyoError(
            f"the upload {name} could not be written ({error.strerror or error})",
            f"保存できませんでした（{error.strerror or error}）。ディスクの空きを確かめてください。",
        ) from error
    return Upload(target.name, name, sha256)


def delete_upload(settings: Settings, name: str) -> None:
    """Delete an uploaded file. Raises TenkyoError where that is not allowed or there is none."""
    if not settings.uploads or name not in uploaded_names(settings.data):
        raise TenkyoError(f"there is no upload {name}", "そのファイルはありません。")
    (uploads_folder(settings.data) / name).unlink(missing_ok=True)


def uploads_among(data: Path, places: Iterable[str]) -> list[Path]:
    """Those of some places that are those of uploads, there or not."""
    folder = uploads_folder(data).resolve()
    return [path for path in map(Path, places) if path.parent == folder]


def safe_name(name: str) -> str:
    """The name of a file in one folder: no path, composed characters, nothing that hides it or what it is."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = _UNSAFE.sub("_", last).strip().lstrip(".~$").rstrip(". ")
    path = PurePosixPath(plain or "_")
    suffix = path.suffix if len(path.suffix.encode()) <= MOST_NAME_BYTES // 4 else ""
    stem = plain.removesuffix(suffix).encode()[: MOST_NAME_BYTES - len(suffix.encode())]
    return (stem.decode(errors="ignore").rstrip() or "_") + suffix


def _free_place(folder: Path, name: str, sha256: str) -> Path:
    """Where a file goes: where the same file is already, or the first place that is free."""
    path = PurePosixPath(name)
    number = 1
    while True:
        target = folder / (name if number == 1 else f"{path.stem} ({number}){path.suffix}")
        if not target.exists() or _hash(target) == sha256:
            return target
        number += 1


def _hash(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _is_upload(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not path.name.startswith(".")
