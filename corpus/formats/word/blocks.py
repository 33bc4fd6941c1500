"""A Word document's body in; its paragraphs and tables, as printed and in their order, out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from corpus.formats.office_charts import chart_cells, chart_title, diagram_lines
from corpus.formats.office_package import Element, OfficePackage, Relationship, part_xml
from corpus.formats.office_text import OfficeCell, joined_lines, joined_paragraphs
from corpus.formats.word.fields import Fields
from corpus.formats.word.lines import as_contents_entry, as_lines, as_one_line
from corpus.formats.word.numbering import Numbering
from corpus.formats.word.runs import Content, read_content
from corpus.formats.word.styles import BODY_LEVEL, ParagraphStyle, StyleSheet, with_properties
from corpus.formats.word.tables import table_cells
from corpus.formats.word.xml import MC, W, chosen_branch, is_on, value_of

_CONTAINERS = frozenset(
    W + name
    for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body", "txbxContent")
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its text as printed, its number before it; `level` from 1 where it is a heading."""

    text: str
    level: int | None = None
    note: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of two columns or more."""

    cells: tuple[OfficeCell, ...]


Block = Paragraph | Grid


@dataclass(slots=True)
class BlockReader:
    """Reads the blocks of a document: counts its lists and notes, follows its fields as it goes."""

    package: OfficePackage
    relations: dict[str, Relationship]
    styles: StyleSheet
    numbering: Numbering
    notes: dict[tuple[str, str], Element]
    pictures: int = 0
    large_pictures: int = 0
    _waiting: list[Paragraph] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _note_count: int = 0

    def blocks(self, story: Element) -> Iterator[Block]:
        """The blocks of the body; a note follows the paragraph or table that calls it."""
        fields = Fields()
        for block in self._blocks(story, fields):
            yield block
            yield from self._called_notes()
        yield from self._called_notes()

    def _called_notes(self) -> list[Paragraph]:
        called, self._waiting = self._waiting, []
        return called

    def _blocks(self, container: Element, fields: Fields) -> Iterator[Block]:
        before: list[str] = []  # paragraphs whose ends a tracked change deletes
        for child in _members(container):
            if child.tag == f"{W}tbl":
                yield from self._table(child, fields)
                continue
            properties = child.find(f"{W}pPr")
            style = self._style(properties)
            content = read_content(child, fields, style.hidden, self.styles.hidden_characters)
            self.pictures += content.pictures
            self.large_pictures += content.large_pictures
            before.append(content.text)
            if _is_marked(properties, "del") or _is_marked(properties, "moveFrom"):
                continue
            text = "".join(before)
            before.clear()
            self._take_notes(content)
            told = self._paragraph(text, style)  # a hidden one is not shown, but its list counts it
            if told.text or not _is_marked(properties, "vanish"):
                yield told
            yield from self._drawn(content)
        if text := "".join(before).strip():
            yield Paragraph(as_lines(text))

    def _style(self, properties: Element | None) -> ParagraphStyle:
        name = value_of(properties.find(f"{W}pStyle")) if properties is not None else ""
        style = self.styles.paragraph(name)
        if style.list_id is not None and style.list_level is None:
            level = self.numbering.level_of_style(style.list_id, name or self.styles.default)
            style = replace(style, list_level=level)
        return with_properties(style, properties) if properties is not None else style

    def _paragraph(self, text: str, style: ParagraphStyle) -> Paragraph:
        label = ""
        if style.list_id not in (None, "", "0"):
            label = self.numbering.next_label(style.list_id or "", style.list_level or 0)
        if not text.strip():
            return Paragraph("")
        if style.contents:
            return Paragraph(label + as_contents_entry(text))
        level = style.outline
        if level is None or not 0 <= level < BODY_LEVEL:
            return Paragraph(label + as_lines(text))
        return Paragraph(as_one_line(label + text), level + 1)

    def _take_notes(self, content: Content) -> None:
        for called in content.notes:
            element = self.notes.pop(called, None)
            if element is None:
                continue
            text = _joined(self._blocks(element, Fields()))
            self._note_count += 1
            if text:
                self._waiting.append(Paragraph(f"※{self._note_count}　{text}", note=True))

    def _drawn(self, content: Content) -> Iterator[Block]:
        for box in content.boxes:
            yield from self._blocks(box, Fields())
        for identity in content.charts:
            root = self._part_once(identity)
            if root is not None and (cells := chart_cells(root)):
                yield Paragraph(chart_title(root))
                yield Grid(cells)
        for identity in content.diagrams:
            root = self._part_once(identity)
            for line in diagram_lines(root) if root is not None else ():
                yield Paragraph(line)

    def _part_once(self, identity: str) -> Element | None:
        target = self.relations[identity].target if identity in self.relations else ""
        if not target or target in self._seen:
            return None
        self._seen.add(target)
        return part_xml(self.package, target)

    def _table(self, table: Element, fields: Fields) -> Iterator[Block]:
        """A table; one of a single column is a frame round its paragraphs, and these are told."""
        cells = table_cells(table)
        if len({cell.column for cell in cells}) < 2:
            for cell in cells:
                yield from self._blocks(cell.element, fields)
            return
        yield Grid(
            tuple(
                OfficeCell(
                    cell.row,
                    cell.column,
                    cell.rows,
                    cell.columns,
                    _joined(self._blocks(cell.element, fields)),
                )
                for cell in cells
            )
        )


def _members(container: Element) -> Iterator[Element]:
    """The paragraphs and tables directly in a container, those that are wrapped there too."""
    for child in container:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _CONTAINERS:
            if child.tag != f"{W}sdt" or not is_on(child.find(f"{W}sdtPr/{W}showingPlcHdr")):
                yield from _members(child)
        elif child.tag == f"{MC}AlternateContent":
            branch = chosen_branch(child)
            if branch is not None:
                yield from _members(branch)


def _is_marked(properties: Element | None, name: str) -> bool:
    """Whether the paragraph's end is deleted, moved away or hidden."""
    return properties is not None and is_on(properties.find(f"{W}rPr/{W}{name}"))


def _joined(blocks: Iterable[Block]) -> str:
    """The text of the blocks inside a cell or a note on one line."""
    return joined_paragraphs(
        joined_lines(block.text.split("\n"))
        if isinstance(block, Paragraph)
        else " ".join(cell.text for cell in block.cells if cell.text)
        for block in blocks
    )
