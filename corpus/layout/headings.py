"""The lines of a document's pages, with their type, in; the headings that type sets apart, out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.layout.page_layout import PlacedLine
from corpus.types import HeadingMark, Span

_LARGER = 1.14
_AS_LARGE = 0.97
_MOST_CHARACTERS = 48
_MOST_BOLD = 0.15
_MOST_OF_THE_LINES = 0.25
_MOST_OF_A_PAGE = 0.34
_MOST_WIDE_GAPS = 2
_AMOUNT = re.compile(r"\d[,，]\d{3}|[０-９]，[０-９]{3}|\d[%％]|単位")
_PAGE_NUMBER = re.compile(r"[-－―‐–—]\s*\d{1,4}\s*[-－―‐–—]")
_LEVELS = 6
_FIGURES = re.compile(r"[\d\s]+")
_LETTERS = re.compile(r"[^\W\d_]")
_ENDS_A_SENTENCE = ("。", "、", "，", "．")
_REPEATED = 3
_FEW = 6

Typed = tuple[int, str, Sequence[PlacedLine]]


def headings_by_type(pages: Sequence[Typed]) -> tuple[HeadingMark, ...]:
    """The headings of a document's pages (number, text, lines outside tables): short lines clearly larger
    than the body's type, or bold where little else is.

    Their level is the rank of their type by size, then weight. Lines that come back on many pages at the same
    height (running heads) are none.
    """
    body = _body_size(pages)
    if not body:
        return ()
    bold_counts = _bold_share(pages) <= _MOST_BOLD
    running = _running(pages)
    found: list[tuple[Span, float, bool]] = []
    for number, text, lines in pages:
        on_page: list[tuple[Span, float, bool]] = []
        apart = 0
        for line in lines:
            words = text[line.start : line.end]
            bold = line.bold and bold_counts
            if not _is_set_apart(line, bold, body):
                continue
            apart += 1
            if _is_title(words) and _trait(words, line) not in running:
                on_page.append((Span(number, line.start, line.end), _rounded(line.size), bold))
        if apart <= max(_MOST_OF_A_PAGE * len(lines), _FEW):
            found += on_page
    return _ranked(found, sum(len(lines) for _, _, lines in pages))


def _is_set_apart(line: PlacedLine, bold: bool, body: float) -> bool:
    return line.size >= _LARGER * body or (bold and line.size >= _AS_LARGE * body)


def _is_title(words: str) -> bool:
    if len(words) > _MOST_CHARACTERS or words.endswith(_ENDS_A_SENTENCE):
        return False
    if words.count("\u3000") > _MOST_WIDE_GAPS or _AMOUNT.search(words) or _PAGE_NUMBER.search(words):
        return False
    letters = _LETTERS.findall(words)
    return len(letters) >= 2 and 2 * len(letters) > len(_FIGURES.sub("", words))


def _body_size(pages: Iterable[Typed]) -> float:
    sizes: Counter[float] = Counter()
    for _, _, lines in pages:
        for line in lines:
            sizes[_rounded(line.size)] += line.end - line.start
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


def _rounded(size: float) -> float:
    return round(2 * size) / 2


def _bold_share(pages: Iterable[Typed]) -> float:
    bold = every = 0
    for _, _, lines in pages:
        for line in lines:
            every += line.end - line.start
            bold += (line.end - line.start) * line.bold
    return bold / every if every else 0.0


def _trait(words: str, line: PlacedLine) -> tuple[str, int]:
    return _FIGURES.sub("", words), round(line.top / 6)


def _running(pages: Iterable[Typed]) -> frozenset[tuple[str, int]]:
    traits: Counter[tuple[str, int]] = Counter()
    for _, text, lines in pages:
        traits.update({_trait(text[line.start : line.end], line) for line in lines})
    return frozenset(trait for trait, count in traits.items() if count >= _REPEATED)


def _ranked(found: Sequence[tuple[Span, float, bool]], lines: int) -> tuple[HeadingMark, ...]:
    if len(found) > _MOST_OF_THE_LINES * lines and len(found) > _REPEATED:
        return ()
    kinds = sorted({(size, bold) for _, size, bold in found}, reverse=True)
    levels = {kind: min(rank, _LEVELS) for rank, kind in enumerate(kinds, 1)}
    return tuple(HeadingMark(span, levels[size, bold]) for span, size, bold in found)
