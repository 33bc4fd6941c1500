"""A sentence of a language model in, what it claims out: quotes, figures, names, words, and its topic."""

import re
import unicodedata
from dataclasses import dataclass

from corpus import squeeze
from qa.writing.language_model.dates import write_out_dates
from qa.writing.language_model.mentions import Mention, find_compounds, find_mentions
from qa.writing.language_model.vocabulary import FREE
from qa.writing.language_model.words import Word, Wording, names, read_topic, read_wording

SHORTEST_QUOTE = 5
"""Quotes of fewer letters are words in brackets; their words and figures are verified as any others."""

_QUOTES = re.compile(r"「([^「」]*)」|『([^『』]*)』|“([^“”]*)”|\"([^\"]*)\"|〝([^〟]*)〟")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence claims: `mentions` are its years, dates and numbers, `words` those beside them.

    `compounds` are numbers that belong together, as they are written, `topic` the words that it speaks of.
    """

    quotes: tuple[str, ...]
    mentions: tuple[Mention, ...]
    compounds: tuple[str, ...]
    names: tuple[str, ...]
    topic: frozenset[str]
    words: tuple[Word, ...]
    wording: Wording

    def written(self, part: Mention | Word) -> str:
        """A part of it as it is written."""
        return self.wording.folded[part.start : part.end]


def read_claim(text: str) -> Claim:
    """What a sentence claims."""
    wording = read_wording(write_out_dates(text))
    mentions = find_mentions(wording)
    return Claim(
        quotes=tuple(_quotes(text)),
        mentions=tuple(mentions),
        compounds=tuple(find_compounds(mentions, wording.folded)),
        names=tuple(names(wording)),
        topic=read_topic(wording),
        words=tuple(
            word
            for word in wording.words
            if word.form not in FREE and not any(one.start <= word.start < one.end for one in mentions)
        ),
        wording=wording,
    )


def _quotes(text: str) -> list[str]:
    found = ("".join(match.groups("")) for match in _QUOTES.finditer(unicodedata.normalize("NFKC", text)))
    return [quote for quote in found if len(squeeze(quote)) >= SHORTEST_QUOTE]
