"""A library's documents in, those that are the same thing in several years out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from corpus import fold
from corpus.types import Document
from index.text.years import find_years
from qa.comparing.naming import bigrams, likeness
from qa.comparing.types import Edition, Series

_EDITION = re.compile(
    r"\(?(?:第?(?<!\d)\d{1,4}(?:\.\d{1,4})?[版次]|改[訂定]版?|最終版|確定版|暫定版|素案|原案|案)\)?|\d{4}年?版|(?<=\s)版(?=\s|$)"
)
_SIGNS = re.compile(r"[\s_\-・/()［］\[\]「」『』.,]+")
_YEAR_IN_TITLE = re.compile(
    r"(?:明治|大正|昭和|平成|令和|(?<![A-Za-z0-9Ａ-Ｚ])[MTSHRＭＴＳＨＲ])\s*(?:元|[\d０-９]{1,2})(?![\d０-９])\s*年?度?版?"
    r"|(?<![\d０-９])(?:19|20|１９|２０)[\d０-９]{2}(?![\d０-９])\s*年?度?版?"
)
"""A year as titles write it, with the era's name or its letter, in figures of either width."""
_FILE_END = re.compile(r"\.[a-z]{2,4}$")
NEAR_TITLE = 0.7
"""Titles that share so much without their years may be of the same thing (Dice's coefficient of bigrams)."""


def find_series(documents: Iterable[Document]) -> list[Series]:
    """The series of a library: documents of one issuer and kind whose titles differ in years and editions
    alone, and that are of different years. Those with most editions first."""
    groups: dict[tuple[str, str, str], list[Edition]] = defaultdict(list)
    for document in documents:
        key = (document.issuer or "", document.kind or "", bare_title(document.title))
        groups[key].append(Edition(document, document_year(document)))
    found = [
        Series(shown_title(editions), issuer or None, kind or None, tuple(sorted(editions, key=_by_year)))
        for (issuer, kind, title), editions in groups.items()
        if title and len({edition.year for edition in editions}) > 1
    ]
    return sorted(found, key=lambda one: (-len(one.editions), one.issuer or "", one.title))


def other_years(document: Document, documents: Iterable[Document]) -> list[Edition]:
    """The documents that may be the same thing in another year, best first: those of the series, nearest
    year first, then those of a near title of the same issuer or kind."""
    own_title, own_year = bare_title(document.title), document_year(document)
    pairs = bigrams(own_title)
    ranked: list[tuple[float, int, str, Edition]] = []
    for other in documents:
        year = document_year(other)
        if other.id == document.id or (year == own_year and year is not None):
            continue
        alike = likeness(pairs, bigrams(bare_title(other.title)))
        same = (other.issuer == document.issuer) + (other.kind == document.kind and other.kind is not None)
        if alike >= NEAR_TITLE and same:
            apart = abs((year or 0) - (own_year or 0)) if year and own_year else 99
            ranked.append((-(alike + same / 10), apart, other.path, Edition(other, year)))
    return [edition for *_, edition in sorted(ranked, key=lambda one: one[:3])]


@lru_cache(maxsize=65536)
def document_year(document: Document) -> int | None:
    """The fiscal year that a document is of: its own, else the first that its title names."""
    if document.fiscal_year is not None:
        return document.fiscal_year
    first = next(find_years(fold(document.title)), None)
    return int(first.term[1:]) if first else None


@lru_cache(maxsize=65536)
def bare_title(title: str) -> str:
    """A title without years, editions, brackets and white space."""
    folded = _FILE_END.sub("", fold(title))
    pieces: list[str] = []
    after = 0
    for year in find_years(folded):
        pieces.append(folded[after : year.start])
        after = year.end
    named = " ".join((*pieces, folded[after:]))
    return _SIGNS.sub("", _EDITION.sub("", named))


def shown_title(editions: Sequence[Edition]) -> str:
    """The newest edition's title as printed, without its year."""
    title = max(editions, key=_by_year).document.title
    return " ".join(_YEAR_IN_TITLE.sub(" ", title).split()) or title


def _by_year(edition: Edition) -> tuple[int, str]:
    return edition.year or 0, edition.document.path
