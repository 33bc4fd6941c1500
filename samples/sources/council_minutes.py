"""Minutes of Kirihara city's digital council as a Word document."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as WordParagraph

from samples.layout_blocks import Block, Heading, Text
from samples.sources.council_minutes_text import MEMBER_ROWS, MINUTES, SUMMARY_ROWS
from samples.sources.markup import parse_blocks
from samples.sources.office_files import FIXED_TIME, fix_times

TITLE = "令和5年度第3回桐原市デジタル推進審議会会議録"
BODY_FONT = "游明朝"
HEADING_FONT = "游ゴシック"


def write_council_minutes(path: Path) -> None:
    document = docx.Document()
    set_styles(document)
    set_page(document)
    document.add_paragraph(TITLE, style="Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_table(document, SUMMARY_ROWS, (3.2, 12.6), has_head=False)
    document.add_heading("出席者", level=2)
    add_table(document, MEMBER_ROWS, (2.2, 3.6, 8.0, 2.0), has_head=True)
    document.add_paragraph("事務局　総務部長、デジタル推進課長、情報基盤係長、行政改革係長ほか3人")
    for block in parse_blocks(MINUTES):
        add_block(document, block)
    add_signatures(document)
    set_properties(document)
    document.save(str(path))
    fix_times(path)


def add_block(document: Document, block: Block) -> None:
    match block:
        case Heading(level=level, text=text):
            document.add_heading(text, level=level)
        case Text(text=text):
            speaker, separator, words = text.partition("　")
            paragraph = document.add_paragraph()
            if separator and speaker.startswith("○"):
                paragraph.add_run(speaker).bold = True
                paragraph.add_run("　" + words)
            else:
                paragraph.add_run(text)
        case _:
            raise ValueError(f"no form for {block} in the minutes; supported: headings and paragraphs")


def add_table(
    document: Document, rows: tuple[tuple[str, ...], ...], widths: tuple[float, ...], has_head: bool
) -> None:
    """A ruled table; `widths` in centimetres."""
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    for number, row in enumerate(rows):
        cells = table.add_row().cells
        for cell, text, width in zip(cells, row, widths, strict=True):
            cell.width = Cm(width)
            cell.text = text
            if (has_head and number == 0) or (not has_head and cell is cells[0]):
                for run in cell.paragraphs[0].runs:
                    run.bold = True


def add_signatures(document: Document) -> None:
    document.add_paragraph()
    document.add_paragraph("この会議録は、会議の内容を要約したものである。")
    for words in ("会　長　　白　石　恒　彦", "署名委員　森　田　幸　子", "署名委員　奥　村　達　也"):
        document.add_paragraph(words).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def set_styles(document: Document) -> None:
    for name, font, size in (
        ("Normal", BODY_FONT, 10.5),
        ("Title", HEADING_FONT, 16),
        ("Heading 1", HEADING_FONT, 14),
        ("Heading 2", HEADING_FONT, 12),
        ("Heading 3", HEADING_FONT, 10.5),
    ):
        style = document.styles[name]
        if not isinstance(style, ParagraphStyle):
            raise TypeError(f"{name} is no paragraph style")
        style.font.name = font
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:eastAsiaTheme", "w:asciiTheme", "w:hAnsiTheme"):
            fonts.attrib.pop(qn(kind), None)
        fonts.set(qn("w:eastAsia"), font)


def set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.header.paragraphs[0].text = "桐原市デジタル推進審議会"
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_page_field(foot)


def add_page_field(paragraph: WordParagraph) -> None:
    """The field that Word replaces by the number of the page."""
    run = paragraph.add_run("- ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)
    paragraph.add_run(" -")


def set_properties(document: Document) -> None:
    properties = document.core_properties
    properties.title = TITLE
    properties.author = "桐原市総務部デジタル推進課"
    properties.last_modified_by = properties.author
    properties.comments = ""
    properties.created = properties.modified = FIXED_TIME
