"""A list of a web page in; the markers of its items out."""

import re
from dataclasses import dataclass

from lxml import html

_MARKED = re.compile(
    r"^[ 　]*(?:[・･•●○◎◆◇■□▲△▼▽★☆※＊*①-⑳]|[（(][\d０-９一-十ア-ン]{1,3}[)）]|[\d０-９]{1,3}[.．、)）])"
)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 9_999


@dataclass(slots=True)
class PageList:
    """A list that is open in the walk: how its items are numbered, empty where by a dot, and the next one."""

    kind: str
    depth: int
    number: int
    step: int

    @staticmethod
    def of(element: html.HtmlElement, depth: int) -> "PageList":
        """The list that an element begins, `depth` lists deep."""
        if element.tag != "ol":
            return PageList("", depth, 0, 0)
        backwards = element.get("reversed") is not None
        start = _whole(element.get("start"), len(element) if backwards else 1)
        return PageList(element.get("type") or "1", depth, start, -1 if backwards else 1)

    @staticmethod
    def is_marked(text: str) -> bool:
        """Whether a line has a marker of its own."""
        return _MARKED.match(text) is not None

    def marker(self, item: html.HtmlElement) -> str:
        """What stands before an item (li)."""
        indent = "　" * self.depth
        if not self.kind:
            return f"{indent}・"
        self.number = _whole(item.get("value"), self.number)
        shown = _numeral(self.number, self.kind)
        self.number += self.step
        return f"{indent}{shown}. "


def _whole(written: str | None, default: int) -> int:
    try:
        return max(-_MOST, min(int(written or ""), _MOST))
    except ValueError:
        return default


def _numeral(number: int, kind: str) -> str:
    if kind in "aA" and 1 <= number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in "iI" and 1 <= number <= 39:
        roman = ""
        for value, letters in _ROMAN:
            count, number = divmod(number, value)
            roman += letters * count
        return roman if kind == "i" else roman.upper()
    return str(number)
