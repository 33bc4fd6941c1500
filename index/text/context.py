"""A passage and its document in, the texts that the two legs index out."""

from dataclasses import dataclass

from corpus.sentences import Sentence, split_sentences
from corpus.types import Document, Passage

SHORTEST = 25
"""Sentences and rows of a passage are put together until they have so many characters."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or row of a passage: by itself, and with its document's title and its heading before it."""

    alone: str
    in_context: str


def indexed_text(passage: Passage, document: Document) -> str:
    """The passage with its document's title and its headings before it, which tell what it is about."""
    return "\n".join((document.title, *passage.headings, passage.text))


def split_units(passage: Passage, document: Document) -> list[Unit]:
    """The sentences and rows that a passage's vectors are of; at least one.

    A passage is as near to a query as the nearest of them: one row of a table that answers is not drowned by
    the others.
    """
    about = "\n".join((document.title, *passage.headings[-1:]))
    return [Unit(place.text, f"{about}\n{place.text}") for place in unit_places(passage.text)]


def unit_places(text: str) -> list[Sentence]:
    """Where the sentences and rows of a passage's text stand that have a vector, short ones put together."""
    joined: list[Sentence] = []
    room = False
    for sentence in split_sentences(text):
        if room:
            joined[-1] = _together(joined[-1], sentence)
        else:
            joined.append(sentence)
        room = len(joined[-1].text) < SHORTEST
    if room and len(joined) > 1:
        last = joined.pop()
        joined[-1] = _together(joined[-1], last)
    return joined or [Sentence(0, len(text), text)]


def _together(first: Sentence, second: Sentence) -> Sentence:
    return Sentence(first.start, second.end, f"{first.text}\n{second.text}")
