"""Heading lines in, the headings of a document with their levels out.

Levels are not fixed: the first time a style of numbering comes it stands under the heading before it,
unless documents by custom put it higher; from then on the same style stands at the same level. Numbers must
count on (1, 2, 3), which parts a heading from an item of a list or a sentence that happens to begin with a
number. A heading that the file itself marks needs no number: its level says what it stands under, unless its
number counts on from a heading's that is open.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.structure.heading_lines import HeadingLine
from corpus.structure.lines import Line
from corpus.structure.numbering import MARKS, SIDE, Numbering
from corpus.structure.numbering_styles import BUDGET_STYLES
from corpus.tables.lines import is_row

_MOST_MISSED = 2
"""One number of a run may be missing: its heading was not recognised, or the document left it out."""
_SURELY_HIGHER = 5
"""① stands under ア in some documents and over it in others; styles so near to each other go by appearance
alone."""
_INLINE = frozenset({"条", "発言", "指摘行"})
"""What is said under these headings begins on their own line."""
_BY_CUSTOM = frozenset({*BUDGET_STYLES, SIDE, "コラム"})
"""Where these stand is known, whatever level their type suggests."""
_LAW_OR_BUDGET = frozenset({"法令", "条", "附則", "表"})
_NUMBERED_WITHIN = frozenset({"条", "表", "様式"})
_NEVER_UNDER_MARKS = 4
"""編, 部, 章 and 節 stand over what is marked without a number."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: where it stands among the body's lines, how many it takes, its path with its own words last.

    An article's heading takes no line of its own: its sentence begins on it. The path of text that no heading
    names (a short speech after a long one) is that of the headings above it.
    """

    index: int
    lines: int
    path: tuple[str, ...]


def outline(candidates: Sequence[HeadingLine], lines: Sequence[Line]) -> tuple[Heading, ...]:
    """The headings among the candidates, in their order."""
    listed = _items_of_lists(candidates, lines)
    levels = _levels_of_styles(candidates)
    open_headings: list[HeadingLine] = []
    found: list[Heading] = []
    for place, candidate in enumerate(candidates):
        if place in listed and not candidate.numbering.firm:
            continue
        if any(_says_the_same(candidate, heading) for heading in open_headings):
            continue  # again at the top of the next page
        kept = _parents(open_headings, candidate, candidates[place + 1 :], lines)
        if kept is None:
            continue
        if candidate.level is None and (level := levels.get(candidate.numbering.style)) is not None:
            candidate = replace(candidate, level=level)
            kept = _by_level(open_headings, candidate)
        open_headings = [*kept, candidate] if candidate.text else kept
        path = tuple(heading.text for heading in open_headings)
        inline = candidate.numbering.style in _INLINE
        found.append(Heading(candidate.index, 0 if inline else candidate.lines, path))
    return tuple(found)


def _levels_of_styles(candidates: Sequence[HeadingLine]) -> Mapping[str, int]:
    """The level that most marked headings of each style of numbering have, where most of the style are
    marked."""
    counts: dict[str, Counter[int | None]] = {}
    for candidate in candidates:
        counts.setdefault(candidate.numbering.style, Counter())[candidate.level] += 1
    common = {style: levels.most_common(1)[0][0] for style, levels in counts.items()}
    return {style: level for style, level in common.items() if level is not None}


def _says_the_same(candidate: HeadingLine, heading: HeadingLine) -> bool:
    return (
        candidate.numbering.firm
        and candidate.numbering.style == heading.numbering.style
        and candidate.text == heading.text != ""
    )


def _items_of_lists(candidates: Sequence[HeadingLine], lines: Sequence[Line]) -> set[int]:
    """Candidates that follow each other with nothing between: the items of a list, not headings."""
    listed: set[int] = set()
    for place, (first, second) in enumerate(pairwise(candidates)):
        if first.numbering.style != second.numbering.style:
            continue
        between = lines[first.index + first.lines : second.index]
        if all(line.blank for line in between):
            listed |= {place, place + 1}
    return listed


def _parents(
    open_headings: Sequence[HeadingLine],
    candidate: HeadingLine,
    later: Sequence[HeadingLine],
    lines: Sequence[Line],
) -> list[HeadingLine] | None:
    """The open headings that the candidate stands under, or None where it is no heading."""
    numbering = candidate.numbering
    if candidate.level is not None and numbering.style not in _BY_CUSTOM:
        return _by_level(open_headings, candidate)
    if numbering.style == "発言":
        return [heading for heading in open_headings if heading.numbering.style != "発言"]
    if not _may_stand_under(open_headings, numbering):
        return None
    same = next((at for at, one in enumerate(open_headings) if one.numbering.style == numbering.style), None)
    if same is not None:
        return _as_sibling(open_headings, same, candidate, later, lines)
    parents = _under(open_headings, candidate, lines)
    if numbering.firm:
        return parents
    if open_headings and _is_row_of_budget(open_headings[-1], candidate, lines):
        return None
    if numbering.value is None:
        return parents if _heads_something(candidate, later, lines) else None
    return parents if numbering.value == 1 and _goes_on(numbering, later, parents) else None


def _by_level(open_headings: Sequence[HeadingLine], candidate: HeadingLine) -> list[HeadingLine]:
    """The open headings that a marked one stands under: beside the one that its number counts on from, else
    under those of smaller levels. Of unmarked ones only a law's title and 編, 部, 章, 節 stand over it."""
    level, numbering = candidate.level or 1, candidate.numbering
    for at, heading in enumerate(open_headings):
        if heading.numbering.style != numbering.style or numbering.value is None:
            continue
        counts_on = 0 < numbering.value - (heading.numbering.value or 0) <= _MOST_MISSED
        if heading.level == level or (counts_on and heading.numbering.value is not None):
            return list(open_headings[:at])
    kept: list[HeadingLine] = []
    for heading in open_headings:
        if heading.level is not None and heading.level >= level:
            break
        outer = _is_outermost(heading) and heading.numbering.style not in BUDGET_STYLES
        if heading.level is not None or (outer and heading.numbering.style != numbering.style):
            kept.append(heading)
    return kept


def _is_outermost(heading: HeadingLine) -> bool:
    return heading.numbering.firm and heading.numbering.depth <= _NEVER_UNDER_MARKS


def _as_sibling(
    open_headings: Sequence[HeadingLine],
    same: int,
    candidate: HeadingLine,
    later: Sequence[HeadingLine],
    lines: Sequence[Line],
) -> list[HeadingLine] | None:
    numbering, last = candidate.numbering, open_headings[same].numbering
    parents = list(open_headings[:same])
    if numbering.firm:
        return parents
    if numbering.value is None or last.value is None:
        return parents if _heads_something(candidate, later, lines) else None
    if 0 < numbering.value - last.value <= _MOST_MISSED:
        return parents
    restarts = numbering.value == 1 and same == len(open_headings) - 1 and last.value > 1
    return parents if restarts and _goes_on(numbering, later, parents) else None


def _under(
    open_headings: Sequence[HeadingLine], candidate: HeadingLine, lines: Sequence[Line]
) -> list[HeadingLine]:
    """The open headings without those that a heading of a new style, by custom, does not stand under."""
    parents = list(open_headings)
    if candidate.numbering.style == "議案":
        return []
    if candidate.numbering.style == "予算款":
        side = next((at for at, one in enumerate(parents) if one.numbering.style == SIDE), -1)
        return parents[: side + 1]
    if candidate.numbering.style in ("表", "様式"):
        return [heading for heading in parents if heading.numbering.style not in ("附則", "条")]
    if candidate.numbering.style == "法令":
        return [heading for heading in parents[:1] if heading.numbering.style == "議案"]
    if _is_outermost(candidate):
        while parents and parents[-1].numbering.style == "見出し":
            parents.pop()
    if candidate.numbering.style != "予算項":
        while parents and parents[-1].numbering.style in (*BUDGET_STYLES, SIDE):
            parents.pop()  # what is numbered after a budget's table stands beside its 款 and 項
    if candidate.numbering.style == SIDE and candidate.text[0].isdigit():
        while parents and parents[-1].numbering.style in ("1", "1."):
            parents.pop()
    while parents and parents[-1].numbering.depth > candidate.numbering.depth + _SURELY_HIGHER:
        loose = parents[-1].numbering.style in MARKS or parents[-1].numbering.style in _INLINE
        if _adjacent(parents[-1], candidate, lines) and not loose:
            break
        parents.pop()
    return parents


def _is_row_of_budget(open_heading: HeadingLine, candidate: HeadingLine, lines: Sequence[Line]) -> bool:
    """Whether a numbered line under 款 and 項 is a row of their table.

    It is on their page, and on later pages where the rest of its name stands on the next line, as in narrow
    cells.
    """
    if open_heading.numbering.style not in BUDGET_STYLES:
        return False
    if lines[open_heading.index].page == lines[candidate.index].page:
        return True
    after = lines[candidate.index + 1 : candidate.index + 2]
    return any(0 < line.width <= 12 and " " not in line.text for line in after)


def _adjacent(first: HeadingLine, second: HeadingLine, lines: Sequence[Line]) -> bool:
    return all(line.blank for line in lines[first.index + first.lines : second.index])


def _goes_on(numbering: Numbering, later: Sequence[HeadingLine], parents: Sequence[HeadingLine]) -> bool:
    """Whether a heading numbered one higher follows before the parents' own kind comes again."""
    styles = {parent.numbering.style for parent in parents}
    for candidate in later:
        if candidate.numbering.style == numbering.style and numbering.value is not None:
            if candidate.numbering.value == numbering.value + 1:
                return True
        elif candidate.numbering.style in styles and candidate.numbering.firm:
            return False
    return False


def _may_stand_under(open_headings: Sequence[HeadingLine], numbering: Numbering) -> bool:
    """Numbers are the paragraphs and items within an article, rows within a budget's table; and 第１表
    heads a budget's table, not one in a report."""
    styles = [heading.numbering.style for heading in open_headings]
    if numbering.style == "表":
        budget = any(heading.text.endswith("予算") for heading in open_headings)
        return budget or not styles or not _LAW_OR_BUDGET.isdisjoint(styles)
    if numbering.style in ("議案", "日程"):
        return True
    return numbering.firm or numbering.style == "条" or _NUMBERED_WITHIN.isdisjoint(styles)


def _heads_something(candidate: HeadingLine, later: Sequence[HeadingLine], lines: Sequence[Line]) -> bool:
    """Whether text or a heading of another kind follows a mark: not a row, not another item."""
    at = candidate.index + candidate.lines
    while at < len(lines) and lines[at].blank:
        at += 1
    if at == len(lines):
        return False
    if later and later[0].index == at:
        return candidate.numbering.style != "○"
    text = lines[at].text
    if is_row(text) or text[0] in "□☐■◆●○〇・":
        return candidate.numbering.style == "【】" and not is_row(text)
    return candidate.numbering.style != "○" or (lines[at].width >= 20 and len(candidate.text) <= 30)
