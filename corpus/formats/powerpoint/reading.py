"""A PowerPoint file (.pptx, .pptm, .ppsx) in, a page for each slide out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.formats.office_charts import chart_cells, chart_title, diagram_lines
from corpus.formats.office_package import (
    Element,
    OfficePackage,
    Relationship,
    main_part,
    open_office_package,
    part_xml,
    properties_title,
    related,
    relation_id,
    relationships,
)
from corpus.formats.office_text import LARGE_PICTURES, PageText, joined_lines
from corpus.formats.powerpoint.order import Place
from corpus.formats.powerpoint.shapes import (
    P,
    Shape,
    count_pictures,
    has_large_picture,
    placeholder_places,
    shows_number,
    slide_shapes,
)
from corpus.formats.powerpoint.tables import table_cells
from corpus.formats.powerpoint.text import A, body_lines
from corpus.formats.powerpoint.titles import title_of
from corpus.formats.word.xml import whole_number
from corpus.reader import FileText, Limits, UnreadableFile
from corpus.types import Page

POWERPOINT_FILES = (".pptx", ".pptm", ".ppsx", ".ppsm")
"""The suffixes of the PowerPoint files that are read."""
NOTES = "ノート"
"""The line that the speaker's notes stand under."""
HIDDEN = "（非表示のスライド）"
"""The line that a hidden slide begins with."""
_WIDTH, _HEIGHT = 9_144_000, 6_858_000  # English Metric Units, 10 by 7.5 inches: where no size is told
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"


def read_powerpoint(data: bytes, limits: Limits) -> FileText:
    """A page for each slide: its title as a heading, then its shapes in reading order, tables and charts as
    tables, the notes last. A slide of pictures alone, or a damaged one, is a page that could not be read.

    Raises UnreadableFile.
    """
    try:
        return _read(open_office_package(data, "PowerPoint", limits), limits)
    except RecursionError:
        raise UnreadableFile("it is nested too deeply to be read") from None


def _read(package: OfficePackage, limits: Limits) -> FileText:
    name, root = main_part(package, "PowerPoint", "presentation")
    relations = relationships(package, name)
    slides = [relations.get(relation_id(one)) for one in root.iterfind(f"{P}sldIdLst/{P}sldId")]
    if len(slides) > limits.pages:
        raise UnreadableFile(f"it has {len(slides):,} slides, and a file may have {limits.pages:,} pages")
    reader = _SlideReader(package, _slide_place(root), whole_number(root.get("firstSlideNum"), 1))
    written = [reader.page(number, slide) for number, slide in enumerate(slides, 1)]
    pages = tuple(page for page, _ in written)
    if not any(page.text or page.read_by == "none" for page in pages):
        raise UnreadableFile("its slides hold nothing" if pages else "it has no slides")
    headings = tuple(mark for _, text in written for mark in text.headings)
    tables = tuple(table for _, text in written for table in text.tables)
    return FileText(pages, len(pages), headings, tables, properties_title(package))


def _slide_place(presentation: Element) -> Place:
    size = presentation.find(f"{P}sldSz")
    if size is None:
        return Place(0, 0, _WIDTH, _HEIGHT)
    width, height = (whole_number(size.get(name), 0, 10 * _WIDTH) for name in ("cx", "cy"))
    return Place(0, 0, width or _WIDTH, height or _HEIGHT)


@dataclass(slots=True)
class _SlideReader:
    """Reads slides of one size, numbered from `first_number`; what their layouts say is read once each."""

    package: OfficePackage
    slide: Place
    first_number: int
    _places: dict[str, dict[tuple[str, str], Place]] = field(default_factory=dict)

    def page(self, number: int, slide: Relationship | None) -> tuple[Page, PageText]:
        """The page of one slide, labelled with its number where it shows that, and what was written on it."""
        written = PageText(number)
        try:
            root = part_xml(self.package, slide.target) if slide is not None else None
            if slide is None or root is None:
                raise UnreadableFile("the slide is missing in the file")
            relations = relationships(self.package, slide.target)
            self._write(written, root, relations)
        except UnreadableFile as refusal:
            return Page(number, None, "", "none", reason=refusal.reason), PageText(number)
        label = str(self.first_number + number - 1) if shows_number(root) else None
        text = written.text
        if text.strip():
            reason = LARGE_PICTURES if has_large_picture(root, self.slide) else None
            return Page(number, label, text, "text", reason=reason), written
        if count_pictures(root):
            return Page(number, label, "", "none", reason="the slide holds only pictures"), PageText(number)
        return Page(number, label, "", "blank"), PageText(number)

    def _write(self, written: PageText, root: Element, relations: dict[str, Relationship]) -> None:
        tree = root.find(f"{P}cSld/{P}spTree")
        shapes = slide_shapes(tree, self._inherited(relations)) if tree is not None else []
        notes = list(self._notes(relations))
        if root.get("show") in ("0", "false") and (shapes or notes):
            written.add(f"{HIDDEN}\n")
        title = title_of(shapes, self.slide.bottom)
        if title is not None:
            written.add_heading(joined_lines(body_lines(title.element)), 1)
        for shape in shapes:
            if shape is not title:
                self._write_shape(written, shape, relations)
        if notes:
            written.add("\n".join([NOTES, *notes, ""]))

    def _write_shape(self, written: PageText, shape: Shape, relations: dict[str, Relationship]) -> None:
        held = shape.element
        if held.tag == f"{P}txBody":
            written.add("".join(f"{line}\n" for line in body_lines(held)))
        for table in held.iterchildren(f"{A}tbl"):
            written.add_table(table_cells(table))
        for chart in held.iterchildren(_CHART):
            self._write_chart(written, self._related(relations, relation_id(chart)))
        for diagram in held.iterchildren(_DIAGRAM):
            data = self._related(relations, relation_id(diagram, "dm"))
            written.add("".join(f"{line}\n" for line in diagram_lines(data)) if data is not None else "")

    def _write_chart(self, written: PageText, chart: Element | None) -> None:
        if chart is not None and (cells := chart_cells(chart)):
            title = chart_title(chart)
            written.add(f"{title}\n" if title else "")
            written.add_table(cells)

    def _related(self, relations: dict[str, Relationship], identity: str) -> Element | None:
        return part_xml(self.package, relations[identity].target) if identity in relations else None

    def _notes(self, relations: dict[str, Relationship]) -> Iterator[str]:
        name = related(relations, "notesSlide")
        root = part_xml(self.package, name) if name else None
        tree = root.find(f"{P}cSld/{P}spTree") if root is not None else None
        for shape in slide_shapes(tree, {}) if tree is not None else ():
            if shape.element.tag == f"{P}txBody":
                yield from body_lines(shape.element)

    def _inherited(self, relations: dict[str, Relationship]) -> dict[tuple[str, str], Place]:
        """The places of the placeholders on the slide's layout, and on that one's master."""
        layout = related(relations, "slideLayout")
        if layout not in self._places:
            master = related(relationships(self.package, layout), "slideMaster") if layout else ""
            roots = [part_xml(self.package, name) for name in (layout, master) if name]
            trees = [root.find(f"{P}cSld/{P}spTree") for root in roots if root is not None]
            self._places[layout] = placeholder_places(tree for tree in trees if tree is not None)
        return self._places[layout]
