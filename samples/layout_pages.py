"""The pages of one document: frames that leave room for footnotes, running heads, and printed numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from samples.layout_blocks import PaperDocument
from samples.layout_flowables import HeadingParagraph, NotedParagraph

Part = Literal["cover", "front", "body"]
NOTE_STYLE = ParagraphStyle(
    "", fontName="mincho", fontSize=8.5, leading=12, wordWrap="CJK", leftIndent=10, firstLineIndent=-10
)
RULE_ABOVE_NOTES = 3 * mm
TEMPLATES = {"cover": A4, "front": A4, "body-portrait": A4, "body-landscape": landscape(A4)}
ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


class NotedFrame(Frame):  # type: ignore[misc]  # reportlab has no types
    """A frame whose lower border rises by the height of the footnotes that its paragraphs bring."""

    def _reset(self) -> None:
        super()._reset()
        self._geom()
        self.notes: list[Paragraph] = []

    def _add(self, flowable: Flowable, canv: Any, trySplit: int = 0) -> int:  # noqa: N803  # reportlab's name
        notes = _note_paragraphs(flowable)
        rise = self._rise(notes)
        self._y1p += rise
        added: int = super()._add(flowable, canv, trySplit)
        if added:
            self.notes += notes
        else:
            self._y1p -= rise
        return added

    add = _add

    def split(self, flowable: Flowable, canv: Any) -> list[Flowable]:
        rise = self._rise(_note_paragraphs(flowable))
        self._y1p += rise
        parts: list[Flowable] = super().split(flowable, canv)
        self._y1p -= rise
        return parts

    def _rise(self, notes: list[Paragraph]) -> float:
        height: float = sum(note.wrap(self._aW, 10_000)[1] for note in notes)
        return height + (RULE_ABOVE_NOTES if notes and not self.notes else 0)

    def draw_notes(self, canv: Any) -> None:
        """Draws the page's footnotes under a short rule at the bottom of the frame."""
        if not self.notes:
            return
        x, y = self._x1, self._y1 + sum(note.wrap(self._aW, 10_000)[1] for note in self.notes)
        canv.setLineWidth(0.4)
        canv.line(x, y + 1.5 * mm, x + 55 * mm, y + 1.5 * mm)
        for note in self.notes:
            y -= note.wrap(self._aW, 10_000)[1]
            note.drawOn(canv, x, y)


def _note_paragraphs(flowable: Flowable) -> list[Paragraph]:
    if not isinstance(flowable, NotedParagraph):
        return []
    return [
        Paragraph(f'<super rise="3" size="6">{number}</super> {text}', NOTE_STYLE)
        for number, text in flowable.notes.items()
    ]


class PaperPages(BaseDocTemplate):  # type: ignore[misc]
    """Lays flowables out on pages and records in `labels` the printed page of each heading drawn."""

    def __init__(self, target: Any, document: PaperDocument, first_template: str) -> None:
        super().__init__(
            target, pagesize=A4, invariant=1, title=document.title, author=document.author,
            lang="ja", initialFontName="mincho", allowSplitting=1,
        )  # fmt: skip
        self.document = document
        self.labels: dict[str, str] = {}
        self.counts: dict[Part, int] = {"cover": 0, "front": 0, "body": 0}
        self.chapter = ""
        self.addPageTemplates([self._template(name, size) for name, size in TEMPLATES.items()])
        self._firstPageTemplateIndex = list(TEMPLATES).index(first_template)

    def _template(self, name: str, size: tuple[float, float]) -> PageTemplate:
        top, right, bottom, left = (margin * mm for margin in self.document.margins)
        frame = NotedFrame(left, bottom, size[0] - left - right, size[1] - top - bottom,
                           leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)  # fmt: skip
        return PageTemplate(name, [frame], pagesize=size, onPageEnd=_finish_page)

    def beforePage(self) -> None:  # noqa: N802  # reportlab's name
        part = self.part
        self.counts[part] += 1
        if self.document.page_labels:
            start = self.document.first_number if part == "body" else 1
            if self.counts[part] == 1:
                style: Mapping[Part, str] = {"cover": "ROMAN_UPPER", "front": "ROMAN_LOWER", "body": "ARABIC"}
                self.canv.addPageLabel(self.page - 1, style=style[part], start=start)

    @property
    def part(self) -> Part:
        part: Part = self.pageTemplate.id.split("-")[0]
        return part

    @property
    def label(self) -> str:
        """The number printed on the page being filled, or nothing."""
        match self.part:
            case "body":
                return str(self.counts["body"] + self.document.first_number - 1)
            case "front" if self.document.front_numbers == "roman":
                return ROMAN[self.counts["front"]]
            case _:
                return ""

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        if not isinstance(flowable, HeadingParagraph) or flowable.heading is None:
            return
        heading = flowable.heading
        if heading.level == 1:
            self.chapter = heading.text
        self.labels[heading.name] = self.label
        self.canv.bookmarkPage(heading.name)


def _finish_page(canv: Any, pages: PaperPages) -> None:
    """Draws what stands outside the text: footnotes, running head, printed number."""
    pages.frame.draw_notes(canv)
    document, (width, height) = pages.document, canv._pagesize
    top, right, bottom, left = (margin * mm for margin in document.margins)
    if pages.label:
        canv.setFont("mincho", 9.5)
        canv.drawCentredString(width / 2, bottom - 11 * mm, document.foot.format(pages.label))
    if pages.part != "body":
        return
    y = height - top + 7 * mm
    canv.setFont("gothic", 8)
    if document.running_head:
        canv.drawString(left, y, document.running_head)
    if document.chapter_head and pages.chapter:
        room = width - left - right - stringWidth(document.running_head, "gothic", 8) - 6 * mm
        canv.drawRightString(width - right, y, _shorten(pages.chapter, room))
    if document.running_head or document.chapter_head:
        canv.setLineWidth(0.4)
        canv.line(left, y - 1.5 * mm, width - right, y - 1.5 * mm)


def _shorten(text: str, room: float) -> str:
    while text and stringWidth(text, "gothic", 8) > room:
        text = text[:-2] + "…"
    return text
