"""A passage and its document in, the texts that the two legs index out."""

from dataclasses import dataclass

from corpus.sentences import split_sentences
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
    sentences: list[str] = []
    room = False
    for sentence in split_sentences(passage.text):
        if room:
            sentences[-1] += f"\n{sentence.text}"
        else:
            sentences.append(sentence.text)
        room = len(sentences[-1]) < SHORTEST
    if room and len(sentences) > 1:
        last = sentences.pop()
        sentences[-1] += f"\n{last}"
    return [Unit(sentence, f"{about}\n{sentence}") for sentence in sentences or [passage.text]]
