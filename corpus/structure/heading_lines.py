"""Body lines in; those that are shaped like a heading, with their numbering, out."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.structure.heading_marks import MarkedLine
from corpus.structure.law_titles import law_titles
from corpus.structure.lines import Line
from corpus.structure.numbering import STATEMENT, STATEMENT_GOES_ON, Numbering, find_numbering
from corpus.structure.numbering_styles import BUDGET_STYLES
from corpus.structure.wrapped_headings import (
    LEAST_WRAPPED,
    SENTENCE_END,
    UNIT_NOTE,
    goes_on,
    joined_in_column,
)
from corpus.tables.lines import has_amounts, is_amount, is_head_row, is_row, split_cells

LAW_TITLE = Numbering("法令", 0, None, True, 0)
UNNUMBERED = Numbering("見出し", 0, None, True, 0)
_IN_TABLES = frozenset({"【】", "指摘"})
_COMPLETE = frozenset({"議案", "コラム"})
"""Styles whose number is a heading without further words."""
_PARTED = frozenset({"1-1", "1-1-1"})
"""Styles of numbering that items of lists seldom have."""
_HIRAGANA = re.compile(r"[ぁ-ん、，・]")
_LONGEST = 60
_LONGEST_FIRM = 110
_CAPTION = re.compile(r"^[（(][^（）()]{1,40}[）)]$")
_TABLE_REFERENCE = re.compile(r"^[（(【]?(?:出典|資料[:：]|注[\d０-９)）:：]|単位[:：]|※|参考[:：])")
_TAGS = re.compile(r"^(?:</?[A-Za-z][^<>]*>\s*)+|(?:\s*</?[A-Za-z][^<>]*>)+$")
_REFERENCE_TO_ARTICLE = re.compile(r"[第のかに及又、をとはがで中・並若けやもへ「」）]")
_BEFORE_ITEM = re.compile(r"\s*(?=[（(]?項[）)]?\s?[\d０-９])|\s+(?=[\d０-９]{1,2}\s?項\s)")
_AMOUNT_BESIDE = re.compile(r"\s+[△▲\d０-９,，]+\s?(?:千円|円)?$")


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A line (index among the body's lines) that could be a heading, its words, and how many lines they
    take.

    `level` is that of the file's own mark, None where it has none.
    """

    index: int
    numbering: Numbering
    text: str
    lines: int = 1
    level: int | None = None


def heading_lines(
    lines: Sequence[Line],
    full_widths: Sequence[int],
    marked: Mapping[int, MarkedLine] | None = None,
    in_tables: Collection[Line] = (),
) -> list[HeadingLine]:
    """The lines that the file itself marks as headings (`marked`, by index), and those shaped like one:
    numbered, short, not ending as a sentence does, no row of a table.

    `full_widths` tells for each line how wide a full line is there (in columns), 0 where lines are not
    wrapped. Of the lines of a table (`in_tables`) only 款 and 項, and heads such as 【…】 alone on theirs,
    are headings.
    """
    found = []
    titles = law_titles(lines, full_widths)
    taken = 0
    for index, line in enumerate(lines):
        if index < taken:
            continue
        if mark := (marked or {}).get(index):
            found.append(_marked_heading(mark, index in titles))
            taken = index + mark.lines
            continue
        if index in titles and line not in in_tables:
            found.append(HeadingLine(index, LAW_TITLE, line.text))
            continue
        if statement := _statement(lines, index):
            found.append(statement)
            taken = index + statement.lines
            continue
        text = _TAGS.sub("", line.text)
        if not text or (numbering := find_numbering(text)) is None:
            continue
        if numbering.style in BUDGET_STYLES:
            found += _budget_headings(index, text)
        elif line in in_tables and (numbering.style not in _IN_TABLES or "\t" in line.text):
            continue
        elif numbering.style == "発言":
            found.append(HeadingLine(index, numbering, text[: numbering.end].strip()))
        elif numbering.style == "条":
            found += _articles(lines, index, text, numbering)
        elif shaped := _plain_heading(lines, index, text, numbering, full_widths):
            found.append(shaped)
    return found


def _statement(lines: Sequence[Line], index: int) -> HeadingLine | None:
    """The title of a statement (調書) that goes on in the next line."""
    first, second = [*lines[index : index + 2], None][:2]
    if first is None or second is None or not STATEMENT_GOES_ON.match(second.text):
        return None
    if not 6 <= len(first.text) <= _LONGEST or "\t" in first.text or SENTENCE_END.search(first.text):
        return None
    return HeadingLine(index, Numbering(STATEMENT, 1, None, True, 0), first.text + second.text, 2)


def _marked_heading(mark: MarkedLine, entitles_law: bool) -> HeadingLine:
    """A marked heading; one whose number is an article's or a budget's stays what its number says."""
    text = UNIT_NOTE.sub("", mark.text).strip() or mark.text
    numbering = LAW_TITLE if entitles_law else find_numbering(text) or UNNUMBERED
    if numbering.style == "発言":
        text = text[: numbering.end].strip()
    return HeadingLine(mark.index, replace(numbering, firm=True), text, mark.lines, mark.level)


def _budget_headings(index: int, text: str) -> list[HeadingLine]:
    """款 and 項 of a budget's table, each on its line or both on one, without the amounts beside them."""
    words = UNIT_NOTE.sub("", text).strip()
    parts = [part.strip() for part in _BEFORE_ITEM.split(words, maxsplit=1) if part.strip()]
    if len(words) > _LONGEST or "。" in words:
        return []
    found = []
    for part in parts:
        named = _AMOUNT_BESIDE.sub("", part).strip()
        numbering = find_numbering(named)
        if numbering is None or numbering.style not in BUDGET_STYLES or has_amounts(named[numbering.end :]):
            return []
        found.append(HeadingLine(index, numbering, named))
    return found


def _articles(lines: Sequence[Line], index: int, text: str, numbering: Numbering) -> list[HeadingLine]:
    """第１条 stands before its own sentence; the caption in brackets on the line above names it and makes
    it sure."""
    words = text[: numbering.end].strip()
    before = next((line for line in reversed(lines[max(0, index - 2) : index]) if not line.blank), None)
    if before is not None and _CAPTION.match(before.text):
        return [HeadingLine(index, replace(numbering, firm=True), words + before.text)]
    if not numbering.firm and _REFERENCE_TO_ARTICLE.match(text[numbering.end :]):
        return []
    inline = re.match(r"[（(][^（）()]{1,40}[）)]", text[numbering.end :].strip())
    return [HeadingLine(index, numbering, words + (inline.group() if inline else ""))]


def _plain_heading(
    lines: Sequence[Line], index: int, text: str, numbering: Numbering, full_widths: Sequence[int]
) -> HeadingLine | None:
    line, full_width = lines[index], min(full_widths[index : index + 2])
    text = UNIT_NOTE.sub("", text).strip()
    words = text[numbering.end :].strip()
    if (not words and not numbering.firm and numbering.style not in _COMPLETE) or (
        not numbering.firm and _is_amounts_label(lines, index)
    ):
        return None
    if (
        SENTENCE_END.search(text)
        or _TABLE_REFERENCE.match(words)
        or _is_table_row(lines, index, text, numbering)
    ):
        return None
    wrapped = full_width >= LEAST_WRAPPED and line.width + line.indent >= 0.87 * full_width
    follower = lines[index + 1] if index + 1 < len(lines) else None
    if wrapped and follower is not None and goes_on(follower, full_width):
        space = " " if (text[-1] + follower.text[0]).isascii() else ""
        joined = UNIT_NOTE.sub("", text + space + follower.text)
        if len(joined) <= _LONGEST_FIRM and not SENTENCE_END.search(joined):
            return HeadingLine(index, numbering, joined, 2)
        return None
    in_prose = wrapped and not numbering.firm and follower is not None and _is_prose(follower)
    if in_prose and not (numbering.style in _PARTED and _ends_whole(text, lines[index + 1].text)):
        return None
    if not wrapped and (joined := joined_in_column(lines, index, text, full_width)):
        return HeadingLine(index, numbering, joined, 2)
    longest = _LONGEST_FIRM if numbering.firm else _LONGEST
    return HeadingLine(index, numbering, text) if len(text) <= longest else None


def _ends_whole(text: str, following: str) -> bool:
    """Whether a line that fills its column seems to end where its words do: with no kana on either side."""
    return not (_HIRAGANA.match(text[-1]) or _HIRAGANA.match(following[0]))


def _is_prose(line: Line) -> bool:
    return not (line.blank or is_row(line.text) or is_head_row(line.text) or UNIT_NOTE.match(line.text))


def _is_amounts_label(lines: Sequence[Line], index: int) -> bool:
    """Whether amounts alone, or the address of a note, stand on the next line: it is a row's label or a
    note then."""
    follower = next((line for line in lines[index + 1 : index + 3] if not line.blank), None)
    if follower is None:
        return False
    return "://" in follower.text or all(is_amount(cell) for cell in split_cells(follower.text))


def _is_table_row(lines: Sequence[Line], index: int, text: str, numbering: Numbering) -> bool:
    """Whether a numbered line is a row: with amounts, or with cells as its neighbours have them."""
    if numbering.style == "指摘":
        return "\t" in text
    words = text[numbering.end :]
    if not is_row(words):
        return False
    if has_amounts(words) or "\t" in text or "|" in text:
        return True
    around = [*lines[max(0, index - 2) : index], *lines[index + 1 : index + 3]]
    return not numbering.firm and any(_is_row_like(line.text, numbering) for line in around if not line.blank)


def _is_row_like(text: str, numbering: Numbering) -> bool:
    other = find_numbering(text)
    return other is not None and other.style == numbering.style and is_row(text[other.end :])
