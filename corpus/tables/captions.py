"""The rows of tables that a passage holds in; the words that say what they are of out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from corpus.mapped_text import INSERTED, MappedText
from corpus.normalising import squeeze
from corpus.types import TableRow, TableValue

_LONGEST_TITLE = 60
_LONGEST_LABELS = 60
_bare = lru_cache(maxsize=4096)(squeeze)


class RowPlaces:
    """The rows of a document's tables by their place on its pages."""

    def __init__(self, rows: Iterable[TableRow]) -> None:
        self._rows: dict[int, list[TableRow]] = {}
        for row in rows:
            self._rows.setdefault(row.span.page, []).append(row)
        for found in self._rows.values():
            found.sort(key=lambda row: row.span.start)
        self._starts = {page: [row.span.start for row in found] for page, found in self._rows.items()}
        self._ends = {
            page: list(accumulate((row.span.end for row in found), max)) for page, found in self._rows.items()
        }

    def rows_of(self, text: MappedText) -> tuple[TableRow, ...]:
        """The rows that the text holds something of, in their order."""
        found: list[TableRow] = []
        for page, (first, last) in _stretches(text).items():
            rows, ends = self._rows.get(page, []), self._ends.get(page, [])
            end = at = bisect_right(self._starts.get(page, []), last)
            while at and ends[at - 1] > first:
                at -= 1
            found += [row for row in rows[at:end] if row.span.end > first]
        return tuple(found)


def _stretches(text: MappedText) -> dict[int, tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    for page, offset in zip(text.pages, text.offsets, strict=True):
        if offset != INSERTED:
            first, last = found.get(page, (offset, offset))
            found[page] = (min(first, offset), max(last, offset))
    return found


def caption_of(rows: Sequence[TableRow], text: MappedText, heads: str, longest: int) -> str:
    """What to set before a passage's rows: their table's title and unit, what the first of them stands
    under, their column heads; each only where the passage's text does not say it, at most `longest`
    characters together. `heads` are the table's head lines, where they are known."""
    if not rows:
        return heads if len(heads) <= longest else ""
    said = squeeze(text.text)
    first = rows[0]
    values = [value for row in rows if row.table == first.table for value in row.values]
    places = _stretches(text)
    shown = [value for value in values if _stands_in(value, places)] or values
    units = dict.fromkeys(value.unit for value in shown if value.unit and value.unit not in value.text)
    unit = f"（単位：{'、'.join(units)}）" if units and not any(_bare(one) in said for one in units) else ""
    title = first.title if len(first.title) <= _LONGEST_TITLE and _bare(first.title) not in said else ""
    labels = [label for label in first.labels if _bare(label) not in said]
    if len(heads) > longest / 2:
        heads = ""
    cells = {_bare(cell) for cell in re.split(r"[\t\n]", f"{text.text}\n{heads}")}
    names = dict.fromkeys(head for value in shown for head in value.heads if _bare(head) not in cells)
    lines = [title + unit, _within(labels, _LONGEST_LABELS), heads, " ".join(names)]
    return _clipped([line for line in lines if line], longest)


def _stands_in(value: TableValue, places: dict[int, tuple[int, int]]) -> bool:
    first, last = places.get(value.span.page, (1, 0))
    return value.span.start <= last and first < value.span.end


def _within(words: Sequence[str], longest: int) -> str:
    kept: list[str] = []
    for word in words:
        if sum(map(len, kept)) + len(word) <= longest:
            kept.append(word)
    return " ".join(kept)


def _clipped(lines: Sequence[str], longest: int) -> str:
    """The lines as long as there is room, the last cut between its words."""
    kept: list[str] = []
    room = longest
    for line in lines:
        if len(line) > room:
            at = line.rfind(" ", 0, room + 1)
            line = line[:at] if at > 0 else ""
        if line:
            kept.append(line)
            room -= len(line) + 1
        if room <= 0:
            break
    return "\n".join(kept)
