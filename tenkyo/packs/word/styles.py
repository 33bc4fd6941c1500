"""The look of a Word pack: A4, Japanese faces, headings, page numbers."""

from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tenkyo.packs.plain_text import clean

MINCHO, GOTHIC = "游明朝", "游ゴシック"
LATIN = "Century"
INK = RGBColor(0x1F, 0x23, 0x28)
QUIET = RGBColor(0x55, 0x5B, 0x63)
MARKED = "FFF2B3"
"""The ground of what is marked: dark text on it keeps its contrast, also printed in grey."""
SHADED = "F0F2F5"


def lay_out(document: Document, header: str, footer: str) -> None:
    """Sets the page, the styles, and the page's header and footer with the page number."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(22)
    section.header_distance = section.footer_distance = Mm(11)
    _set_style(document.styles["Normal"], MINCHO, 10.5)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    for name, size, before in (("Title", 18, 0), ("Heading 1", 13, 14), ("Heading 2", 11.5, 10)):
        style = document.styles[name]
        _set_style(style, GOTHIC, size, bold=True)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(5)
        style.paragraph_format.keep_with_next = True
        _drop_border(style)
    for part, text in ((section.header, header), (section.footer, footer)):
        paragraph = part.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        add_run(paragraph, text, size=8, colour=QUIET)
    section.footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_page_numbers(section.footer.paragraphs[0])


def turn_page(document: Document, *, wide: bool) -> bool:
    """Lets the page lie or stand from here on; whether a new page began for that."""
    now = document.sections[-1]
    if (now.orientation == WD_ORIENT.LANDSCAPE) == wide:
        return False
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = now.page_height, now.page_width
    return True


def add_run(
    paragraph: Any,
    text: str,
    *,
    size: float | None = None,
    bold: bool = False,
    colour: RGBColor | None = None,
    ground: str | None = None,
    face: str | None = None,
) -> Any:
    """Adds cleaned text to a paragraph, in its own look."""
    run = paragraph.add_run(clean(text))
    run.bold = bold or None
    if size is not None:
        run.font.size = Pt(size)
    if colour is not None:
        run.font.color.rgb = colour
    if face is not None:
        _set_faces(run.font, run._element.get_or_add_rPr(), face)
    if ground is not None:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", ground)):
            shade.set(qn(f"w:{name}"), value)
        run._element.get_or_add_rPr().append(shade)
    return run


def _set_style(style: Any, face: str, size: float, *, bold: bool = False) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = INK
    _set_faces(style.font, style.element.get_or_add_rPr(), face)


def _set_faces(font: Any, properties: Any, face: str) -> None:
    """Names the face for Japanese text too: Word takes another where `eastAsia` is left open."""
    font.name = face if face == GOTHIC else LATIN
    faces = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)
    faces.set(qn("w:eastAsia"), face)


def _drop_border(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _add_page_numbers(paragraph: Any) -> None:
    """Adds PAGE / NUMPAGES; each part of a field stands in a run of its own, in the same look."""
    for before, field in (("　　", "PAGE"), (" / ", "NUMPAGES")):
        add_run(paragraph, before, size=8, colour=QUIET)
        for kind, text in (("begin", ""), ("instrText", field), ("separate", ""), ("t", "1"), ("end", "")):
            run = add_run(paragraph, "", size=8, colour=QUIET)
            run._element.append(_field_part(kind, text))


def _field_part(kind: str, text: str) -> Any:
    element = OxmlElement(f"w:{kind}" if text else "w:fldChar")
    if text:
        element.text = text
    else:
        element.set(qn("w:fldCharType"), kind)
    return element
