"""Which pages of a file OCR is to read, and a file's text with those that it read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.formats.picture import PICTURES
from corpus.ocr.reasons import PICTURES_NOT_READ
from corpus.reader import FileText
from corpus.types import Page, Table

SCANNABLE = (".pdf", *PICTURES)
"""The suffixes of the files whose pages OCR can read."""


def waits_for_ocr(page: Page) -> bool:
    """Whether only OCR could read a page, or the pictures on it."""
    return page.read_by == "none" or page.reason == PICTURES_NOT_READ


def put_scanned(found: FileText, scanned: Sequence[Page]) -> FileText:
    """The text with the pages that OCR read in the place of those that were not read, labels kept.

    Where OCR found nothing either, a page keeps what text it had. What the pictures of a page with text say
    comes after its text.
    """
    by_number = {page.number: page for page in scanned}
    pages: list[Page] = []
    replaced: dict[int, tuple[Table, ...]] = {}
    for page in found.pages:
        read = by_number.get(page.number)
        if page.reason == PICTURES_NOT_READ and read is not None:
            pages.append(_with_pictures(page, read))
        elif page.read_by != "none" or read is None:
            pages.append(page)
        elif read.text or not page.text.strip():
            pages.append(replace(read, label=page.label, tables=()))
            replaced[page.number] = read.tables
        else:
            pages.append(replace(page, reason=read.reason or page.reason))
    return replace(
        found,
        pages=tuple(pages),
        headings=tuple(mark for mark in found.headings if mark.span.page not in replaced),
        tables=_with_scanned(found.tables, replaced),
    )


def _with_pictures(page: Page, read: Page) -> Page:
    """A page with text and what OCR read in its pictures."""
    if not read.text:
        return replace(page, reason=None)
    before = page.text if not page.text or page.text.endswith("\n") else page.text + "\n"
    boxes = (replace(box, start=box.start + len(before), end=box.end + len(before)) for box in read.boxes)
    return replace(page, text=before + read.text, boxes=(*page.boxes, *boxes), reason=None)


def _with_scanned(tables: Sequence[Table], replaced: Mapping[int, tuple[Table, ...]]) -> tuple[Table, ...]:
    """A file's tables, on the pages that were replaced those that OCR found; in the order of the pages."""
    kept = [table for table in tables if table.page not in replaced]
    return tuple(sorted([*kept, *(table for found in replaced.values() for table in found)], key=_page))


def _page(table: Table) -> int:
    return table.page
