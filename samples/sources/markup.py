"""Light markup in, blocks out: the form in which the long sample texts are written.

# 第1章 総則                          a heading, its level told by the number of marks
本文。                                a paragraph; its lines are joined without a space
- (1) 項目                            an item
> 注 …                                a note
: 表1 | 単位：千円 | 3 2 2 | lrr      caption, unit, widths and alignment of the table that follows
| 区分 | 金額 |                       a table row, the first one being the heads; ^ joins a cell to the one above
---                                   a page break
"""

from __future__ import annotations

from itertools import pairwise

from samples.layout_blocks import Block, Heading, HeadingLevel, PageBreak, Table, Text, TextStyle, split_rows

JOINED = "^"
LEVELS: dict[str, HeadingLevel] = {"#" * level: level for level in (1, 2, 3, 4, 5, 6)}
TEXT_STYLES: dict[str, TextStyle] = {"-": "item", "--": "subitem", ">": "note", "=": "plain", "->": "right"}


def parse_blocks(source: str) -> tuple[Block, ...]:
    """The blocks of a text in the markup above, in order."""
    return tuple(block for lines in _groups(source) for block in _group_blocks(lines))


def _groups(source: str) -> list[list[str]]:
    """Runs of lines between blank lines."""
    groups: list[list[str]] = [[]]
    for line in source.splitlines():
        if line.strip():
            groups[-1].append(line.strip())
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _group_blocks(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    caption = "|||"
    rows: list[str] = []
    words: list[str] = []
    for line in lines:
        mark, _, rest = line.partition(" ")
        if mark in LEVELS:
            blocks.append(Heading(LEVELS[mark], rest.strip()))
        elif mark in TEXT_STYLES:
            blocks.append(Text(rest.strip(), TEXT_STYLES[mark]))
        elif mark == ":":
            caption = rest + "|||"
        elif mark == "---":
            blocks.append(PageBreak())
        elif line.startswith("|"):
            rows.append(line[1:].removesuffix("|"))
        else:
            words.append(line)
    if words:
        blocks.append(Text("".join(words)))
    if rows:
        blocks.append(_table(caption, rows))
    return blocks


def _table(caption: str, lines: list[str]) -> Table:
    title, unit, widths, align = (part.strip() for part in caption.split("|")[:4])
    rows = tuple(tuple(cell for row in split_rows("|" + line + " |") for cell in row) for line in lines)
    shown = tuple(tuple("" if cell == JOINED else cell for cell in row) for row in rows)
    shares = tuple(float(width) for width in widths.split())
    return Table(shown, shares, title, unit, align=align, spans=_spans(rows))


def _spans(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[int, int, int, int], ...]:
    """Where cells marked JOINED hang together with the cell above them."""
    spans: list[tuple[int, int, int, int]] = []
    for column in range(max(len(row) for row in rows)):
        cells = [row[column] if column < len(row) else "" for row in rows]
        tops = [place for place, cell in enumerate(cells) if cell != JOINED]
        for top, following in pairwise((*tops, len(cells))):
            if following - top > 1:
                spans.append((column, top, column, following - 1))
    return tuple(spans)
