"""The pages of a document in, the words that a search must find it by out.

They are drawn from the pages' own text by its scripts alone. What the analyser or the passages make of that
text is not asked: a proof that took its words from there would prove nothing.
"""

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

MOST_TERMS = 12
"""Terms drawn from one document, besides those of its pages."""

TERMS_A_PAGE = 3
"""Terms drawn from each page, of which one is to lead to it."""

COMMON = 3
"""How many of a document's most frequent words are common ones."""

THIRDS = 3

_KANJI = "㐀-鿿豈-﫿々〆"
_KATAKANA = "ァ-ヺー"
_DIGIT = "0-9０-９"
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"


def _runs(letters: str, least: int, most: int) -> str:
    """A pattern for whole runs of letters; not those that a line's end may have cut."""
    return rf"(?<![{letters}])(?<![{letters}]\n)[{letters}]{{{least},{most}}}(?![{letters}])(?!\n[{letters}])"


KINDS = {
    "word": re.compile(_runs(_KANJI, 2, 4)),
    "compound": re.compile(rf"(?=[{_KATAKANA}]*[{_KANJI}]){_runs(_KANJI + _KATAKANA, 5, 16)}"),
    "katakana": re.compile(f"{_runs(_KATAKANA, 3, 20)}|{_runs('ｦ-ﾟ', 3, 20)}"),
    "number": re.compile(
        rf"(?<![{_DIGIT},，.．])(?<![{_DIGIT},，]\n)[{_DIGIT}]{{1,3}}(?:[,，][{_DIGIT}]{{3}})+"
        rf"(?![{_DIGIT},，.．])(?!\n[{_DIGIT},，])"
    ),
    "latin": re.compile(_runs(_LATIN, 2, 20)),
    "spaced": re.compile(
        rf"(?<![{_KANJI} 　])(?:[{_KANJI}][ 　]){{2,7}}[{_KANJI}](?![{_KANJI} 　])"
        r"|(?<![Ａ-Ｚ 　])(?:[Ａ-Ｚ][ 　]){1,7}[Ａ-Ｚ](?![Ａ-Ｚ 　])"
    ),
}
"""How a kind of term looks on a page: 会計, 包括外部監査, ネットワーク, 1,234 (and wide), LGWAN, 報 告 書."""

ANY_WORD = re.compile(rf"(?![{_DIGIT}]+\b)[^\W_]{{2,20}}")
"""What a page without any such term is asked by: letters of any script, but not a printed page number."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word as it stands on a page, in one `third` (from 0) of the document's text."""

    kind: str
    text: str
    page: int
    third: int


@dataclass(frozen=True, slots=True)
class DrawnTerms:
    """The terms that must find the document, and for each page with text those that must find the page."""

    of_document: tuple[Term, ...]
    of_pages: dict[int, tuple[Term, ...]]


def draw_terms(document_id: str, pages: Mapping[int, str]) -> DrawnTerms:
    """The same terms whenever it is asked: of every kind, from the first, the middle and the last pages.

    `pages` are the pages' texts by their numbers, in order.
    """
    chance = random.Random(document_id)  # noqa: S311
    by_page = _by_page(pages)
    counts = Counter(term.text for term in chain.from_iterable(by_page.values()))
    return DrawnTerms(
        _spread(_by_kind(by_page, counts), chance),
        {number: _own(terms, counts, chance) for number, terms in by_page.items() if terms},
    )


def _by_page(pages: Mapping[int, str]) -> dict[int, list[Term]]:
    whole = sum(map(len, pages.values()))
    found: dict[int, list[Term]] = {}
    before = 0
    for number, text in pages.items():
        found[number] = [
            Term(kind, match[0], number, (before + match.start()) * THIRDS // whole)
            for kind, match in _matches(text)
        ]
        before += len(text)
    return found


def _matches(text: str) -> Sequence[tuple[str, re.Match[str]]]:
    found = [(kind, match) for kind, pattern in KINDS.items() for match in pattern.finditer(text)]
    return found or [("any", match) for match in ANY_WORD.finditer(text)]


def _by_kind(by_page: dict[int, list[Term]], counts: Counter[str]) -> dict[str, list[Term]]:
    """The terms that may be drawn of each kind, each text once a third; words only if rare or common."""
    found: dict[str, dict[tuple[str, int], Term]] = {}
    for term in chain.from_iterable(by_page.values()):
        found.setdefault(term.kind, {}).setdefault((term.text, term.third), term)
    kinds = {kind: list(terms.values()) for kind, terms in found.items()}
    if words := kinds.pop("word", []):
        least = min(counts[term.text] for term in words)
        most = sorted({term.text for term in words}, key=lambda text: (-counts[text], text))[:COMMON]
        kinds["common"] = [term for term in words if term.text in most]
        kinds["rare"] = [term for term in words if counts[term.text] == least]
    return kinds


def _spread(kinds: dict[str, list[Term]], chance: random.Random) -> tuple[Term, ...]:
    """Terms drawn in turn from each kind and, as far as it goes, from another third of the document."""
    drawn: dict[str, Term] = {}
    first = chance.randrange(THIRDS)
    for round_number in range(THIRDS):
        for position, kind in enumerate(sorted(kinds)):
            third = (first + round_number + position) % THIRDS
            left = [term for term in kinds[kind] if term.text not in drawn]
            if left and len(drawn) < MOST_TERMS:
                term = chance.choice([term for term in left if term.third == third] or left)
                drawn[term.text] = term
    return tuple(drawn.values())


def _own(terms: Sequence[Term], counts: Counter[str], chance: random.Random) -> tuple[Term, ...]:
    """The terms of a page that stand least often in the document."""
    unlike = list({term.text: term for term in terms}.values())
    chance.shuffle(unlike)
    return tuple(sorted(unlike, key=lambda term: counts[term.text])[:TERMS_A_PAGE])
