"""The bytes of an Office Open XML file (ECMA-376) in, its parts as XML trees out."""

import posixpath
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from lxml import etree

from corpus.formats.signatures import announced_format
from corpus.formats.workbook.package import Package, open_package, part_pieces
from corpus.reader import MEGABYTE, Limits, UnreadableFile

Element = Any
"""An element of an XML tree (lxml has no types of its own)."""
DAMAGED_XML = "its XML is damaged"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO 2.3.4: the stream of an encrypted package
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    b"wordprocessingml/main": b"wordprocessingml/2006/main",
    b"presentationml/main": b"presentationml/2006/main",
    b"drawingml/main": b"drawingml/2006/main",
    b"drawingml/chart": b"drawingml/2006/chart",
    b"drawingml/diagram": b"drawingml/2006/diagram",
    b"officeDocument/math": b"officeDocument/2006/math",
    b"officeDocument/relationships": b"officeDocument/2006/relationships",
}
"""ISO/IEC 29500-4: the namespaces that the strict form of the format names otherwise."""
_MOST_SHARE = 16  # a tree takes five to ten times the room of its XML
_KINDS = {
    "document": "a Word file",
    "presentation": "a PowerPoint file",
    "workbook": "an Excel workbook",
    "worksheet": "an Excel workbook",
}
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True, slots=True)
class OfficePackage:
    """A package of parts. `names` are the parts' names in it by the names that other parts call them by
    (lower case); `most_bytes` is the most that one XML part may have."""

    package: Package
    names: dict[str, str]
    most_bytes: int


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part is related to: the last word of the kind (footnotes, chart), and that part's name."""

    kind: str
    target: str


def open_office_package(data: bytes, kind: str, limits: Limits) -> OfficePackage:
    """The package of a file that is called `kind` (Word, PowerPoint). Raises UnreadableFile for one that is
    encrypted, damaged, of an older format or too large."""
    if data.startswith(OLE):
        if ENCRYPTED in data:
            raise UnreadableFile("it is encrypted and needs a password")
        raise UnreadableFile(f"it is named as a {kind} file of today's format but is an old Office file")
    if not data.startswith(b"PK"):
        raise UnreadableFile(no_such_file(data, kind))
    package = open_package(data, limits)
    names = {name.replace("\\", "/").lstrip("/").lower(): name for name in package.parts}
    return OfficePackage(package, names, limits.memory_megabytes * MEGABYTE // _MOST_SHARE)


def no_such_file(data: bytes, kind: str) -> str:
    """The reason given for bytes that are no file called `kind`: what they are instead, where that shows."""
    instead = announced_format(data)
    return (
        f"it is named as a {kind} file but is {instead}"
        if instead is not None
        else f"it is no {kind} file, or it is damaged"
    )


def part_xml(package: OfficePackage, name: str) -> Element | None:
    """The root of an XML part; None where there is no such part.

    Raises UnreadableFile for XML that is damaged or too large, or that declares a document type: office
    programs write none, and entities are declared in one.
    """
    data = _xml_bytes(package, name)
    if data is None:
        return None
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise UnreadableFile(DAMAGED_XML) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile("its XML declares a document type, which no office program writes")
    return root


def _xml_bytes(package: OfficePackage, name: str) -> bytes | None:
    """The bytes of an XML part with its namespaces in the transitional form; None where there is none."""
    found = bytearray()
    if name.lower() not in package.names:
        return None
    for piece in part_pieces(package.package, package.names[name.lower()]):
        found += piece
        if len(found) > package.most_bytes:
            raise UnreadableFile(
                f"one part of it has more than the {package.most_bytes // MEGABYTE} MiB of XML that are read"
            )
    data = bytes(found)
    for encoding in ("ascii", "utf-16-le", "utf-16-be"):
        if "<!DOCTYPE".encode(encoding) in data:
            raise UnreadableFile("its XML declares a document type, which no office program writes")
    if _STRICT in data:
        for strict, transitional in _TRANSITIONAL.items():
            data = data.replace(_STRICT + strict, b"http://schemas.openxmlformats.org/" + transitional)
    return data


def relationships(package: OfficePackage, part: str) -> dict[str, Relationship]:
    """What a part is related to inside the package, by the ids that it uses; "" is the package itself."""
    folder, name = posixpath.split(part)
    root = part_xml(package, posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, Relationship] = {}
    for relation in root.iter("{*}Relationship") if root is not None else ():
        target = unquote(relation.get("Target", ""))
        if relation.get("TargetMode") != "External" and target:
            joined = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            found[relation.get("Id", "")] = Relationship(kind, posixpath.normpath(joined))
    return found


def related(found: dict[str, Relationship], kind: str) -> str:
    """The name of the first part of that kind, empty where there is none."""
    return next((one.target for one in found.values() if one.kind == kind), "")


def main_part(package: OfficePackage, kind: str, root_name: str) -> tuple[str, Element]:
    """The name and root of the package's main part, whose root must have that local name.

    Raises UnreadableFile, with what it is instead, for a package of another kind.
    """
    name = related(relationships(package, ""), "officeDocument")
    root = part_xml(package, name) if name else None
    if root is None:
        raise UnreadableFile(f"it is named as a {kind} file but is another zip package, or it is damaged")
    local = etree.QName(root).localname
    if local != root_name:
        is_instead = _KINDS.get(local, "another Office file")
        raise UnreadableFile(f"it is named as a {kind} file but is {is_instead}")
    return name, root


def properties_title(package: OfficePackage) -> str | None:
    """The title in the file's properties, None where none is told."""
    name = related(relationships(package, ""), "core-properties")
    try:
        root = part_xml(package, name) if name else None
    except UnreadableFile:
        return None
    title = root.find("{http://purl.org/dc/elements/1.1/}title") if root is not None else None
    return " ".join((title.text or "").split()) or None if title is not None else None


def relation_id(element: Element, name: str = "id") -> str:
    """The id of the relationship that an element names by its attribute r:`name`."""
    return str(element.get(_RELATIONSHIPS + name, ""))


def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
