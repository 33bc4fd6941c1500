"""A file of comma or tab separated values (.csv, .tsv) in, a table out."""

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from itertools import islice, pairwise

from corpus.formats.office_text import OfficeCell, PageText, joined_lines
from corpus.formats.text_file import read_text
from corpus.reader import FileText, Limits, UnreadableFile
from corpus.types import Page

CSV_FILES = (".csv", ".tsv")
"""The suffixes of the files that are read."""
MOST_CHARACTERS = 50_000_000
"""The most characters that are read of one file."""
MOST_PLACES = 2_000_000
"""The most rows times columns of a table; the rows of a larger one are lines of text alone."""
_MARKS = "\t,;|"
_SEEN_ROWS = 200
_SEEN_CHARACTERS = 200_000
_PARTED = 0.8
_MOST_LINE_ENDS = 100
_LINE_ENDS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_THOUSANDS, _HUNDREDS = re.compile(r"[-△▲]?\d{1,3}"), re.compile(r"\d{3}")
_TOLD_MARK = re.compile(r"sep=(.)\r?\n")


def read_csv(data: bytes, limits: Limits) -> FileText:
    """One page, `page_count` 0: a line for each row with anything in it, those after the title as one table.

    Columns with nothing in them are left out, line ends in a value are joined. Raises UnreadableFile.
    """
    text = read_text(data).lstrip("\ufeff").replace("\x00", "")
    if len(text) > MOST_CHARACTERS:
        raise UnreadableFile(f"it has more than the {MOST_CHARACTERS:,} characters that are read of one file")
    told = _TOLD_MARK.match(text)
    mark = told[1] if told else _mark(text)
    values, certain = _rows(text[told.end() if told else 0 :], mark)
    rows = _trimmed(values)
    if not rows:
        raise UnreadableFile("it holds no text, only empty values")
    width = max(map(len, rows))
    written = PageText(1)
    table = len(rows) * width <= MOST_PLACES
    titles = _title_rows(rows, width) if table else len(rows)
    for row in rows[:titles]:
        written.add(("\t".join(row).strip("\t") if table else "\t".join(row)) + "\n")
    written.add_table(
        OfficeCell(number, column, 1, 1, value)
        for number, row in enumerate(rows[titles:])
        for column, value in enumerate(row)
    )
    certain = certain and not _has_broken_amounts(rows[titles:])
    tables = [replace(table, certain=certain) for table in written.tables]
    if width == 1 or len(rows) - titles == 1:
        tables = []
    return FileText((Page(1, None, written.text, "text"),), 0, (), tuple(tables))


def _mark(text: str) -> str:
    """What parts the values: a tab where it parts most of the rows seen first, for it is in no text; else
    what parts most rows into the same number of values, a comma where nothing does."""
    parted = {}
    for mark in _MARKS:
        rows = csv.reader(io.StringIO(text[:_SEEN_CHARACTERS], newline=""), delimiter=mark)
        widths = Counter(len(row) for row in islice(rows, _SEEN_ROWS) if row)
        width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(1, 0))
        parted[mark] = (count / widths.total() if width > 1 else 0.0, width)
    if parted["\t"][0] >= _PARTED:
        return "\t"
    return max(parted, key=lambda mark: (*parted[mark], mark == ","))


def _rows(text: str, mark: str) -> tuple[list[list[str]], bool]:
    """The values row by row, and whether they are certain. Where a quotation mark that is never closed would
    take many lines into one value, quotation marks mean nothing, and what a value is, is a guess."""
    csv.field_size_limit(MOST_CHARACTERS)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    if not any(value.count("\n") > _MOST_LINE_ENDS for row in rows for value in row):
        return rows, True
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, quoting=csv.QUOTE_NONE))
    return [[value.strip('"') for value in row] for row in rows], False


def _trimmed(rows: list[list[str]]) -> list[list[str]]:
    """The rows that hold anything, each value on one line, without the columns that hold nothing and the
    empty values at a row's end."""
    values = [[joined_lines(_LINE_ENDS.split(value)) for value in row] for row in rows]
    used = {column for row in values for column, value in enumerate(row) if value}
    trimmed = []
    for row in values:
        kept = [value for column, value in enumerate(row) if column in used]
        while kept and not kept[-1]:
            kept.pop()
        if kept:
            trimmed.append(kept)
    return trimmed


def _title_rows(rows: list[list[str]], width: int) -> int:
    """How many rows at the start hold one value each, where a table of several columns follows."""
    if width == 1:
        return len(rows)
    return next((number for number, row in enumerate(rows) if sum(map(bool, row)) > 1), len(rows))


def _has_broken_amounts(rows: list[list[str]]) -> bool:
    """Whether amounts were written with commas and without quotation marks, so that one is several values:
    rows longer than most, or than the first, have them."""
    if not rows:
        return False
    usual = max(Counter(map(len, rows)).items(), key=lambda item: (item[1], item[0]))[0]
    return any(
        _THOUSANDS.fullmatch(first) is not None and _HUNDREDS.fullmatch(second) is not None
        for row in rows
        if len(row) > min(usual, len(rows[0]))
        for first, second in pairwise(row)
    )
