"""Folded text in, character bigrams out; Latin words and numbers stay whole."""

import re
from collections.abc import Iterator

KANJI = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆"
KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"

JAPANESE = re.compile(rf"[{KANA}{KANJI}]+")

WORD = re.compile(rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)*|[^\W\d_\u3040-\u30ff{KANJI}]+")
"""A number (with commas or points), or letters that are not Japanese."""

LAST_LONG_MARK = re.compile("(?<=[ァ-ヺー]{3})ー(?![ァ-ヺー])")
"""The mark at the end of サーバー, which many documents leave out, as JIS Z 8301 does (サーバ)."""


def bigrams(text: str) -> Iterator[tuple[str, int, int]]:
    """Each two neighbouring Japanese characters, and each Latin word or number: (text, start, end).

    A Japanese character that stands alone is a token. The long mark at a word's end is no character.
    """
    unsaid = {match.start() for match in LAST_LONG_MARK.finditer(text)}
    matches = [*WORD.finditer(text), *JAPANESE.finditer(text)]
    for match in sorted(matches, key=lambda match: match.start()):
        start, end = match.span()
        if match.re is WORD:
            yield from ((spelling, start, end) for spelling in spellings(match[0]))
        elif end - start == 1:
            yield match[0], start, end
        else:
            said = [at for at in range(start, end) if at not in unsaid]
            bounds = [*said[1:], end]
            pairs = zip(said, said[1:], bounds[1:], strict=False)
            yield from ((text[first] + text[second], first, after) for first, second, after in pairs)


def spellings(word: str) -> tuple[str, ...]:
    """How a Latin word or a number is written in the index: lower case; 1,234 as it stands and as 1234."""
    lowered = word.lower()
    return (lowered, lowered.replace(",", "")) if "," in word else (lowered,)
