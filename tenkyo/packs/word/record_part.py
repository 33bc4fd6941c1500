"""The record inside a Word pack: a custom XML part (ECMA-376 part 1, 15.2.5), which office programs keep."""

from docx.document import Document
from docx.opc.part import Part
from lxml import etree

from tenkyo.packs.record import seal
from tenkyo.packs.types import Record

NAMESPACE = "urn:tenkyo:evidence-pack:1"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
PARTS = "/customXml/item%d.xml"


def add_record(document: Document, record: Record) -> None:
    """Puts the record with its checksum into the file."""
    sealed = seal(record)
    root = etree.Element(f"{{{NAMESPACE}}}pack", nsmap={None: NAMESPACE}, sha256=sealed.sha256)
    root.text = sealed.text
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = document.part.package
    document.part.relate_to(Part(package.next_partname(PARTS), "application/xml", data, package), RELATION)
