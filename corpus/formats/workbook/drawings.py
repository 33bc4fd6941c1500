"""A sheet of an .xlsx workbook in; the words that lie on it (text boxes, shapes, charts' titles, check boxes)
and its cells' notes out."""

from collections.abc import Iterator, Mapping

from corpus.formats.office_charts import chart_title, diagram_lines
from corpus.formats.office_package import Element, OfficePackage, part_xml, relation_id, relationships
from corpus.formats.workbook.grid import Place
from corpus.formats.workbook.sheets import cell_place
from corpus.formats.workbook.values import one_line

_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_LAST = 1 << 20
_REPLACED = "[Threaded comment]"
"""How the note begins that stands in for a thread of comments in programs that know none."""


def shape_lines(package: OfficePackage, part: str, controls: Mapping[str, str]) -> Iterator[str]:
    """The words on a sheet's shapes, a line for each paragraph: the shapes from top to bottom, then from left
    to right. `controls` are the relations of the sheet's form controls by the ids of their shapes; a check
    box begins with ☑ or ☐."""
    related = relationships(package, part)
    checked = {
        shape: state
        for shape, relation in controls.items()
        if relation in related and (state := _check_mark(package, related[relation].target))
    }
    for drawing in (one.target for one in related.values() if one.kind == "drawing"):
        root = part_xml(package, drawing)
        if root is None:
            continue
        parts = {identity: one.target for identity, one in relationships(package, drawing).items()}
        for anchor in sorted(root, key=_place):
            for shape in _shapes(anchor):
                yield from _lines(package, shape, parts, checked)


def circled_places(package: OfficePackage, part: str) -> set[Place]:
    """The middles of the ovals without words that are drawn on a sheet, around what was chosen: rows and
    columns from 0."""
    found: set[Place] = set()
    for drawing in (one.target for one in relationships(package, part).values() if one.kind == "drawing"):
        root = part_xml(package, drawing)
        for anchor in root if root is not None else ():
            shapes = list(_shapes(anchor))
            kinds = [one.get("prst") for shape in shapes for one in shape.iter(f"{_A}prstGeom")]
            if kinds != ["ellipse"] or any((text.text or "").strip() for text in anchor.iter(f"{_A}t")):
                continue
            first, last = _place(anchor, "from"), _place(anchor, "to")
            if max(first) < _LAST and max(last) < _LAST and last >= first:
                found.add(((first[0] + last[0]) // 2, (first[1] + last[1]) // 2))
    return found


def cell_notes(package: OfficePackage, part: str) -> dict[Place, list[str]]:
    """The notes (comments) of a sheet's cells by row and column, those of a thread in their order."""
    related = relationships(package, part)
    threads: dict[Place, list[str]] = {}
    notes: dict[Place, list[str]] = {}
    for one in related.values():
        if one.kind not in ("comments", "threadedComment"):
            continue
        root = part_xml(package, one.target)
        for comment in root.iter("{*}comment", "{*}threadedComment") if root is not None else ():
            place = cell_place(comment.get("ref", ""))
            text = one_line("".join(_note_pieces(comment)))
            if place is not None and text and not text.startswith(_REPLACED):
                (threads if one.kind == "threadedComment" else notes).setdefault(place, []).append(text)
    return notes | threads


def _note_pieces(comment: Element) -> Iterator[str]:
    for text in comment.iter("{*}t", "{*}text"):
        if not any(above.tag.endswith("}rPh") for above in text.iterancestors()):
            yield text.text or ""


def _place(anchor: Element, corner: str = "from") -> tuple[int, int]:
    """The row and the column, from 0, of a corner of what is anchored: where it begins, or ends (`to`)."""
    found = anchor.find(f"{_XDR}{corner}")
    told = [found.findtext(f"{_XDR}{name}", "0") if found is not None else "0" for name in ("row", "col")]
    row, column = (int(text) if text.isdigit() and len(text) < 9 else 0 for text in told)
    return row, column


def _shapes(anchor: Element) -> Iterator[Element]:
    """The shapes and frames of an anchor, those in groups too; of alternatives the first."""
    for element in anchor.iter(f"{_XDR}sp", f"{_XDR}graphicFrame"):
        if not any(above.tag == f"{_MC}Fallback" for above in element.iterancestors()):
            yield element


def _lines(
    package: OfficePackage, shape: Element, parts: Mapping[str, str], checked: Mapping[str, str]
) -> Iterator[str]:
    if shape.tag == f"{_XDR}graphicFrame":
        for chart in shape.iter(f"{_C}chart"):
            root = part_xml(package, parts.get(relation_id(chart), ""))
            if root is not None and (title := one_line(chart_title(root))):
                yield title
        for diagram in shape.iter(f"{_DGM}relIds"):
            data = part_xml(package, parts.get(relation_id(diagram, "dm"), ""))
            yield from diagram_lines(data) if data is not None else ()
        return
    name = next(shape.iter(f"{_XDR}cNvPr"), None)
    mark = checked.get(name.get("id", ""), "") if name is not None else ""
    for paragraph in shape.iter(f"{_A}p"):
        pieces = paragraph.iter(f"{_A}t", f"{_A}br")
        if text := one_line("".join("\n" if one.tag == f"{_A}br" else one.text or "" for one in pieces)):
            yield f"{mark} {text}" if mark else text
            mark = ""


def _check_mark(package: OfficePackage, part: str) -> str:
    """☑ or ☐ for a check box or an option button, nothing for any other control."""
    root = part_xml(package, part)
    if root is None or root.get("objectType") not in ("CheckBox", "Radio"):
        return ""
    return "☑" if root.get("checked") == "Checked" else "☐"
