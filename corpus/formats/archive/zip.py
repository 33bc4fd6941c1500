"""A zip archive's bytes in, its members out."""

import functools
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

from corpus.formats.archive.members import Member
from corpus.reader import UnreadableFile

_PIECE = 256 * 1024
_ENCRYPTED = 0x1 | 0x40 | 0x2000  # APPNOTE 4.4.4: traditional, strong, and a masked directory
_IN_UTF_8 = 0x800
_LOCAL_HEADER = 30  # APPNOTE 4.3.7: the fixed part of a local file header
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAULTS = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    EOFError,
    OSError,
    struct.error,
    zlib.error,
)


def zip_members(data: bytes) -> list[Member]:
    """The files of a zip archive, in its order. Raises UnreadableFile where it is damaged or where entries
    share bytes, as those of a bomb do (D. Fifield, A better zip bomb, 2019)."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _FAULTS:
        raise UnreadableFile("it is no zip archive, or it is damaged") from None
    if _overlap(entries):
        raise UnreadableFile("files in it share the same bytes, as in a zip bomb")
    return [_member(archive, entry) for entry in entries if not _is_folder(entry)]


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            return True
        end = entry.header_offset + _LOCAL_HEADER + entry.compress_size
    return False


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    return entry.orig_filename.endswith(("/", "\\"))


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Member:
    pieces = functools.partial(_pieces, archive, entry)
    return Member(_name(entry), entry.compress_size, pieces, _refusal(entry))


def _refusal(entry: zipfile.ZipInfo) -> str | None:
    mode = stat.S_IFMT(entry.external_attr >> 16)
    if mode == stat.S_IFLNK:
        return "it is a link, and links in archives are not followed"
    if mode not in (0, stat.S_IFREG):
        return "it is not an ordinary file"
    if entry.flag_bits & _ENCRYPTED:
        return "it is encrypted and needs a password"
    if entry.compress_type not in _METHODS:
        return f"it is packed in a way that is not read (method {entry.compress_type})"
    return None


def _name(entry: zipfile.ZipInfo) -> str:
    """The name in the encoding that it was written in: zip tells UTF-8 by a flag and no other; Japanese
    Windows writes CP932, and macOS UTF-8 without the flag."""
    if entry.flag_bits & _IN_UTF_8:
        return entry.orig_filename
    written = entry.orig_filename.encode("cp437")
    for encoding in ("utf-8", "cp932"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.orig_filename


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        with archive.open(entry) as file:
            while piece := file.read(_PIECE):
                yield piece
    except _FAULTS:
        raise UnreadableFile("it is damaged in the archive") from None
