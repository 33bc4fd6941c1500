"""Lines in, the entries of contents pages and of lists of findings out: a heading and its printed page
each."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.normalising import squeeze
from corpus.structure.contents_links import linked_entries
from corpus.structure.lines import Line, columns
from corpus.structure.numbering import FINDING_HEADING, find_numbering
from corpus.structure.page_numerals import roman_numeral, roman_value
from corpus.tables.lines import split_cells

_LEADER = r"[.．・･…‥·•─━‐-]"
_PAGE = (
    r"(?:[pP]\.?\s?|[-‐–—―－]\s?)?(?P<page>[0-9０-９]{1,4}|[ivxIVXⅰ-ⅻ]{1,6})(?:\s?[-‐–—―－]|\s?頁|\s?ページ)?"
)
_WITH_LEADER = re.compile(
    rf"^(?P<heading>\S.*?)[\s　]*(?:{_LEADER}[\s　]*){{3,}}{_PAGE}$"
    r"|^(?P<two>\S.*?)[\s　]*…+[\s　]*(?P<two_page>\d{1,4})$"
)
_LEADER_ALONE = re.compile(rf"^(?P<heading>\S.*?)[\s　]*(?:{_LEADER}[\s　]*){{6,}}$")
_TABBED = re.compile(rf"^(?P<heading>\S.*?)\t+\s*{_PAGE}$")
_SPACED = re.compile(rf"^(?P<heading>.*[^\s\d,，.．].*?)[\s　]+{_PAGE}$")
_TITLE = re.compile(r"^[【\[<＜]?\s*(?:目次|もくじ|CONTENTS|Contents|[^。]{0,12}一覧\s*目次)\s*[】\]>＞]?$")
_PAGE_HEAD = re.compile(
    r"^(?:page|頁|ページ|掲載頁|掲載ページ|記載頁|記載ページ|該当頁|該当ページ|頁番号|本文頁)$", re.IGNORECASE
)
_PAGE_CELL = re.compile(r"^(?:[pP]\.?\s?)?(\d{1,4})\s*(?:頁|ページ)?$")
_GOES_ON = re.compile(r"[ぁ-ん、，・（(「『]$|その他$")
_NEARLY_FULL = 0.85
_MOST_BETWEEN = 3
_LEAST_ENTRIES = 3


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One entry: its lines, its heading, the printed page it tells (None where the file lost it).

    `listed` says that it stands in a table of findings rather than on a contents page; `under` are the lines
    without a page of their own that it stands under (議案第８号 …), outermost first.
    """

    lines: tuple[Line, ...]
    heading: str
    label: str | None
    listed: bool = False
    under: tuple[str, ...] = ()

    @property
    def is_finding(self) -> bool:
        """Whether it names a 指摘事項 or a 意見."""
        return bool(FINDING_HEADING.search(self.heading))


@dataclass(frozen=True, slots=True)
class Contents:
    """The entries in their order, and all lines that belong to contents, title and lost page numbers too."""

    entries: tuple[ContentsEntry, ...] = ()
    lines: frozenset[Line] = frozenset()


def find_contents(lines: Sequence[Line], marked: Collection[tuple[str, int, int]] = ()) -> Contents:
    """The contents entries among the filled lines of a document's body, in their order.

    `marked` are the headings that the file itself sets apart: words without white space, page, start. Lines
    that say the same before them, one after the other, are contents too.
    """
    places = {(page, start) for _, page, start in marked}
    led, led_lines = _leader_entries(lines)
    if marked:
        others = [line for line in lines if line not in led_lines and (line.page, line.start) not in places]
        told = linked_entries(others, marked)
        led += [ContentsEntry((line,), line.text, None) for line in told]
        led_lines.update(told)
    listed = [entry for entry in _listed_entries(lines) if not led_lines.intersection(entry.lines)]
    entries = sorted([*led, *listed], key=lambda entry: (entry.lines[0].page, entry.lines[0].start))
    return Contents(tuple(entries), frozenset(led_lines.union(*(entry.lines for entry in listed))))


def _leader_entries(lines: Sequence[Line]) -> tuple[list[ContentsEntry], set[Line]]:
    entries: list[ContentsEntry] = []
    belonging: set[Line] = set()
    for start, end in _regions(lines):
        found = _entries_between(lines[start:end])
        if len(found) >= _LEAST_ENTRIES:
            entries += found
            belonging.update(lines[start:end])
    return entries, belonging


def _regions(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Stretches of lines that are contents: from the title 目次 or the first entry to the last entry."""
    titled = [_TITLE.match(squeeze(line.text)) is not None for line in lines]
    regions: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        if not titled[index] and _strict_entry(lines[index].text) is None:
            index += 1
            continue
        start, last, ahead = index, index, index + 1
        under_title = titled[index]
        while ahead < len(lines) and ahead - last <= _MOST_BETWEEN:
            under_title = under_title or titled[ahead]
            if titled[ahead] or _entry(lines[ahead].text, under_title) or _lost_number(lines, last, ahead):
                last = ahead
            ahead += 1
        regions.append((start, last + 1))
        index = last + 1
    return regions


def _lost_number(lines: Sequence[Line], last: int, ahead: int) -> bool:
    """Whether the line is a page number that the file keeps apart from its entry."""
    return lines[ahead].page == lines[last].page and bool(_PAGE_CELL.match(squeeze(lines[ahead].text)))


def _entries_between(lines: Sequence[Line]) -> list[ContentsEntry]:
    under_title = any(_TITLE.match(squeeze(line.text)) for line in lines)
    found = [_entry(line.text, under_title) for line in lines]
    widest = max((columns(words) for line, entry in zip(lines, found, strict=True)
                  if (words := entry[0] if entry else line.text)), default=0)  # fmt: skip
    entries: list[ContentsEntry] = []
    waiting: list[Line] = []
    above: tuple[str, ...] = ()
    for line, entry in zip(lines, found, strict=True):
        if entry is None:
            if not _TITLE.match(squeeze(line.text)) and not _PAGE_CELL.match(squeeze(line.text)):
                waiting.append(line)
            continue
        heading, label = entry
        wrapped = len(waiting)
        while wrapped and _is_wrapped(waiting[wrapped - 1], widest):
            wrapped -= 1
        for parent in waiting[:wrapped]:
            above = (parent.text,) if _is_numbered(parent.text) else (*above[:1], parent.text)
        before = "".join(one.text for one in waiting[wrapped:])
        entries.append(ContentsEntry((*waiting, line), f"{before}{heading}", label, under=above))
        waiting = []
    return entries


def _is_numbered(text: str) -> bool:
    numbering = find_numbering(text)
    return numbering is not None and (numbering.value is not None or numbering.style == "議案")


def _is_wrapped(line: Line, widest: int) -> bool:
    """Whether the words of a line without a page go on with the next line's, rather than stand over it."""
    return bool(_GOES_ON.search(line.text)) or line.width >= _NEARLY_FULL * widest


def _strict_entry(text: str) -> tuple[str, str | None] | None:
    """The heading and page of an entry with a leader (or with a leader whose page is lost)."""
    if match := _WITH_LEADER.match(text):
        heading = match["heading"] or match["two"]
        return (heading, _label(match["page"] or match["two_page"])) if _has_words(heading) else None
    if (match := _LEADER_ALONE.match(text)) and _has_words(match["heading"]):
        return match["heading"], None
    return None


def _entry(text: str, under_title: bool) -> tuple[str, str | None] | None:
    strict = _strict_entry(text)
    if strict is not None or not under_title:
        return strict
    match = _TABBED.match(text) or _SPACED.match(text)
    if match is None or not _has_words(match["heading"]) or "。" in text:
        return None
    return match["heading"], _label(match["page"])


def _has_words(heading: str) -> bool:
    return len(re.findall(r"[^\W\d_]", heading)) >= 2


def _label(page: str) -> str:
    normal = unicodedata.normalize("NFKC", page)
    return normal if normal.isdigit() else roman_numeral(roman_value(normal)) or normal


def _listed_entries(lines: Sequence[Line]) -> list[ContentsEntry]:
    """The rows of tables whose last column head is Page or 頁."""
    entries: list[ContentsEntry] = []
    inside = False
    for line in lines:
        cells = [squeeze(cell) for cell in split_cells(line.text)]
        if len(cells) >= 2 and _PAGE_HEAD.match(cells[-1]):
            inside = True
            continue
        if FINDING_HEADING.search(line.text):
            named = _finding_row(line, inside)
            if named is not None:
                entries.append(named)
                continue
        if inside and len(cells) >= 3 and (page := _PAGE_CELL.match(cells[-1])):
            entries.append(ContentsEntry((line,), " ".join(split_cells(line.text)[1:-1]), page[1], True))
        elif inside and not _continues_list(cells):
            inside = False
    return entries


def _continues_list(cells: Sequence[str]) -> bool:
    return len(cells) <= 2 and sum(map(len, cells)) <= 40


def _finding_row(line: Line, inside: bool) -> ContentsEntry | None:
    cells = split_cells(line.text) if "\t" in line.text or "|" in line.text else None
    if cells is not None and len(cells) >= 2 and (page := _PAGE_CELL.match(squeeze(cells[-1]))):
        heading = next((cell for cell in cells if FINDING_HEADING.search(cell)), "")
        later = cells[cells.index(heading) + 1 : -1] if heading else []
        return ContentsEntry((line,), " ".join([heading, *later]).strip(), page[1], True)
    if (
        cells is None
        and inside
        and (match := re.match(rf"^(?:\d{{1,3}}\s+)?(?P<heading>\S.*?)\s+{_PAGE}$", line.text))
    ):
        return ContentsEntry((line,), match["heading"], _label(match["page"]), True)
    return None
