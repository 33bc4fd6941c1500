"""A table's place in its document in; its title, unit and groups (款, 項) as the lines above it say, out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.structure.lines import Line
from corpus.structure.numbering import find_count
from corpus.tables.groups import find_groups, with_groups
from corpus.tables.lines import has_amounts
from corpus.tables.units import stated_units

_LINES_ABOVE = 5
_LONGEST_TITLE = 60
_UNIT_PART = re.compile(r"[（(［\[【]?\s*(?:金額)?単\s*位\s*[:：]?\s*[^（）()［］\[\]【】]*[）)］\]】]?")
_CAPTION = re.compile(
    r"[（(【\[<＜]?\s*(?:第\s*[\d０-９一二三四五六七八九十]+\s*表|図?表\s*[\d０-９]|別表|別紙|様式|資料\s*[\d０-９]|Table\s*\d)"
)
_NOTE = re.compile(r"[※＊*]|[（(]?注|（?出典|資料[:：]|備考")
_CONTINUED = re.compile(r"[（(](?:つづき|続き?)[）)]$|(?<!手)(?:つづき|続き)$")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands above a table: its title (empty where nothing does), the units of its figures, the 款 and
    項 it stands under, whether it says that it goes on (つづき)."""

    title: str = ""
    units: tuple[str, ...] = ()
    groups: dict[str, str] = field(default_factory=dict)
    continued: bool = False


def read_context(above: Sequence[Line], captions: Sequence[str]) -> Context:
    """The context of a table from the page's lines between the table before it and itself, and the captions
    in its own first rows."""
    lines = [line.text for line in above if not line.blank]
    units = next(filter(None, map(stated_units, [*reversed(captions), *reversed(lines)])), ())
    groups: dict[str, str] = {}
    for text in [*lines, *captions]:
        groups = with_groups(groups, find_groups(text))
    own, above_it = _titles(captions), _titles(list(reversed(lines[-_LINES_ABOVE:])))
    title = next(filter(is_caption, [*above_it, *own]), (*own, *above_it, "")[0])
    return Context(_CONTINUED.sub("", title).strip(), units, groups, bool(_CONTINUED.search(title)))


def _titles(lines: Sequence[str]) -> list[str]:
    """What may be a table's title of some lines, best first, up to the first that is prose or a row."""
    found: list[str] = []
    for text in lines:
        words = _UNIT_PART.sub("", text).replace("\t", " ").strip()
        if not words or find_groups(text) or _NOTE.match(words):
            continue
        numbered = find_count(words)
        named = words[numbered.end :] if numbered else words
        if "。" in words or len(words) > _LONGEST_TITLE or has_amounts(named):
            break
        found.append(words)
    return found


def is_caption(title: str) -> bool:
    """Whether a title is numbered as a table's own (表１, 第２表, 別表)."""
    return bool(_CAPTION.match(title))


def lines_before(lines: Sequence[Line], start: int, after: int) -> Sequence[Line]:
    """The lines of a page that end by `start` and begin at `after` or later."""
    first = bisect_left(lines, after, key=lambda line: line.start)
    return lines[first : bisect_right(lines, start, key=lambda line: line.end)]
