"""What one generation of the indexes was made with, and a checksum of each of its files."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from embeddings.types import Encoder
from index.errors import OldIndexesError, OtherEncoderError
from index.text.analysis import analyser_name

FILE_NAME = "manifest.json"

FORMAT = 3
"""Raised when the files of a generation take another form."""


@dataclass(frozen=True, slots=True)
class EncoderIdentity:
    """What tells one encoder's vectors from another's."""

    name: str
    dimension: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The form of the files, what made them, and the sha256 of each by its path in the folder."""

    format: int
    encoder: EncoderIdentity
    analyser: str
    files: dict[str, str]


def identify(encoder: Encoder) -> EncoderIdentity:
    """The identity of an encoder."""
    return EncoderIdentity(encoder.name, encoder.dimension, encoder.fingerprint)


def write_manifest(folder: Path, encoder: EncoderIdentity) -> str:
    """Write the manifest of all files in a folder, all of them pressed onto the disk; its own sha256."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not _is_lock(path))
    files = {path.relative_to(folder).as_posix(): checksum(path) for path in paths}
    manifest = Manifest(FORMAT, encoder, analyser_name(), files)
    target = folder / FILE_NAME
    target.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1), encoding="utf-8")
    for path in (*paths, target, *{path.parent for path in paths}, folder, folder.parent):
        press(path)
    return checksum(target)


def read_manifest(folder: Path, expected: str) -> Manifest:
    """The manifest of a folder, once it and every file it names are found whole.

    Raises FileNotFoundError where the folder is gone, OldIndexesError where a file is not as it was written.
    """
    path = folder / FILE_NAME
    if checksum(path) != expected:
        raise _damaged(path)
    record = json.loads(path.read_text(encoding="utf-8"))
    if record["format"] != FORMAT:
        raise OldIndexesError(
            f"the indexes in {folder.parent.parent} have format {record['format']} and this program needs "
            f"{FORMAT}; index again into the same folder to make them anew"
        )
    for name, expected_sum in record["files"].items():
        if not (folder / name).is_file():
            if folder.is_dir():
                raise _damaged(folder / name)
            raise FileNotFoundError(folder / name)
        if checksum(folder / name) != expected_sum:
            raise _damaged(folder / name)
    return Manifest(
        record["format"], EncoderIdentity(**record["encoder"]), record["analyser"], record["files"]
    )


def check_encoder(made_with: EncoderIdentity, encoder: Encoder) -> None:
    """Raise OtherEncoderError where vectors of the library and of the encoder cannot be compared."""
    if (made_with.fingerprint, made_with.dimension) != (encoder.fingerprint, encoder.dimension):
        raise OtherEncoderError(
            f"the library was made with the encoder {_described(made_with)}, this one is "
            f"{_described(identify(encoder))}: choose that encoder, or index into a new folder"
        )


def check_analyser(manifest: Manifest) -> None:
    """Raise OldIndexesError where the library's tokens were made in another way than a query's would be."""
    if manifest.analyser != analyser_name():
        raise OldIndexesError(
            f"the library's words were analysed with {manifest.analyser}, this program has "
            f"{analyser_name()}: index again into the same folder to make its indexes anew"
        )


def checksum(path: Path) -> str:
    """The sha256 of a file's bytes, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def press(path: Path) -> None:
    """Make sure that a file's or folder's contents are on the disk."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _described(encoder: EncoderIdentity) -> str:
    return f"{encoder.name} ({encoder.dimension} dimensions, {encoder.fingerprint[:12]})"


def _damaged(path: Path) -> OldIndexesError:
    return OldIndexesError(
        f"{path} is not as it was written; index again into the same folder to make the indexes anew"
    )


def _is_lock(path: Path) -> bool:
    return path.name.endswith(".lock")
