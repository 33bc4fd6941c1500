"""A page in, its lines out."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from corpus.mapped_text import MappedText, mapped
from corpus.normalising import readable
from corpus.types import Page


@dataclass(frozen=True, eq=False)
class Line:
    """A line of a page: its place (`start` to `end`, line end included), to read, and how far it is
    indented.

    `indent` and `width` count half-width columns: a full-width character takes two, a tab counts as four.
    """

    page: int
    start: int
    end: int
    content: MappedText
    indent: int

    @property
    def text(self) -> str:
        """The line to read."""
        return self.content.text

    @cached_property
    def width(self) -> int:
        """The columns that the line takes without its indent."""
        return columns(self.text)

    @property
    def blank(self) -> bool:
        """Whether there is nothing on the line."""
        return not self.content.text


def split_lines(page: Page) -> tuple[Line, ...]:
    """The lines of a page, blank ones too; one after the other they cover its text."""
    lines = []
    start = 0
    for raw in page.text.splitlines(keepends=True):
        body = raw.lstrip(" \u3000\t\u00a0")
        content = readable(mapped(page, start, start + len(raw)))
        lines.append(
            Line(page.number, start, start + len(raw), content, columns(raw[: len(raw) - len(body)]))
        )
        start += len(raw)
    return tuple(lines)


def columns(text: str) -> int:
    """The half-width columns that a text takes."""
    if text.isascii():
        return len(text) + 3 * text.count("\t")
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if character == "\t":
        return 4
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def filled(lines: Iterable[Line]) -> list[Line]:
    """The lines that hold something."""
    return [line for line in lines if not line.blank]
