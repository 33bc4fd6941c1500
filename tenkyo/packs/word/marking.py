"""A passage's text in a Word pack, with its marks, and what stands around it."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tenkyo.packs.word.styles import GOTHIC, MARKED, QUIET, add_run


def add_marked(document: Document, text: str, marks: Sequence[tuple[int, int]], *, label: str) -> None:
    """The text word for word under its label, a line at its side, its marks on a ground and bold."""
    named = document.add_paragraph()
    named.paragraph_format.space_before, named.paragraph_format.space_after = Pt(6), Pt(1)
    named.paragraph_format.keep_with_next = True
    add_run(named, label, size=9, bold=True, face=GOTHIC)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Mm(5)
    _draw_side(paragraph)
    at = 0
    for start, end in sorted(marks):
        if start < at or end > len(text):
            continue
        add_run(paragraph, text[at:start])
        add_run(paragraph, text[start:end], bold=True, ground=MARKED)
        at = end
    add_run(paragraph, text[at:])


def add_quiet(document: Document, text: str, form: str) -> None:
    """What stands around a passage, small and grey; nothing where there is nothing."""
    if not text.strip():
        return
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Mm(5)
    add_run(paragraph, form.format(text=" ".join(text.split())), size=8.5, colour=QUIET)


def _draw_side(paragraph: Any) -> None:
    borders = OxmlElement("w:pBdr")
    side = OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "8"), ("color", "C2571A")):
        side.set(qn(f"w:{name}"), value)
    borders.append(side)
    paragraph._p.get_or_add_pPr().append(borders)
