"""A Markdown file (.md) in, its text as one page out."""

import re

from markdown_it import MarkdownIt

from corpus.formats.markup_blocks import Block, TextLine, write_page
from corpus.formats.text_file import read_text
from corpus.formats.web_page.reading import markup_blocks
from corpus.reader import MEGABYTE, FileText, Limits, UnreadableFile

MARKDOWN_FILES = (".md", ".markdown")
"""The suffixes of the files that are read."""
MOST_MEGABYTES = 16
_MOST_NESTED = 100  # blocks nested more deeply would be left out
_FRONT_MATTER_LINE = re.compile(r"[ \t]*[\w-]+:|[ \t]|-[ \t]|$")
_MOST_FRONT_MATTER = 200
_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.MULTILINE)


def read_markdown(data: bytes, limits: Limits) -> FileText:
    """One page, `page_count` 0, with the text as a browser shows it: no marks, HTML in it read as such. What
    stands before the text (YAML front matter) is kept as lines. Raises UnreadableFile."""
    source = re.sub(r"\r\n?", "\n", read_text(data).lstrip("\ufeff"))
    if len(source) > MOST_MEGABYTES * MEGABYTE:
        raise UnreadableFile(f"it is larger than the {MOST_MEGABYTES} MiB that a Markdown file may have")
    front, source = _split_front_matter(source)
    title = _TITLE.search(front)
    blocks: list[Block] = [TextLine(line.strip()) for line in front.splitlines()]
    markdown = MarkdownIt("commonmark", {"maxNesting": _MOST_NESTED}).enable(["table", "strikethrough"])
    blocks += markup_blocks(markdown.render(source))
    return write_page(blocks, title[1].strip("\"' ") if title else None)


def _split_front_matter(source: str) -> tuple[str, str]:
    """What stands between the lines --- at the start, if it is YAML as programs put it, and the rest."""
    if not source.startswith("---\n"):
        return "", source
    front, mark, rest = source[4:].partition("\n---\n")
    lines = front.split("\n")
    if not mark or len(lines) > _MOST_FRONT_MATTER or not all(map(_FRONT_MATTER_LINE.match, lines)):
        return "", source
    return front, rest
