"""A described document in, its PDF out.

    from samples.layout import Heading, PaperDocument, Table, Text, write_pdf
    write_pdf(PaperDocument(title="…", body=(Heading(1, "第1章　総則"), Text("…"))), path)

In: cover, front and body pages with a printed number that differs from the page of the file; running heads and
page feet; headings of six levels; paragraphs with kinsoku line breaks; footnotes at the bottom of their page; ruled tables
whose heads come again; frames; contents pages and `{page:key}` references with true printed pages; pages turned to
landscape; PDF page labels. The bytes depend on the description and the fonts alone.
Out: footnotes inside tables, floating figures, columns, vertical writing.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from reportlab.platypus import Flowable, NextPageTemplate
from reportlab.platypus import PageBreak as NewPage

from samples.layout_blocks import (
    Block,
    Box,
    Contents,
    Heading,
    PageBreak,
    PaperDocument,
    Space,
    Table,
    Text,
    Turn,
    split_items,
    split_paragraphs,
    split_rows,
)
from samples.layout_flowables import FlowableMaker
from samples.layout_fonts import register_fonts
from samples.layout_pages import PaperPages

__all__ = [
    "Block", "Box", "Contents", "Heading", "PageBreak", "PaperDocument", "Space", "Table", "Text", "Turn",
    "split_items", "split_paragraphs", "split_rows", "write_pdf",
]  # fmt: skip

PASSES = 6


def write_pdf(document: PaperDocument, path: Path) -> None:
    """Writes the PDF of a document, laid out again until every page named in it is the page it stands on.

    Raises RuntimeError where that does not come to rest.
    """
    register_fonts()
    labels: Mapping[str, str] = {}
    for _ in range(PASSES):
        target = BytesIO()
        found = _lay_out(document, labels, target)
        if found == labels:
            path.write_bytes(target.getvalue())
            return
        labels = found
    raise RuntimeError(f"the page numbers of {document.title} did not come to rest in {PASSES} passes")


def _lay_out(document: PaperDocument, labels: Mapping[str, str], target: BytesIO) -> Mapping[str, str]:
    """Writes one pass to `target` and returns heading name to printed page, as this pass has them."""
    parts = _parts(document)
    pages = PaperPages(target, document, first_template=next(iter(parts)))
    maker = FlowableMaker(document, labels)
    story: list[Flowable] = []
    for template, blocks in parts.items():
        if story:
            story += [NextPageTemplate(template), NewPage()]
        maker.turned = template == "body-landscape"
        story += _part_story(blocks, document, maker)
    pages.build(story)
    return pages.labels


def _parts(document: PaperDocument) -> dict[str, tuple[Block, ...]]:
    """The blocks of the parts that the document has, by the template they begin on."""
    body = "body-landscape" if document.landscape else "body-portrait"
    parts = {"cover": document.cover, "front": document.front, body: document.body}
    return {template: blocks for template, blocks in parts.items() if blocks}


def _part_story(blocks: tuple[Block, ...], document: PaperDocument, maker: FlowableMaker) -> list[Flowable]:
    story: list[Flowable] = []
    for block in blocks:
        begins = isinstance(block, Heading) and block.level == 1 and document.chapters_begin_pages
        if begins and story and not isinstance(story[-1], NewPage):
            story.append(NewPage())
        if isinstance(block, Turn):
            maker.turned = block.to == "landscape"
        story += maker.make(block)
    return story
