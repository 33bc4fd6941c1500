"""The passages of a document in, sentences that a search by meaning must find them by out."""

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.sentences import split_sentences
from index.storage.store import NumberedPassage

MOST_SENTENCES = 4
"""Sentences drawn from one document, but no more than it has passages."""

FEWEST_LETTERS = 15
"""A sentence with fewer letters (figures are none) says too little to tell its passage from others."""

LONGEST = 200
"""In characters: of more than that the end is asked for, as passages of a table begin alike."""

_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class DrawnSentence:
    """A sentence, with the passage that it was drawn from."""

    text: str
    passage: NumberedPassage


def draw_sentences(document_id: str, passages: Sequence[NumberedPassage]) -> tuple[DrawnSentence, ...]:
    """The same sentences whenever it is asked, from all parts of the document: one a part.

    Rows of tables tell too little of themselves, so that a document with too few sentences (a budget book)
    gives the ends of passages. What stands in it twice is left out, where anything else is left.
    """
    chance = random.Random(document_id)  # noqa: S311
    drawn = _unlike([(sentence, each) for each in passages for sentence in _sentences(each.passage.text)])
    wanted = min(MOST_SENTENCES, len(passages))
    if len({each.number for _, each in drawn}) < wanted:
        ends = [(_asked(each.passage.text), each) for each in passages]
        drawn = _unlike(ends) or ends
    parts = min(wanted, len(drawn))
    bounds = [len(drawn) * part // max(parts, 1) for part in range(parts + 1)]
    return tuple(DrawnSentence(*chance.choice(drawn[start:end])) for start, end in pairwise(bounds))


def _sentences(text: str) -> list[str]:
    found = [_asked(sentence.text) for sentence in split_sentences(text) if sentence.text.endswith("。")]
    return [sentence for sentence in found if len(_LETTER.findall(sentence)) >= FEWEST_LETTERS]


def _unlike(drawn: Sequence[tuple[str, NumberedPassage]]) -> list[tuple[str, NumberedPassage]]:
    times = Counter(text for text, _ in drawn)
    return [(text, each) for text, each in drawn if times[text] == 1]


def _asked(text: str) -> str:
    return " ".join(text.split())[-LONGEST:]
