"""Headings and labels in, names that are the same in every year's edition out."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from corpus import fold
from corpus.structure.numbering import find_count
from index.text.years import find_years

_RELATIVE = (
    ("前々年度", -2),
    ("翌々年度", 2),
    ("前年度", -1),
    ("翌年度", 1),
    ("次年度", 1),
    ("来年度", 1),
    ("本年度", 0),
    ("当該年度", 0),
    ("当年度", 0),
    ("今年度", 0),
)
"""Words for a year beside a document's own, the longer first."""
_RELATIVE_WORD = re.compile("|".join(word for word, _ in _RELATIVE))
_DISTANCE = dict(_RELATIVE)
_BUDGET_LEVEL = re.compile(r"^[款項目節]\s?[0-9]+[.．]?\s*(?=\S)")
_POINT = re.compile(r"^[0-9]{1,3}[.．]\s?(?=[^\d\s])")
_YEAR_TOKEN = re.compile(r"⟨[^⟩]*⟩")
_EDGES = " .．、,，:：・○●■◆□◇※"


@dataclass(frozen=True, slots=True)
class YearNames:
    """How years become names: `own` is the document's fiscal year. Where `relative`, a year is named by its
    distance from it (令和4年度 and 本年度 in the sheet of 令和4年度 are ⟨+0⟩; all are ⟨年⟩ where the
    document's year is not known), else by itself (⟨2022⟩)."""

    own: int | None
    relative: bool

    def token(self, year: int) -> str:
        """The name of a western year."""
        if not self.relative:
            return f"⟨{year}⟩"
        return "⟨年⟩" if self.own is None else f"⟨{year - self.own:+d}⟩"

    def distance_token(self, word: str) -> str:
        """The name of the year that 前年度 and the like stand for; the word where nothing tells it."""
        if self.own is None:
            return word if not self.relative else f"⟨{_DISTANCE[word]:+d}⟩"
        return self.token(self.own + _DISTANCE[word])

    def role(self, year: int | None) -> int | None:
        """What tells a column's year from another's: its distance from the document's own, or itself."""
        if year is None or not self.relative or self.own is None:
            return year
        return year - self.own


@lru_cache(maxsize=65536)
def name_years(text: str, names: YearNames) -> str:
    """The text folded, each year in it by its name."""
    folded = fold(text)
    pieces: list[str] = []
    after = 0
    for year in find_years(folded):
        pieces += (folded[after : year.start], names.token(int(year.term[1:])))
        after = year.end
    named = "".join((*pieces, folded[after:]))
    return _RELATIVE_WORD.sub(lambda match: names.distance_token(match.group()), named)


@lru_cache(maxsize=65536)
def name_thing(text: str, names: YearNames) -> str:
    """What a heading or a label names: without its number, its years by their names, no white space."""
    bare = _BUDGET_LEVEL.sub("", unicodedata.normalize("NFKC", text).strip(), count=1)
    counted = find_count(bare)
    if counted and bare[counted.end :].strip(_EDGES):
        bare = bare[counted.end :]
    bare = _POINT.sub("", bare.strip(_EDGES), count=1)
    named = "".join(name_years(bare, names).split()).strip(_EDGES)
    return named or "".join(name_years(text, names).split())


def without_years(name: str) -> str:
    """A name without its years and the brackets that they leave empty."""
    return re.sub(r"[(（][)）]", "", _YEAR_TOKEN.sub("", name)).strip(_EDGES)


def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text; itself where it has one alone."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1)) or frozenset((text,))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two sets are, 0 to 1 (Dice's coefficient)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0
