"""The words in which a paper document is described; nothing here knows how it is drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

HeadingLevel = Literal[1, 2, 3, 4, 5, 6]
TextStyle = Literal["body", "plain", "item", "subitem", "note", "center", "right", "large", "lead"]
Face = Literal["mincho", "gothic"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is 第1章, 2 is 1, 3 is (1), 4 is ア, 5 is (ア), 6 is ①.

    `key` names it for `{page:key}` in any other text; without one its own text is the name.
    """

    level: HeadingLevel
    text: str
    key: str = ""
    in_contents: bool = True

    @property
    def name(self) -> str:
        return self.key or self.text


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `^[...]` in it is a footnote, `**...**` is set in Gothic, `{page:key}` is a printed page."""

    text: str
    style: TextStyle = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table whose first `head_rows` rows are heads and come again on each page it runs over.

    `widths` are proportions of the line; `align` has one of l, c, r a column; `spans` are
    (first column, first row, last column, last row), counted from 0.
    """

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    caption: str = ""
    unit: str = ""
    source: str = ""
    align: str = ""
    head_rows: int = 1
    size: float = 9
    spans: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """Paragraphs inside a frame, under a title where one is given."""

    paragraphs: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """A list of the headings down to `depth` with dotted leaders and their printed pages."""

    depth: int = 3
    title: str = "目　　次"


@dataclass(frozen=True, slots=True)
class Space:
    """White space, in millimetres."""

    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What follows begins on a new page of this orientation."""

    to: Literal["portrait", "landscape"]


Block = Heading | Text | Table | Box | Contents | Space | PageBreak | Turn


@dataclass(frozen=True, slots=True)
class PaperDocument:
    """One document: pages without a number (cover), front pages (contents), and the numbered body.

    `foot` is the form of the printed number, such as "- {} -"; front pages carry roman numbers
    in that form where `front_numbers` is "roman". The running head shows `running_head` on the left and the
    chapter (the last heading of level 1) on the right. `landscape` turns the whole body.
    """

    title: str
    body: tuple[Block, ...]
    author: str = ""
    cover: tuple[Block, ...] = ()
    front: tuple[Block, ...] = ()
    foot: str = "- {} -"
    front_numbers: Literal["none", "roman"] = "none"
    running_head: str = ""
    chapter_head: bool = True
    chapters_begin_pages: bool = True
    page_labels: bool = False
    landscape: bool = False
    face: Face = "mincho"
    size: float = 10.5
    first_number: int = 1
    margins: tuple[float, float, float, float] = field(default=(25, 22, 25, 22))
    """Top, right, bottom and left, in millimetres."""


def split_paragraphs(source: str, style: TextStyle = "body") -> tuple[Text, ...]:
    """The paragraphs of a text: blank lines part them, and the lines of one are joined without a space."""
    groups = re.split(r"\n\s*\n", source.strip())
    return tuple(
        Text("".join(line.strip() for line in group.splitlines()), style) for group in groups if group
    )


def split_items(source: str, style: TextStyle = "item") -> tuple[Text, ...]:
    """One list item a line of the text."""
    return tuple(Text(line.strip(), style) for line in source.strip().splitlines() if line.strip())


def split_rows(source: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table written one a line with | between the cells; `/` with spaces about it ends a line in a cell."""
    lines = [line.strip() for line in source.strip().splitlines() if line.strip()]
    return tuple(
        tuple(cell.strip().replace(" / ", "\n") for cell in line.strip("|").split("|")) for line in lines
    )
