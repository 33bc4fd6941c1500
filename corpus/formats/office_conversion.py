"""A file of an older office format in, its text out: read by way of LibreOffice where it is installed."""

import struct
from dataclasses import dataclass

from corpus.formats.libreoffice import DOCX, PPTX, Target, convert, find_libreoffice
from corpus.formats.office_package import no_such_file
from corpus.formats.powerpoint.reading import read_powerpoint
from corpus.formats.word.reading import read_word
from corpus.formats.workbook.package import Package, open_package, part_bytes
from corpus.reader import MEGABYTE, FileText, Limits, Reader, UnreadableFile

OLD_WORD_FILES = (".doc", ".dot", ".rtf", ".odt")
OLD_POWERPOINT_FILES = (".ppt", ".pps", ".odp")
"""The suffixes of the older formats that are read through LibreOffice."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAMS = tuple(name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptedSummary"))
_SECTOR = 512
_WORD_DOCUMENT = b"\xec\xa5"  # MS-DOC 2.5.2 FibBase.wIdent; fEncrypted is bit 8 of the flags at 10
_FLAGS, _IS_ENCRYPTED = 10, 0x0100
_PASSWORD = "it is encrypted and needs a password"  # noqa: S105  # a reason, not a password


@dataclass(frozen=True, slots=True)
class _Family:
    """Older formats of one program: what today's are read by, and what each is called."""

    kind: str
    ole: str
    open_document: str
    media_type: str
    target: Target
    read: Reader


_WORD = _Family("Word", ".doc", ".odt", "application/vnd.oasis.opendocument.text", DOCX, read_word)
_POWERPOINT = _Family(
    "PowerPoint", ".ppt", ".odp", "application/vnd.oasis.opendocument.presentation", PPTX, read_powerpoint
)


def read_old_word(data: bytes, limits: Limits) -> FileText:
    """What `read_word` tells of the file as LibreOffice converts it. Raises UnreadableFile."""
    return _read(data, limits, _WORD)


def read_old_powerpoint(data: bytes, limits: Limits) -> FileText:
    """What `read_powerpoint` tells of the file as LibreOffice converts it. Raises UnreadableFile."""
    return _read(data, limits, _POWERPOINT)


def _read(data: bytes, limits: Limits, family: _Family) -> FileText:
    suffix = _suffix(data, limits, family)
    if suffix is None:  # today's format under an old name
        return family.read(data, limits)
    program = find_libreoffice()
    if program is None:
        raise UnreadableFile(
            f"{family.kind} files of an older format ({suffix}) are read through LibreOffice, "
            "which is not installed here"
        )
    return family.read(convert(program, data, suffix, family.target, limits), limits)


def _suffix(data: bytes, limits: Limits, family: _Family) -> str | None:
    """The suffix that fits the bytes, None for today's format. Raises UnreadableFile for what is neither."""
    if data.startswith(_OLE):
        if _is_encrypted(data):
            raise UnreadableFile(_PASSWORD)
        return family.ole
    if data.startswith(b"{\\rtf") and family is _WORD:
        return ".rtf"
    if not data.startswith(b"PK"):
        raise UnreadableFile(no_such_file(data, family.kind))
    package = open_package(data, limits)
    if "[Content_Types].xml" in package.parts:
        return None
    _check_open_document(package, family)
    return family.open_document


def _check_open_document(package: Package, family: _Family) -> None:
    media_type = part_bytes(package, "mimetype", _SECTOR).decode("ascii", "replace").strip()
    if not media_type.startswith(family.media_type):
        raise UnreadableFile(f"it is named as a {family.kind} file but is another zip package")
    if b"encryption-data" in part_bytes(package, "META-INF/manifest.xml", MEGABYTE):
        raise UnreadableFile(_PASSWORD)


def _is_encrypted(data: bytes) -> bool:
    """Whether an OLE file is encrypted: its streams' names or the flags of its Word document say so."""
    if any(name in data for name in _ENCRYPTED_STREAMS):
        return True
    for at in range(_SECTOR, len(data) - _FLAGS - 2, _SECTOR):
        if data.startswith(_WORD_DOCUMENT, at):
            return bool(struct.unpack_from("<H", data, at + _FLAGS)[0] & _IS_ENCRYPTED)
    return False
