"""The bytes of a workbook's zip package in, its parts in bounded pieces out."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.reader import MEGABYTE, Limits, UnreadableFile

_MOST_PARTS = 20_000
_PIECE = MEGABYTE
_LOCAL_HEADER = 30  # APPNOTE 4.3.7: fixed part of a local file header; name and extra field lengths at 26
_MEDIA = ("xl/media/", "word/media/", "ppt/media/", "Pictures/", "Thumbnails/")
_DAMAGED = "its zip package is damaged"


@dataclass(frozen=True, slots=True)
class Package:
    """A zip package: its bytes and what its directory tells of each part, by name."""

    data: bytes
    parts: dict[str, zipfile.ZipInfo]


def open_package(data: bytes, limits: Limits) -> Package:
    """The package, once all that will be read of it is known to unpack to half the memory at most.

    What the directory says of sizes is not believed: the parts are unpacked piece by piece and counted.
    Raises UnreadableFile.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OSError):
        raise UnreadableFile(_DAMAGED) from None
    if len(listed) > _MOST_PARTS:
        raise UnreadableFile(f"its package has {len(listed):,} parts, and a file may have {_MOST_PARTS:,}")
    package = Package(data, {part.filename: part for part in listed})
    left = limits.memory_megabytes * MEGABYTE // 2
    for part in listed:
        if part.filename.startswith(_MEDIA):
            continue
        for piece in _pieces(data, part):
            left -= len(piece)
            if left < 0:
                raise UnreadableFile(
                    f"it unpacks to more than the {limits.memory_megabytes // 2} MiB that one file may take"
                )
    return package


def part_pieces(package: Package, name: str) -> Iterator[bytes]:
    """The unpacked bytes of a part in pieces of up to a mebibyte; none where there is no such part."""
    part = package.parts.get(name)
    return _pieces(package.data, part) if part is not None else iter(())


def part_bytes(package: Package, name: str, most: int) -> bytes:
    """The unpacked bytes of a part; none where it is absent or larger than `most`."""
    found = bytearray()
    for piece in part_pieces(package, name):
        found += piece
        if len(found) > most:
            return b""
    return bytes(found)


def _pieces(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    if part.flag_bits & 1:
        raise UnreadableFile("it is encrypted and needs a password")
    head = data[part.header_offset : part.header_offset + _LOCAL_HEADER]
    if len(head) < _LOCAL_HEADER or head[:4] != b"PK\x03\x04":
        raise UnreadableFile(_DAMAGED)
    name, extra = struct.unpack("<HH", head[26:30])
    start = part.header_offset + _LOCAL_HEADER + name + extra
    packed = memoryview(data)[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        for at in range(0, len(packed), _PIECE):
            yield bytes(packed[at : at + _PIECE])
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        yield from _inflated(packed)
    else:
        raise UnreadableFile("its package is packed in a way that office programs do not use")


def _inflated(packed: memoryview) -> Iterator[bytes]:
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), _PIECE):
            yield inflating.decompress(packed[at : at + _PIECE], _PIECE)
            while inflating.unconsumed_tail:
                yield inflating.decompress(inflating.unconsumed_tail, _PIECE)
    except zlib.error:
        raise UnreadableFile(_DAMAGED) from None
