"""Hits in, those that say the same as a better one folded into it out: one text in several editions.

Two passages say the same where issuer, title, headings and text are alike character by character, but for
white space and, in two documents, the years and dates that they name. Nothing looser
serves: where passages are merely alike, one word differs (衆議院, 参議院) or one figure (7,300円, 7,100円),
and they are other answers. For the same reason a query that names a number is left alone.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from corpus import fold
from index.text.years import find_years
from index.types import Filters, Hit

_NUMBER = re.compile(r"\d|[今来去昨前本翌当]年|最新")
_NOT_COMMON = re.compile(r"(?:[^ぁ-ヶ㐀-鿿]|[一二三四五六七八九十元明治大正昭和平成令年度月日])+")
"""All that texts may differ in that say the same, and more; what is left finds them quickly."""
_REST_OF_DATE = re.compile(r"\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?")
ANY_YEAR = "\ue000"
"""What stands for a year, and for the month and the day after it."""


def names_number(query: str) -> bool:
    """Whether a query names a figure or a year, be it 令和元年度 or 昨年度."""
    text = fold(query)
    return bool(_NUMBER.search(text)) or any(True for _ in find_years(text))


def folds_editions(query: str, filters: Filters) -> bool:
    """Whether hits that say the same are one for a query: not where it names or filters by a year."""
    return not (names_number(query) or filters.fiscal_years)


def fold_hits(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in their order without those that say the same as a better one, which has them as siblings."""
    groups: list[list[Hit]] = []
    by_letters: dict[str, list[list[Hit]]] = {}
    for hit in hits:
        near = by_letters.setdefault(_NOT_COMMON.sub("", hit.passage.text), [])
        group = next((group for group in near if all(say_the_same(hit, other) for other in group)), None)
        if group:
            group.append(hit)
        else:
            groups.append([hit])
            near.append(groups[-1])
    return [_stand_for(group) for group in groups]


def say_the_same(one: Hit, other: Hit) -> bool:
    """Whether two passages are alike but for years; within a document not even years may differ."""
    ours, theirs = _compared(one), _compared(other)
    if ours == theirs or one.document.id == other.document.id:
        return ours == theirs
    return mask_years(ours) == mask_years(theirs)


@lru_cache(maxsize=1024)
def mask_years(text: str) -> str:
    """A folded text with each year, its month and day, and the spaces around them as ANY_YEAR."""
    pieces: list[str] = []
    after = 0
    for year in find_years(text):
        pieces += (text[after : year.start].strip(" "), ANY_YEAR)
        rest = _REST_OF_DATE.match(text, year.end)
        after = rest.end() if rest else year.end
    return "".join((*pieces, text[after:].strip(" ")))


def _compared(hit: Hit) -> str:
    """All that is compared of a hit, folded; headings and lines stay apart."""
    parts = (hit.document.issuer or "", hit.document.title, *hit.passage.headings, hit.passage.text)
    return "\n".join(fold(part) for part in parts)


def _stand_for(group: Sequence[Hit]) -> Hit:
    best, *others = group
    return replace(best, siblings=tuple(others)) if others else best
