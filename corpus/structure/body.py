"""A parsed document in; its body's lines, and its contents apart from them, out."""

from dataclasses import dataclass
from functools import lru_cache

from corpus.legibility import is_legible
from corpus.normalising import squeeze
from corpus.structure.contents import Contents, find_contents
from corpus.structure.footnotes import find_footnotes
from corpus.structure.lines import Line, filled, split_lines
from corpus.structure.running_heads import find_running_lines
from corpus.structure.slides import is_slides
from corpus.structure.wrapping import full_widths, wraps_lines
from corpus.tables.places import lines_in_tables
from corpus.types import ParsedDocument


@dataclass(frozen=True, slots=True)
class Body:
    """`lines` are those of the body, blank ones too (they part paragraphs), without running heads, feet and
    contents.

    `footnotes` tells which of them hold footnotes, and whether one begins there; `full_widths` how many
    columns a full line has around each, 0 where lines are not wrapped; `in_tables` are the lines of tables
    whose cells the reader found.
    """

    lines: tuple[Line, ...]
    contents: Contents
    footnotes: dict[Line, bool]
    full_widths: dict[Line, int]
    in_tables: frozenset[Line] = frozenset()


@lru_cache(maxsize=2)
def find_body(parsed: ParsedDocument) -> Body:
    """The body of a document; pages with nothing legible have no part in it.

    The last document's body is kept, since sections and passages are made from it one after the other.
    """
    pages = [page for page in parsed.pages if page.text.strip() and is_legible(page.text)]
    lines = {page.number: split_lines(page) for page in pages}
    has_heads = parsed.document.page_count and not is_slides(parsed.document.path)
    running = find_running_lines(pages, lines) if has_heads else set()
    kept = [line for page in pages for line in lines[page.number] if line not in running]
    texts = {page.number: page.text for page in pages}
    marked = [
        (squeeze(texts[mark.span.page][mark.span.start : mark.span.end]), mark.span.page, mark.span.start)
        for mark in parsed.headings
        if mark.span.page in texts
    ]
    contents = find_contents(filled(kept), marked)
    on_pages = bool(parsed.document.page_count)
    body = tuple(line for line in kept if line not in contents.lines)
    widths = full_widths(body) if on_pages or wraps_lines(body) else [0] * len(body)
    notes = find_footnotes(body, on_pages)
    in_tables = lines_in_tables(parsed.tables, body)
    return Body(body, contents, notes, dict(zip(body, widths, strict=True)), in_tables)
