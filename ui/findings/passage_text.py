"""A passage's text in, HTML to read it by out: lines with tabs are rows of a table. Everything is escaped."""

from collections.abc import Sequence
from itertools import groupby

from ui.marking import marked
from ui.words import words

Line = tuple[int, str]
"""A line and where it begins in the text."""


def passage_html(text: str, highlights: Sequence[tuple[int, int]] = ()) -> str:
    """The text in paragraphs and tables, `<mark>` around the highlights (start, end) alone."""
    lines: list[Line] = []
    start = 0
    for line in text.splitlines(keepends=True):
        lines.append((start, line.rstrip("\r\n")))
        start += len(line)
    parts = groupby(lines, key=lambda line: "\t" in line[1])
    return "".join(
        _table(list(part), highlights) if tabbed else _paragraph(list(part), text, highlights)
        for tabbed, part in parts
    )


def _paragraph(lines: Sequence[Line], text: str, highlights: Sequence[tuple[int, int]]) -> str:
    start, end = lines[0][0], lines[-1][0] + len(lines[-1][1])
    return f'<p class="t-text">{_part(text[start:end], start, highlights)}</p>'


def _table(lines: Sequence[Line], highlights: Sequence[tuple[int, int]]) -> str:
    """Rows of one table; the cells that stand in no row of their own span what is left."""
    columns = max(line.count("\t") + 1 for _, line in lines)
    rows = []
    for start, line in lines:
        cells, at = [], start
        for cell in line.split("\t"):
            cells.append(f"<td>{_part(cell, at, highlights)}</td>")
            at += len(cell) + 1
        rows.append(f"<tr>{''.join(cells)}{'<td></td>' * (columns - len(cells))}</tr>")
    body = f'<table class="t-rows"><tbody>{"".join(rows)}</tbody></table>'
    return (
        f'<div class="t-scroll" role="region" aria-label="{words().findings.table}" tabindex="0">{body}</div>'
    )


def _part(text: str, start: int, highlights: Sequence[tuple[int, int]]) -> str:
    """A part of a text that begins at `start` of it, with the highlights that touch it."""
    end = start + len(text)
    return marked(
        text, [(first - start, last - start) for first, last in highlights if first < end and last > start]
    )
