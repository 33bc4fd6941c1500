"""Workbooks made by the tests: bytes of .xlsx files, with parts put in that openpyxl does not write."""

import io
import zipfile
from collections.abc import Callable, Mapping

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from corpus.formats.workbook.reading import read_workbook
from corpus.reader import FileText, Limits

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def workbook(*sheets: Callable[[Worksheet], None], names: tuple[str, ...] = ()) -> bytes:
    """A workbook whose sheets the given functions fill, named by `names` or Sheet1, Sheet2, ..."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, fill in enumerate(sheets, 1):
        fill(book.create_sheet(names[number - 1] if names else f"Sheet{number}"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def filled(*rows: tuple[object, ...]) -> Callable[[Worksheet], None]:
    """What fills a sheet with rows of values."""

    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(row)

    return fill


def with_parts(data: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """The package with parts added, or put in the place of those of the same name."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            if name not in parts:
                after.writestr(name, before.read(name))
        for name, part in parts.items():
            after.writestr(name, part)
    return out.getvalue()


def part_of(data: bytes, name: str) -> str:
    """A part of a package as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def relationships(*targets: tuple[str, str]) -> str:
    """The relations rId1, rId2, ... of a part: the last word of each one's kind, and its target."""
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{found}</Relationships>'


def shape(row: int, column: int, *paragraphs: str, identity: int = 2) -> str:
    """A shape that holds words, anchored at a row and a column from 0."""
    words = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in paragraphs)
    return (
        f"<xdr:twoCellAnchor><xdr:from><xdr:col>{column}</xdr:col><xdr:row>{row}</xdr:row></xdr:from>"
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{identity}" name="図形"/></xdr:nvSpPr>'
        f"<xdr:txBody>{words}</xdr:txBody></xdr:sp></xdr:twoCellAnchor>"
    )


def oval(first: tuple[int, int], last: tuple[int, int]) -> str:
    """An oval without words, from one row and column to another."""
    corners = "".join(
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:row>{row}</xdr:row></xdr:{name}>"
        for name, (row, column) in (("from", first), ("to", last))
    )
    return (
        f'<xdr:twoCellAnchor>{corners}<xdr:sp><xdr:spPr><a:prstGeom prst="ellipse"/></xdr:spPr></xdr:sp>'
        "</xdr:twoCellAnchor>"
    )


def drawing(*anchors: str) -> str:
    """The drawing of a sheet."""
    return f"<xdr:wsDr {_NAMES}>{''.join(anchors)}</xdr:wsDr>"


def read(data: bytes, limits: Limits | None = None) -> FileText:
    """What the reader finds."""
    return read_workbook(data, limits or Limits())


def texts(data: bytes) -> list[str]:
    """The text of each sheet, tabs as →."""
    return [page.text.replace("\t", "→") for page in read(data).pages]
