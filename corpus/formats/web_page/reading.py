"""A web page (.html, .htm, .xhtml, .mht) in, its text as one page out."""

import re

from lxml import etree, html

from corpus.formats.email_parts import take_apart
from corpus.formats.markup_blocks import Block, one_line, write_page
from corpus.formats.text_encodings import decode
from corpus.formats.web_page.walk import PageWalk
from corpus.reader import MEGABYTE, FileText, Limits, UnreadableFile

WEB_PAGES = (".html", ".htm", ".xhtml")
"""The suffixes of the web pages that are read."""
WEB_ARCHIVES = (".mht", ".mhtml")
"""The suffixes of web pages saved as one file (RFC 2557)."""
MOST_MEGABYTES = 64
_CHARSET = re.compile(rb"""<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_EMPTY_ELEMENT = re.compile(r"<(script|title|style|textarea|iframe|div|p|a|td)\b([^<>]*)/>", re.IGNORECASE)


def read_web_page(data: bytes, limits: Limits) -> FileText:
    """One page, `page_count` 0: a line for each paragraph, item and row of a table.

    Left out are scripts, what is hidden, menus (nav), and where the page has a main part also what stands
    above, below and beside it (header, footer, aside). Raises UnreadableFile.
    """
    return _write(decode_page(data))


def read_web_archive(data: bytes, limits: Limits) -> FileText:
    """The same of the web page that was saved as one file with its pictures. Raises UnreadableFile."""
    pages = [body.text for body in take_apart(data).bodies if body.markup]
    if not pages:
        raise UnreadableFile("it holds no web page")
    return _write(pages[0])


def decode_page(data: bytes) -> str:
    """The source of a page in the encoding that it declares, or that its bytes show. Raises
    UnreadableFile."""
    start = data[:_DECLARED_WITHIN]
    declared = _CHARSET.search(start) or _XML_ENCODING.search(start)
    return decode(data, declared[1].decode("ascii", "replace") if declared else None)


def _write(source: str) -> FileText:
    root = _parse(source)
    if root is None:
        raise UnreadableFile("it holds no text")
    title = root.find(".//title")
    name = one_line("".join(title.itertext())) if title is not None else None
    return write_page(PageWalk(root).blocks(), name)


def markup_blocks(source: str) -> list[Block]:
    """The lines, headings and tables of HTML. Raises UnreadableFile where it is too large or too deep."""
    root = _parse(source)
    return PageWalk(root).blocks() if root is not None else []


def _parse(source: str) -> html.HtmlElement | None:
    """The tree; None where there is nothing. The parser for HTML knows no entities of the file's own, and
    reaches for no other file."""
    if len(source) > MOST_MEGABYTES * MEGABYTE:
        raise UnreadableFile(f"it is larger than the {MOST_MEGABYTES} MiB that a web page may have")
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    if source.lstrip().startswith("<?xml"):
        source = _EMPTY_ELEMENT.sub(r"<\1\2></\1>", source)
    written = source.replace("\x00", "").encode("utf-8", errors="replace")
    try:
        root = etree.fromstring(written, parser) if written.strip() else None
    except etree.LxmlError:
        raise UnreadableFile("it is no web page that can be read") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableFile("it is nested too deeply to be read")
    return root
