"""A Word file (.docx, .docm) in, its text as one page out."""

from collections.abc import Iterable

from corpus.formats.office_package import (
    Element,
    OfficePackage,
    Relationship,
    main_part,
    open_office_package,
    part_xml,
    properties_title,
    related,
    relationships,
)
from corpus.formats.office_text import LARGE_PICTURES, PageText
from corpus.formats.word.blocks import Block, BlockReader, Grid, Paragraph
from corpus.formats.word.numbering import read_numbering
from corpus.formats.word.styles import read_styles
from corpus.formats.word.xml import W
from corpus.reader import FileText, Limits, UnreadableFile
from corpus.types import Page

WORD_FILES = (".docx", ".docm", ".dotx", ".dotm")
"""The suffixes of the Word files that are read."""


def read_word(data: bytes, limits: Limits) -> FileText:
    """One page, `page_count` 0 (where pages end is the printer's matter): a line for each paragraph with its
    printed number, a line for each row of a table, notes (※1) after the paragraph that calls them.

    Left out are headers and footers, comments, and what is hidden or deleted. Raises UnreadableFile.
    """
    try:
        return _read(open_office_package(data, "Word", limits))
    except RecursionError:
        raise UnreadableFile("it is nested too deeply to be read") from None


def _read(package: OfficePackage) -> FileText:
    name, root = main_part(package, "Word", "document")
    relations = relationships(package, name)
    styles = read_styles(_part(package, relations, "styles"))
    numbering = read_numbering(_part(package, relations, "numbering"), styles.lists)
    notes = {
        (kind, note.get(f"{W}id", "")): note
        for kind in ("footnote", "endnote")
        for note in _notes(_part(package, relations, f"{kind}s"), kind)
    }
    reader = BlockReader(package, relations, styles, numbering, notes)
    written = PageText(1)
    for body in root.iterchildren(f"{W}body"):
        _write(written, reader.blocks(body))
    text = written.text
    if not text.strip():
        raise UnreadableFile("it holds only pictures" if reader.pictures else "it holds no text")
    page = Page(1, None, text, "text", reason=LARGE_PICTURES if reader.large_pictures else None)
    return FileText((page,), 0, tuple(written.headings), tuple(written.tables), properties_title(package))


def _write(written: PageText, blocks: Iterable[Block]) -> None:
    after_note = False
    for block in blocks:
        is_note = isinstance(block, Paragraph) and block.note
        if after_note and not is_note:
            written.add("\n")  # or what follows would be taken for the note's
        after_note = is_note
        if isinstance(block, Grid):
            written.add_table(block.cells)
        elif block.level is not None:
            written.add_heading(block.text, block.level)
        else:
            written.add(f"{block.text}\n")


def _part(package: OfficePackage, relations: dict[str, Relationship], kind: str) -> Element | None:
    name = related(relations, kind)
    return part_xml(package, name) if name else None


def _notes(root: Element | None, kind: str) -> list[Element]:
    found = list(root.iterchildren(W + kind)) if root is not None else []
    return [note for note in found if note.get(f"{W}type", "normal") == "normal"]
