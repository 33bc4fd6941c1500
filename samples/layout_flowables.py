"""A block and the printed pages known so far in, reportlab flowables out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    NextPageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Table as RuledTable

from samples.layout_blocks import (
    Block,
    Box,
    Contents,
    Face,
    Heading,
    PageBreak,
    PaperDocument,
    Space,
    Table,
    Text,
    TextStyle,
    Turn,
)

FOOTNOTE = re.compile(r"\^\[(.+?)\]")
STRONG = re.compile(r"\*\*(.+?)\*\*")
PAGE_OF = re.compile(r"\{page:(.+?)\}")
PAGE_UNKNOWN = "00"
HEADING_SIZES = {1: 15, 2: 13, 3: 11.5, 4: 10.5, 5: 10.5, 6: 10.5}
HEADING_INDENTS = {1: 0, 2: 0, 3: 1, 4: 1.5, 5: 2, 6: 2.5}
ROOM_BELOW_HEADING = {1: 60 * mm, 2: 50 * mm, 3: 42 * mm, 4: 32 * mm, 5: 26 * mm, 6: 26 * mm}
CELL_ALIGN = {"l": TA_LEFT, "c": TA_CENTER, "r": TA_RIGHT}
HEAD_GREY = colors.Color(0.9, 0.9, 0.9)
TEXT_INDENTS: Mapping[TextStyle, tuple[float, float]] = {
    "body": (0, 1), "plain": (0, 0), "item": (2, -1), "subitem": (3.5, -1), "note": (2, -1),
}  # fmt: skip
"""Left and first-line indents, in characters."""


class NotedParagraph(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph that knows its footnotes, by number; a part split off keeps those whose numbers stand in it."""

    notes: Mapping[str, str] = {}

    def split(self, width: float, height: float) -> list[Flowable]:
        parts: list[Flowable] = super().split(width, height)
        for part in parts:
            raised = {frag.text for frag in part.frags if getattr(frag, "rise", 0)}
            part.notes = {number: text for number, text in self.notes.items() if number in raised}
        return parts


class HeadingParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph that is a heading; the page template reads `heading` when it has been drawn."""

    heading: Heading | None = None


class ContentsLine(Flowable):  # type: ignore[misc]
    """A heading, dotted leaders and its printed page, on one line (two where the heading is long)."""

    def __init__(self, heading: Heading, label: str, face: Face, size: float) -> None:
        super().__init__()
        self.heading, self.label, self.face, self.size = heading, label, face, size

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        self.indent = (self.heading.level - 1) * 1.2 * self.size
        room = width - self.indent - stringWidth(f"……{self.label}", self.face, self.size)
        self.lines = list(_cut_lines(self.heading.text, room, self.face, self.size))
        return width, len(self.lines) * self.size * 1.75

    def draw(self) -> None:
        leading = self.size * 1.75
        self.canv.setFont(self.face, self.size)
        for number, line in enumerate(self.lines):
            y = (len(self.lines) - 1 - number) * leading + self.size * 0.4
            self.canv.drawString(self.indent, y, line)
        start = self.indent + stringWidth(self.lines[-1], self.face, self.size)
        dots = _leaders(
            self.width - start - stringWidth(self.label, self.face, self.size), self.face, self.size
        )
        self.canv.drawRightString(self.width, self.size * 0.4, dots + self.label)
        self.canv.linkAbsolute("", self.heading.name, (0, 0, self.width, leading), thickness=0)


def _leaders(room: float, face: Face, size: float) -> str:
    return "…" * max(1, int(room / stringWidth("…", face, size) - 0.3))


def _cut_lines(text: str, room: float, face: Face, size: float) -> Iterator[str]:
    line = ""
    for character in text:
        if line and stringWidth(line + character, face, size) > room:
            yield line
            line = ""
        line += character
    yield line


@dataclass(slots=True)
class FlowableMaker:
    """Turns one document's blocks into flowables, counting footnotes as it goes."""

    document: PaperDocument
    labels: Mapping[str, str]
    """Heading name to printed page, as far as the pass before this one found them."""
    notes_so_far: int = 0
    turned: bool = False
    """Whether the pages being filled are landscape."""

    def make(self, block: Block) -> list[Flowable]:
        match block:
            case Heading():
                return self._heading(block)
            case Text():
                return [self._text(block)]
            case Table():
                return self._table(block)
            case Box():
                return [self._box(block)]
            case Contents():
                return self._contents(block)
            case Space(height):
                return [Spacer(1, height * mm)]
            case PageBreak():
                return [NewPage()]
            case Turn(to):
                return [NextPageTemplate(f"body-{to}"), NewPage()]

    def markup(self, text: str) -> str:
        """`text` in reportlab's own markup, its pages filled in. Raises ValueError for a footnote outside a Text."""
        if note := FOOTNOTE.search(text):
            raise ValueError(f"only a Text can carry a footnote, not {text[: note.start()]!r}")
        filled = PAGE_OF.sub(lambda match: self.labels.get(match[1], PAGE_UNKNOWN), text)
        strong = STRONG.sub(r'<font name="gothic">\1</font>', escape(filled, quote=False))
        return strong.replace("\n", "<br/>")

    def _style(self, size: float, leading: float, face: Face | None = None, **more: object) -> ParagraphStyle:
        name = face or self.document.face
        return ParagraphStyle(
            "", fontName=name, fontSize=size, leading=size * leading, wordWrap="CJK", **more
        )

    def _heading(self, block: Heading) -> list[Flowable]:
        size = HEADING_SIZES[block.level] * self.document.size / 10.5
        style = self._style(
            size, 1.45, "gothic", leftIndent=HEADING_INDENTS[block.level] * self.document.size,
            spaceBefore=size * (1.1 if block.level < 4 else 0.6), spaceAfter=size * (0.8 if block.level < 3 else 0.4),
        )  # fmt: skip
        paragraph = HeadingParagraph(self.markup(block.text), style)
        paragraph.heading = block
        return [CondPageBreak(ROOM_BELOW_HEADING[block.level]), paragraph]

    def _text(self, block: Text) -> Flowable:
        notes: dict[str, str] = {}
        parts = []
        for index, part in enumerate(FOOTNOTE.split(block.text)):
            if index % 2:
                self.notes_so_far += 1
                notes[str(self.notes_so_far)] = self.markup(part)
                parts.append(f'<super rise="4" size="6.5">{self.notes_so_far}</super>')
            else:
                parts.append(self.markup(part))
        paragraph = NotedParagraph("".join(parts), self._text_style(block.style))
        paragraph.notes = notes
        return paragraph

    def _text_style(self, style: TextStyle) -> ParagraphStyle:
        size = self.document.size
        match style:
            case "center" | "right":
                return self._style(
                    size, 1.7, alignment=TA_CENTER if style == "center" else TA_RIGHT, spaceAfter=2
                )
            case "large":
                return self._style(size * 2, 1.6, "gothic", alignment=TA_CENTER, spaceAfter=6)
            case "lead":
                return self._style(size * 1.35, 1.6, "gothic", alignment=TA_CENTER, spaceAfter=4)
            case _:
                left, first = TEXT_INDENTS[style]
                size = size * 0.9 if style == "note" else size
                return self._style(
                    size, 1.7, leftIndent=left * size, firstLineIndent=first * size, spaceAfter=4
                )

    def _table(self, block: Table) -> list[Flowable]:
        around: list[Flowable] = []
        if block.caption or block.unit:
            around.append(CondPageBreak(30 * mm))
        if block.caption:
            around.append(
                Paragraph(self.markup(block.caption), self._style(9.5, 1.5, "gothic", spaceBefore=6))
            )
        if block.unit:
            around.append(Paragraph(self.markup(block.unit), self._style(8.5, 1.4, alignment=TA_RIGHT)))
        around.append(self._ruled(block))
        if block.source:
            around.append(Paragraph(self.markup(block.source), self._style(8.5, 1.5, spaceAfter=6)))
        around.append(Spacer(1, 7))
        return around

    def _ruled(self, block: Table) -> Flowable:
        columns = max(len(row) for row in block.rows)
        shares = block.widths or (1.0,) * columns
        widths = [self.line_width() * share / sum(shares) for share in shares]
        align = block.align or "l" * columns
        rows = [
            [self._cell(cell, "c" if number < block.head_rows else align[column], block, number < block.head_rows)
             for column, cell in enumerate(row)]
            for number, row in enumerate(block.rows)
        ]  # fmt: skip
        commands: list[tuple[object, ...]] = [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("VALIGN", (0, 0), (-1, block.head_rows - 1), "MIDDLE"),
            ("VALIGN", (0, block.head_rows), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 5),
            ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ]  # fmt: skip
        if block.head_rows:
            commands.append(("BACKGROUND", (0, 0), (-1, block.head_rows - 1), HEAD_GREY))
        commands += [("SPAN", (left, top), (right, bottom)) for left, top, right, bottom in block.spans]
        return RuledTable(rows, colWidths=widths, repeatRows=block.head_rows, style=commands, spaceBefore=2)

    def _cell(self, text: str, align: str, block: Table, head: bool) -> Flowable:
        style = self._style(block.size, 1.35, "gothic" if head else None, alignment=CELL_ALIGN[align])
        return Paragraph(self.markup(text), style)

    def _box(self, block: Box) -> Flowable:
        style = self._style(self.document.size * 0.95, 1.6)
        title = self._style(self.document.size, 1.5, "gothic")
        rows = [[Paragraph(self.markup(text), style)] for text in block.paragraphs]
        if block.title:
            rows.insert(0, [Paragraph(self.markup(block.title), title)])
        commands = [("BOX", (0, 0), (-1, -1), 0.8, colors.black), ("LEFTPADDING", (0, 0), (-1, -1), 8),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 8), ("TOPPADDING", (0, 0), (-1, -1), 2)]  # fmt: skip
        return RuledTable(rows, colWidths=[self.line_width()], style=commands, spaceBefore=6, spaceAfter=8)

    def _contents(self, block: Contents) -> list[Flowable]:
        lines: list[Flowable] = []
        if block.title:
            lines.append(
                Paragraph(block.title, self._style(15, 2, "gothic", alignment=TA_CENTER, spaceAfter=8))
            )
        for heading in self.document.body:
            if isinstance(heading, Heading) and heading.in_contents and heading.level <= block.depth:
                label = self.labels.get(heading.name, PAGE_UNKNOWN)
                face: Face = "gothic" if heading.level == 1 else self.document.face
                lines.append(ContentsLine(heading, label, face, 10 if heading.level < 3 else 9.5))
        return lines

    def line_width(self) -> float:
        """The width of a line in points, on the pages that are being filled."""
        _, right, _, left = self.document.margins
        width: float = ((297 if self.turned else 210) - right - left) * mm
        return width
