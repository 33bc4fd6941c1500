"""A paragraph's text with its tabs and line breaks in; the lines that are told of it out."""

from itertools import pairwise

from corpus.formats.office_text import is_wide

_LEADER = "………"


def as_lines(text: str) -> str:
    """The text with a space in the place of each tab, since tabs part the cells of tables."""
    return "\n".join(map(_spaced, text.split("\n"))).strip("\n")


def as_one_line(text: str) -> str:
    """The same with a space in the place of each line break."""
    return " ".join(filter(None, (_spaced(line).strip(" 　") for line in text.split("\n"))))


def as_contents_entry(text: str) -> str:
    """A line of a table of contents: its heading, a leader in the place of the tab, its page."""
    heading, tab, page = text.rpartition("\t")
    if not tab or not heading.strip():
        return as_one_line(text)
    return f"{as_one_line(heading)}{_LEADER}{as_one_line(page)}"


def _spaced(line: str) -> str:
    """A tab beside Japanese becomes a full-width space, any other a half-width one."""
    pieces = line.split("\t")
    found = pieces[:1]
    for before, piece in pairwise(pieces):
        wide = not before or is_wide(before[-1]) or (piece != "" and is_wide(piece[0]))
        found += ["　" if wide else " ", piece]
    return "".join(found).rstrip()
