"""The headings that a file sets apart by a style or its type in; the body's lines that they are, out."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.structure.lines import Line
from corpus.structure.numbering import find_numbering
from corpus.tables.lines import is_amount, split_cells
from corpus.types import HeadingMark

_LONGEST = 110
_MOST_LINES = 3
_COVER_LINES = 10
_NO_HEADING = re.compile(
    r"[。，、]$|。.|^[※＊*]|^[（(【]?(?:単位|出典|資料)[:：\s]|https?://"
    r"|^第?[\d０-９]+(?:[-－‐.．][\d０-９]+)*[図表](?:[\s:：／/]|$)|^[図表]\s?[\d０-９]"
    r"|^(?:明治|大正|昭和|平成|令和)?\s?[\d０-９元]+\s?年\s?(?:度|[\d０-９]+\s?月(?:\s?[\d０-９]+\s?日)?(?:現在|提出)?)$"
    r"|^[（(][^（）()]*[）)]$"
)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A heading that the file itself sets apart: its first line (an index), how many lines, its words, its
    level."""

    index: int
    lines: int
    text: str
    level: int


def marked_lines(
    marks: Iterable[HeadingMark], lines: Sequence[Line], in_tables: Collection[Line], wrapped: bool
) -> dict[int, MarkedLine]:
    """The marked headings by the index of their first line.

    Rows of tables, captions, sentences and dates are none. Where a file's lines are wrapped (`wrapped`: its
    marks are lines, not paragraphs), lines of one level that follow each other are one heading. Of a cover,
    which has no text, only its outermost heading counts.
    """
    places = [(line.page, line.start) for line in lines]
    found: list[MarkedLine] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.page, mark.span.start)):
        marked = _marked(mark, lines, bisect_left(places, (mark.span.page, mark.span.start + 1)) - 1)
        if marked is None or any(
            lines[at] in in_tables for at in range(marked.index, marked.index + marked.lines)
        ):
            continue
        if found and marked.index < found[-1].index + found[-1].lines:
            continue
        before = found[-1] if found else None
        if wrapped and before is not None and _goes_on(before, marked, lines):
            joined = f"{before.text}{_space(before.text, marked.text)}{marked.text}"
            found[-1] = replace(before, lines=before.lines + marked.lines, text=joined)
        else:
            found.append(marked)
    kept = [one for one in found if is_title(one.text)]
    return {one.index: one for one in (_without_covers(kept, lines) if wrapped else kept)}


def is_title(text: str) -> bool:
    """Whether words that are set apart can be a heading: no row, sentence, caption, date or note."""
    if not len(text) <= _LONGEST or "\t" in text or _NO_HEADING.search(text):
        return False
    return len(_LETTER.findall(text)) >= 2 and not all(is_amount(cell) for cell in split_cells(text))


def _marked(mark: HeadingMark, lines: Sequence[Line], first: int) -> MarkedLine | None:
    """The marked lines from `first` on, in one."""
    texts: list[str] = []
    at = max(first, 0)
    index = at
    while at < len(lines) and (lines[at].page, lines[at].start) < (mark.span.page, mark.span.end):
        line = lines[at]
        if line.page == mark.span.page and line.end > mark.span.start and not line.blank:
            index = index if texts else at
            texts.append(line.text)
            if len(texts) > _MOST_LINES:
                return None
        at += 1
    if not texts:
        return None
    text = texts[0]
    for more in texts[1:]:
        text = f"{text}{_space(text, more)}{more}"
    return MarkedLine(index, len(texts), text, mark.level)


def _space(before: str, after: str) -> str:
    return " " if (before[-1:] + after[:1]).isascii() else ""


def _goes_on(before: MarkedLine, marked: MarkedLine, lines: Sequence[Line]) -> bool:
    return (
        before.level == marked.level
        and before.index + before.lines == marked.index
        and before.lines < _MOST_LINES
        and lines[before.index].page == lines[marked.index].page
        and find_numbering(marked.text) is None
        and before.text[-1] not in "）)】］]"
        and len(before.text) + len(marked.text) <= _LONGEST
    )


def _without_covers(found: Sequence[MarkedLine], lines: Sequence[Line]) -> list[MarkedLine]:
    on_page: dict[int, list[Line]] = {}
    for line in lines:
        if not line.blank:
            on_page.setdefault(line.page, []).append(line)
    kept: list[MarkedLine] = []
    for page, group in groupby(found, key=lambda one: lines[one.index].page):
        marked = list(group)
        if len(marked) > 1 and _is_cover(on_page[page]):
            marked = [min(marked, key=lambda one: (one.level, one.index))]
        kept += marked
    return kept


def _is_cover(lines: Sequence[Line]) -> bool:
    return len(lines) <= _COVER_LINES and not any("。" in line.text or "\t" in line.text for line in lines)
