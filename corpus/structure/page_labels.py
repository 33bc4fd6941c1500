"""Pages in, pages with the numbers printed on them out.

A figure at a page's edge is taken for its number only where the pages around it count on from it. Facing
pages on one sheet are labelled with both numbers: 69-70. A page without a number of its own has the label
None, with three exceptions. Pages between two numbered ones that leave room for exactly them are counted and
not printed (a blind folio): they have the number that they are counted as. A page that is only a picture,
next to a run, has the number that the run leads to: its own is in the picture. And where no page prints a
number, the document's own contents page may tell them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.structure.contents_labels import labels_by_contents
from corpus.structure.facing_pages import printed_pages
from corpus.structure.lines import Line, filled, split_lines
from corpus.structure.page_numerals import PageNumeral, page_numerals, roman_value
from corpus.types import Page

EDGE_LINES = 4
_NEAR = 4
_SURE_WEIGHT = 3
_READ_WEIGHT = 2
"""What OCR reads may be misread: it needs a neighbour that it counts on from."""
_LEAST_WEIGHT = 3
_FEW_PAGES = 6


@dataclass(frozen=True, slots=True)
class _Folio:
    """What one page may be numbered: from `first` to `last` (facing pages have two)."""

    page: int
    first: int
    last: int
    roman: bool
    weight: int
    label: str


def label_pages(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with their printed numbers; on the way in, `label` is what the PDF's page labels say, or
    None."""
    candidates = [_folios(page) for page in pages]
    chosen = _filled_in(_chosen_folios(candidates, len(pages)), pages)
    stated = _trusted_labels(pages, chosen)
    if not chosen and not stated:
        stated = labels_by_contents(pages)
    return tuple(replace(page, label=chosen.get(page.number, stated.get(page.number))) for page in pages)


def numeral_lines(page: Page) -> list[tuple[Line, PageNumeral]]:
    """The lines of a page that may print its number: of a sure form anywhere, else at the page's edges."""
    lines = filled(split_lines(page))
    edge = {line for half in printed_pages(page, lines) for line in (*half[:EDGE_LINES], *half[-EDGE_LINES:])}
    found = []
    for line in lines:
        for numeral in page_numerals(line.text):
            if (numeral.sure and not numeral.beside) or line in edge:
                found.append((line, numeral))
    return found


def _folios(page: Page) -> list[_Folio]:
    numerals = dict.fromkeys(numeral for _, numeral in numeral_lines(page))
    sure = _READ_WEIGHT if page.read_by == "ocr" else _SURE_WEIGHT
    folios = [
        _Folio(page.number, n.value, n.value, n.roman, sure if n.sure else 1, n.label) for n in numerals
    ]
    pairs = [
        _Folio(page.number, left.first, right.last, False, 2 * left.weight, f"{left.label}-{right.label}")
        for left in folios
        for right in folios
        if left.weight == right.weight >= (1 if page.right else _READ_WEIGHT) and right.first == left.last + 1
    ]
    return [*pairs, *folios]


def _chosen_folios(candidates: Sequence[Sequence[_Folio]], pages: int) -> dict[int, str]:
    """For each page the folio that lies on the heaviest chain of folios that count on from each other."""
    before: dict[_Folio, tuple[int, _Folio | None]] = {}
    for index, here in enumerate(candidates):
        for folio in here:
            earlier: list[tuple[int, _Folio | None]] = [
                (before[other][0], other)
                for there in candidates[max(0, index - _NEAR) : index]
                for other in there
                if _counts_on(other, folio)
            ]
            weight, nearest = max(earlier, key=lambda pair: pair[0], default=(0, None))
            before[folio] = (weight + folio.weight, nearest)
    chosen: dict[int, str] = {}
    values: dict[int, _Folio] = {}
    for end in sorted(before, key=lambda folio: -before[folio][0]):
        chain: list[_Folio] = []
        link: _Folio | None = end
        while link is not None and link.page not in values:
            chain.append(link)
            link = before[link][1]
        if _holds(chain, pages) or (chain and link is not None):
            values |= {folio.page: folio for folio in chain}
            chosen |= {folio.page: folio.label for folio in chain}
    return chosen


def _holds(chain: Sequence[_Folio], pages: int) -> bool:
    """Whether a run of numbers is none by chance; in a file of few pages two that count its pages are
    enough."""
    if sum(folio.weight for folio in chain) >= _LEAST_WEIGHT:
        return True
    counting = len(chain) >= 2 and all(folio.first == folio.page for folio in chain)
    return counting and pages <= _FEW_PAGES and 2 * len(chain) >= pages


def _counts_on(earlier: _Folio, later: _Folio) -> bool:
    apart = later.page - earlier.page
    step = later.first - earlier.last
    facing = earlier.first != earlier.last or later.first != later.last
    return earlier.roman == later.roman and (step == apart or (facing and step in (1, 2 * apart - 1)))


def _filled_in(chosen: dict[int, str], pages: Sequence[Page]) -> dict[int, str]:
    complete = dict(chosen)
    numbered = sorted(page for page, label in chosen.items() if label.isdigit())
    for earlier, later in pairwise(numbered):
        if int(chosen[later]) - int(chosen[earlier]) == later - earlier:
            for number in range(earlier + 1, later):
                complete[number] = str(int(chosen[earlier]) + number - earlier)
    digital = {page.number for page in pages if page.read_by == "text"}
    for page in pages:
        if page.number in complete or not _holds_its_number(page, digital):
            continue
        after, before = complete.get(page.number + 1, ""), complete.get(page.number - 1, "")
        if page.number + 1 in chosen and after.isdigit() and int(after) > 1:
            complete[page.number] = str(int(after) - 1)
        elif page.number - 1 in chosen and before.isdigit() and page.number + 1 > len(pages):
            complete[page.number] = str(int(before) + 1)
    return complete


def _holds_its_number(page: Page, digital: Collection[int]) -> bool:
    """Whether a page's number may stand in its picture: it was not read, or is a scan put between others."""
    return page.read_by == "none" or (
        page.read_by == "ocr" and bool({page.number - 1, page.number + 1}.intersection(digital))
    )


def _trusted_labels(pages: Sequence[Page], chosen: dict[int, str]) -> dict[int, str]:
    """The PDF's own page labels, unless they only count the pages or contradict what is printed.

    Where some numbers are printed, labels of another style are not trusted: that of a cover stands nowhere
    on it.
    """
    stated = {page.number: page.label for page in pages if page.label}
    if all(label == str(number) for number, label in stated.items()):
        return {}
    agreeing = sum(stated.get(number) == label for number, label in chosen.items())
    if agreeing < 0.8 * len(chosen):
        return {}
    styles = {_style(label) for label in chosen.values()}
    return {number: label for number, label in stated.items() if not chosen or _style(label) in styles}


def _style(label: str) -> str:
    if label.isdigit():
        return "figures"
    return "Roman" if roman_value(label) and label.islower() else "other"
