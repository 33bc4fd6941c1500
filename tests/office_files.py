"""Small Word and PowerPoint packages that the tests of their readers are run on."""

import io
import zipfile
from collections.abc import Mapping

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": _OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)


def word_file(body: str, main: str = "document", **parts: str) -> bytes:
    """A .docx with that body (the inside of w:body) and parts by kind: styles, numbering, footnotes, chart.

    A part is the inside of its root; the id of its relationship is its kind.
    """
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    roots = {
        "footnotes": "w:footnotes",
        "styles": "w:styles",
        "numbering": "w:numbering",
        "chart": "c:chartSpace",
        "diagramData": "dgm:dataModel",
    }
    members = {
        "word/document.xml": f"<w:{main} {_NAMESPACES}><w:body>{body}</w:body></w:{main}>",
        "word/_rels/document.xml.rels": _relationships(relations),
        **{
            f"word/{kind}.xml": f"<{roots[kind]} {_NAMESPACES}>{inside}</{roots[kind]}>"
            for kind, inside in parts.items()
        },
    }
    return package("word/document.xml", members)


def package(main: str, members: Mapping[str, str | bytes]) -> bytes:
    """A zip package whose main part is `main`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        relation = f'<Relationship Id="main" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
        made.writestr("_rels/.rels", _relationships(relation))
        for name, content in members.items():
            made.writestr(name, content)
    return buffer.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The package with one part put in the place of another, or added."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as given,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for member in given.namelist():
            if member != name:
                made.writestr(member, given.read(member))
        made.writestr(name, content)
    return buffer.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A w:p with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A w:r with one w:t."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _relationships(inside: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
