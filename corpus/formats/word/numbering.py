"""numbering.xml in; the numbers that Word prints before paragraphs out (ECMA-376 part 1, 17.9)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.formats.office_package import Element
from corpus.formats.office_text import is_wide, plain
from corpus.formats.word.numerals import numeral
from corpus.formats.word.symbols import symbol
from corpus.formats.word.xml import W, is_on, value_of, whole_number

LEVELS = 9
_LONGEST = 60
_PLACE = re.compile(r"%([1-9])")
_ZEROS = re.compile(r"0*1$")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered.

    `text` has %1 to %9 in the place of the levels' numbers; `restart` is the level (from 1) whose use starts
    this one anew, 0 for none, None for any level above it; `style` is the paragraph style it belongs to.
    """

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    gap: str = "tab"
    legal: bool = False
    restart: int | None = None
    style: str = ""
    font: str = ""
    zeros: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """A list: whose counters it uses, its levels, and those levels that it starts anew."""

    counters: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: dict[str, _List] = field(default_factory=dict)
    _counted: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level of a list that a paragraph style is linked to, 0 where none is."""
        found = self.lists.get(list_id)
        levels = found.levels.items() if found else ()
        return next((number for number, level in levels if level.style == style and style), 0)

    def next_label(self, list_id: str, number: int) -> str:
        """The number of the list's next paragraph on a level (from 0), with the gap after it."""
        found = self.lists.get(list_id)
        if found is None or number not in found.levels:
            return ""
        counted = self._counted.setdefault(found.counters, [None] * LEVELS)
        level = found.levels[number]
        start = level.start
        if number in found.starts and (list_id, number) not in self._started:
            self._started.add((list_id, number))
            start = found.starts[number]
            counted[number] = None
        for upper in range(number):  # one that was passed over counts as begun
            if counted[upper] is None and upper in found.levels:
                counted[upper] = found.levels[upper].start
        before = counted[number]
        counted[number] = start if before is None else before + 1
        for deeper in range(number + 1, LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or number < restart:
                counted[deeper] = None
        return _written(level, found.levels, counted)


def read_numbering(root: Element | None, list_of_style: dict[str, str]) -> Numbering:
    """The lists that numbering.xml defines; `list_of_style` are the lists that numbering styles name."""
    if root is None:
        return Numbering()
    abstract: dict[str, Element] = {
        one.get(f"{W}abstractNumId", ""): one for one in root.iter(f"{W}abstractNum")
    }
    lists: dict[str, _List] = {}
    of_list = {
        one.get(f"{W}numId", ""): value_of(one.find(f"{W}abstractNumId")) for one in root.iter(f"{W}num")
    }
    known: dict[str, dict[int, Level]] = {}
    for one in root.iter(f"{W}num"):
        counters = _linked(value_of(one.find(f"{W}abstractNumId")), abstract, of_list, list_of_style)
        if counters not in known:
            known[counters] = dict(_levels(abstract[counters])) if counters in abstract else {}
        levels, starts = known[counters], {}
        for override in one.iter(f"{W}lvlOverride"):
            number = whole_number(override.get(f"{W}ilvl"), 0)
            levels = {**levels, **dict(_levels(override))}
            start = override.find(f"{W}startOverride")
            if start is not None and 0 <= number < LEVELS:
                starts[number] = whole_number(value_of(start), 1)
        lists[one.get(f"{W}numId", "")] = _List(counters, levels, starts)
    return Numbering(lists)


def _linked(
    name: str, abstract: dict[str, Element], of_list: dict[str, str], list_of_style: dict[str, str]
) -> str:
    """The definition that a definition without levels leaves its numbering to, through a style."""
    link = abstract[name].find(f"{W}numStyleLink") if name in abstract else None
    if link is None:
        return name
    return of_list.get(list_of_style.get(value_of(link), ""), name)


def _levels(definition: Element) -> Iterator[tuple[int, Level]]:
    for element in definition.iterchildren(f"{W}lvl"):
        number = whole_number(element.get(f"{W}ilvl"), 0)
        if 0 <= number < LEVELS:
            yield number, _level(element)


def _level(element: Element) -> Level:
    formats = list(element.iter(f"{W}numFmt"))
    written = formats[0].get(f"{W}format", "") if formats else ""
    custom = _ZEROS.match(written.split(",")[0].strip())
    restart = element.find(f"{W}lvlRestart")
    fonts = element.find(f"{W}rPr/{W}rFonts")
    gap = element.find(f"{W}suff")
    return Level(
        start=whole_number(value_of(element.find(f"{W}start")), 0),
        number_format=value_of(formats[0]) if formats else "decimal",
        text=plain(value_of(element.find(f"{W}lvlText")))[:_LONGEST],
        gap=value_of(gap) if gap is not None else "tab",
        legal=is_on(element.find(f"{W}isLgl")),
        restart=whole_number(value_of(restart), 0) if restart is not None else None,
        style=value_of(element.find(f"{W}pStyle")),
        font=fonts.get(f"{W}ascii", "") if fonts is not None else "",
        zeros=min(len(custom[0]), 9) if custom else 0,
        hidden=is_on(element.find(f"{W}rPr/{W}vanish")),
    )


def _written(level: Level, levels: dict[int, Level], counted: list[int | None]) -> str:
    if level.hidden:
        return ""
    if level.number_format == "bullet":
        sign = "".join(symbol(character, level.font) for character in level.text).strip(" ")
        return sign if not sign or is_wide(sign[-1]) else f"{sign} "
    label = _PLACE.sub(lambda place: _number(int(place[1]) - 1, level, levels, counted), level.text)
    bare = label.strip(" ")
    if not bare or level.gap == "nothing":
        return label if bare else ""
    return bare if bare.endswith("　") else f"{bare}{'　' if is_wide(bare[-1]) else ' '}"


def _number(place: int, level: Level, levels: dict[int, Level], counted: list[int | None]) -> str:
    of = levels.get(place)
    if of is None:
        return ""
    value = counted[place] or 0
    if level.legal:
        return str(value)
    return f"{value:0{of.zeros}}" if of.number_format == "custom" else numeral(value, of.number_format)
